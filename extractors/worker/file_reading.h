// What one reader says of a file, frame by frame, becomes a document, and so does how it ended: a
// reader that dies, hangs or lies becomes a problem of its file, and what had arrived is kept.
//
// Tested by tests/worker/client_test.cpp and tests/worker/saboteur_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "extractors/worker/known_pictures.h"
#include "extractors/worker/reading_deadline.h"
#include "extractors/worker/spool.h"
#include "extractors/worker/wire.h"
#include "extractors/worker/worker_process.h"
#include "pipeline/contracts.h"

namespace biaoshen {

// A call takes a frame; it says false to what an honest reader does not send.
class FileReading {
 public:
  // All of them outlive it; `document` is filled. `worker`: null where what is taken in was said in
  // an earlier review, and nobody waits for an answer.
  FileReading(const File& file, KnownPictures pictures, Spool& spool, Progress& progress,
              const Limits& limits, WorkerProcess* worker, ReadingDeadline& deadline,
              Document& document)
      : file_(file),
        limits_(limits),
        progress_(progress),
        pictures_(pictures),
        members_(spool, limits),
        worker_(worker),
        deadline_(deadline),
        document_(document) {}

  bool operator()(wire::Format&& format) {
    document_.format = std::move(format.name);
    return true;
  }
  bool operator()(wire::PageCount&& count) {
    if (announced_ == 0) deadline_.pages(announced_ = count.pages);
    return true;
  }
  bool operator()(Page&& page) {
    if (page.number != document_.pages.size() + 1) return false;
    document_.pages.push_back(is_within_text(page) ? std::move(page)
                                                   : failed_page(page.number, "text-limit"));
    tell();
    return true;
  }
  bool operator()(Problem&& problem) {
    if (document_.problems.size() < kMostProblems) document_.problems.push_back(std::move(problem));
    return true;
  }
  bool operator()(FileStatus&& status) {
    document_.status = status;
    return true;
  }
  bool operator()(wire::Engine&& engine) {
    if (document_.engines.size() < kMostEngines)
      document_.engines.push_back(std::move(engine.name));
    return true;
  }
  bool operator()(wire::Ask&& ask) {
    tell();  // a page of many pictures takes its time
    deadline_.recognising(ask.key);
    return worker_ == nullptr || worker_->send(wire::encode_answer(pictures_.recall(ask.key)),
                                               [this] { return deadline_.at(); });
  }
  bool operator()(wire::Learned&& learned) {
    pictures_.remember(learned.key, learned.recognised);
    return true;
  }
  bool operator()(wire::MemberBegin&& member) { return members_.begin(std::move(member.path)); }
  bool operator()(wire::MemberBytes&& bytes) {
    if (!members_.bytes(bytes.piece)) return false;
    deadline_.unpacked(members_.received());
    return true;
  }
  bool operator()(wire::MemberEnd&& end) {
    return members_.end(end.status, std::move(end.problems));
  }
  bool operator()(wire::Confined&&) { return true; }  // looked at before
  bool operator()(Crop&&) { return false; }           // nobody asked for one
  bool operator()(wire::Done&&) { return true; }

  // How it ended becomes part of the document.
  void finish(WorkerEnd end);
  const std::optional<Error>& trouble() const { return members_.trouble(); }

 private:
  static constexpr std::size_t kMostProblems = 1000, kMostEngines = 8;

  static Page failed_page(std::uint32_t number, const char* reason);
  bool is_within_text(const Page& page);
  void note_end(WorkerEnd end);
  void note_lack_of_memory();
  void account_for_missing_pages();
  void tell() const {
    progress_.page(file_, static_cast<std::uint32_t>(document_.pages.size()), announced_);
  }

  const File& file_;
  const Limits& limits_;
  Progress& progress_;
  KnownPictures pictures_;
  MemberReceiver members_;
  WorkerProcess* worker_;
  ReadingDeadline& deadline_;
  Document& document_;
  std::uint64_t text_bytes_ = 0;
  std::uint32_t announced_ = 0;
};

}  // namespace biaoshen
