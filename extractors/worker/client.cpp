#include "extractors/worker/client.h"

#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "extractors/worker/opened_input.h"
#include "extractors/worker/wire.h"
#include "extractors/worker/worker_process.h"

namespace biaoshen {
namespace {

using Clock = WorkerProcess::Clock;

// Time for one file; grows once the number of pages is known, and with what is recognised.
class Deadline {
 public:
  Deadline(const Limits& limits, std::uint64_t bytes)
      : limits_(limits),
        start_(Clock::now()),
        seconds_(limits.seconds +
                 limits.seconds_per_mb * (static_cast<double>(bytes) / (1 << 20))) {}
  void pages(std::uint32_t pages) { seconds_ += limits_.seconds_per_page * pages; }
  // Recognition takes long and is paid for picture by picture, as the reader sets about each;
  // whether it is known already makes no difference, so that no result depends on that.
  void recognising(const std::string& key) {
    if (pictures_.size() < limits_.pages && pictures_.insert(key).second)
      seconds_ += limits_.seconds_per_recognised_page;
  }
  void unpacked(std::uint64_t bytes) { unpacked_ = bytes; }
  double seconds() const {
    return seconds_ +
           limits_.seconds_per_unpacked_mb * (static_cast<double>(unpacked_) / (1 << 20));
  }
  Clock::time_point at() const {
    return start_ +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds()));
  }

 private:
  Limits limits_;
  Clock::time_point start_;
  double seconds_;
  std::set<std::string> pictures_;
  std::uint64_t unpacked_ = 0;
};

// What ends badly, said as a problem of the file. What had arrived is kept.
void note_end(WorkerEnd end, const Deadline& deadline, const Limits& limits, Document& document) {
  if (end == WorkerEnd::done) return;
  const bool has_something = !document.pages.empty() || !document.members.empty();
  document.status = has_something ? FileStatus::partial : FileStatus::unreadable;
  switch (end) {
    case WorkerEnd::late:
      document.problems.push_back(
          {"time-limit", 0, std::to_string(static_cast<long>(deadline.seconds())) + " s"});
      break;
    case WorkerEnd::out_of_memory:
      document.problems.push_back(
          {"memory-limit", 0, std::to_string(limits.address_space >> 20) + " MiB"});
      break;
    case WorkerEnd::not_started:
      document.problems.push_back({"reader-missing", 0, "biaoshen-reader"});
      break;
    case WorkerEnd::protocol:
      document.problems.push_back({"protocol", 0, ""});
      break;
    default:
      document.problems.push_back({"crash", 0, ""});
  }
}

// Pages the reader announced and never sent are failed pages, not missing ones.
void account_for_missing_pages(std::uint32_t announced, Document& document) {
  for (auto number = static_cast<std::uint32_t>(document.pages.size()) + 1; number <= announced;
       ++number) {
    Page page;
    page.number = number;
    page.source = Source::failed;
    page.reason = "not-reached";
    document.pages.push_back(std::move(page));
  }
}

// The kernel's limit on processor time allows for all that a file may have; the deadline on the
// clock is the one that bites first.
double most_seconds(const Deadline& deadline, const Limits& limits) {
  return deadline.seconds() +
         (limits.seconds_per_page + limits.seconds_per_recognised_page) * limits.pages +
         limits.seconds_per_unpacked_mb * (static_cast<double>(limits.package_bytes) / (1 << 20));
}

// What all readers of a dossier share.
struct Means {
  const std::filesystem::path& program;
  RecognitionCache* cache;
  Progress& progress;
  Recognitions& recognitions;
  Spool& spool;
};

// What is known of the pictures of one file: from this dossier, from earlier reviews of the file.
class KnownPictures {
 public:
  KnownPictures(OpenedInput& input, const Means& means) : input_(input), means_(means) {}
  std::string recall(const std::string& key) {
    std::string known = means_.recognitions.recall(key);
    if (known.empty() && means_.cache != nullptr) {
      if (const std::string contents = input_.contents(); !contents.empty())
        known = means_.cache->recall(contents, key);
      if (!known.empty()) means_.recognitions.remember(key, known);
    }
    return known;
  }
  void remember(const std::string& key, const std::string& recognised) {
    means_.recognitions.remember(key, recognised);
    if (means_.cache == nullptr) return;
    if (const std::string contents = input_.contents(); !contents.empty())
      means_.cache->remember(contents, key, recognised);
  }

 private:
  OpenedInput& input_;
  const Means& means_;
};

// What one reader says, frame by frame, becomes a document. A call says false to what an honest
// reader does not send.
class Reading {
 public:
  Reading(const File& file, OpenedInput& input, const Means& means, const Limits& limits,
          WorkerProcess& worker, Deadline& deadline, Document& document)
      : file_(file),
        progress_(means.progress),
        pictures_(input, means),
        members_(means.spool, limits),
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
    document_.pages.push_back(std::move(page));
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
    return worker_.send(wire::encode_answer(pictures_.recall(ask.key)), deadline_.at());
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
  bool operator()(wire::Confined&&) { return true; }
  bool operator()(Crop&&) { return false; }  // nobody asked for one
  bool operator()(wire::Done&&) { return true; }

  void finish() { document_.members = members_.take(); }
  std::uint32_t announced() const { return announced_; }
  const std::optional<Error>& trouble() const { return members_.trouble(); }

 private:
  static constexpr std::size_t kMostProblems = 1000, kMostEngines = 8;
  void tell() const {
    progress_.page(file_, static_cast<std::uint32_t>(document_.pages.size()), announced_);
  }

  const File& file_;
  Progress& progress_;
  KnownPictures pictures_;
  MemberReceiver members_;
  WorkerProcess& worker_;
  Deadline& deadline_;
  Document& document_;
  std::uint32_t announced_ = 0;
};

wire::Order order_for(const File& file, const Limits& limits, double processor_seconds) {
  wire::Order order{file.path, limits, {}, false};
  order.limits.seconds = processor_seconds;
  return order;
}

// What no file is to blame for.
std::optional<Error> trouble_of(const WorkerProcess& worker, const std::filesystem::path& program) {
  if (worker.start_error() == 0) return std::nullopt;
  return Error{ErrorCode::output, program.string() + " cannot be started: " +
                                      std::generic_category().message(worker.start_error())};
}

// What the file is to blame for.
Document unopened(NotOpened reason) {
  Document document;
  const bool is_refused = reason == NotOpened::link || reason == NotOpened::not_a_file;
  document.status = is_refused ? FileStatus::refused : FileStatus::unreadable;
  document.problems.push_back({reason == NotOpened::link         ? "symlink"
                               : reason == NotOpened::not_a_file ? "not-a-file"
                               : reason == NotOpened::permission ? "permission"
                                                                 : "read-error",
                               0, ""});
  return document;
}

std::optional<Error> trouble_of(NotOpened reason) {
  if (reason != NotOpened::exhausted) return std::nullopt;
  return Error{ErrorCode::output,
               "no file can be opened: " + std::generic_category().message(EMFILE)};
}

struct Attempt {
  WorkerEnd end = WorkerEnd::done;
  std::optional<Error> trouble;
};

Attempt read_once(const File& file, OpenedInput& input, const Means& means, const Limits& limits,
                  Document& document) {
  Deadline deadline(limits, file.bytes);
  WorkerProcess worker(means.program, input.descriptor());
  Reading reading(file, input, means, limits, worker, deadline, document);
  const auto on_frame = [&](std::string_view untrusted_frame) {
    wire::Frame frame;
    if (!wire::decode(untrusted_frame, limits, frame)) return WorkerProcess::Next::refuse;
    const bool is_last = std::holds_alternative<wire::Done>(frame);
    if (!std::visit(reading, std::move(frame))) return WorkerProcess::Next::refuse;
    return is_last ? WorkerProcess::Next::last : WorkerProcess::Next::more;
  };
  const WorkerEnd end =
      worker.run(wire::encode(order_for(file, limits, most_seconds(deadline, limits))), on_frame,
                 [&] { return deadline.at(); });
  reading.finish();
  note_end(end, deadline, limits, document);
  account_for_missing_pages(reading.announced(), document);
  return {end, reading.trouble() ? reading.trouble() : trouble_of(worker, means.program)};
}

Attempt crop_once(const File& file, const OpenedInput& input, const std::filesystem::path& program,
                  std::span<const CropRequest> requests, const Limits& limits,
                  std::vector<Crop>& crops) {
  Deadline deadline(limits, file.bytes);
  deadline.pages(static_cast<std::uint32_t>(requests.size()));
  wire::Order order = order_for(file, limits, deadline.seconds());
  order.crops.assign(requests.begin(), requests.end());
  WorkerProcess worker(program, input.descriptor());
  const WorkerEnd end = worker.run(
      wire::encode(order),
      [&](std::string_view untrusted_frame) {
        wire::Frame frame;
        if (!wire::decode(untrusted_frame, limits, frame)) return WorkerProcess::Next::refuse;
        if (auto* crop = std::get_if<Crop>(&frame)) crops.push_back(std::move(*crop));
        return std::holds_alternative<wire::Done>(frame) ? WorkerProcess::Next::last
                                                         : WorkerProcess::Next::more;
      },
      [&] { return deadline.at(); });
  return {end, trouble_of(worker, program)};
}

constexpr int kTries = 3;  // with readers that somebody kills

}  // namespace

std::string Recognitions::recall(const std::string& key) const {
  const std::lock_guard lock(access_);
  const auto found = known_.find(key);
  return found == known_.end() ? std::string() : found->second;
}

void Recognitions::remember(const std::string& key, std::string recognised) {
  constexpr std::size_t kMostBytes = 256u << 20;
  const std::lock_guard lock(access_);
  if (bytes_ + recognised.size() > kMostBytes) return;
  const std::size_t bytes = recognised.size();
  if (known_.emplace(key, std::move(recognised)).second) bytes_ += bytes;
}

Progress& WorkerClient::nobody() {
  static Progress nobody;
  return nobody;
}

void WorkerClient::have_trouble(const std::optional<Error>& trouble) {
  const std::lock_guard lock(troubles_);
  if (!trouble_) trouble_ = trouble;
}

std::optional<Error> WorkerClient::trouble() const {
  const std::lock_guard lock(troubles_);
  return trouble_;
}

Document WorkerClient::read(const File& file, const Limits& limits) {
  auto opened = open_plain_file(file.source);
  if (!opened) {
    have_trouble(trouble_of(opened.error()));
    return unopened(opened.error());
  }
  OpenedInput input(std::move(*opened));
  const Means means{program_, cache_, progress_, recognitions_, spool_};
  for (int tried = 1;; ++tried) {
    Document document;
    const Attempt attempt = read_once(file, input, means, limits, document);
    have_trouble(attempt.trouble);
    if (attempt.end != WorkerEnd::killed || tried == kTries) return document;
  }
}

std::vector<Crop> WorkerClient::crop(const File& file, std::span<const CropRequest> requests,
                                     const Limits& limits) {
  std::vector<Crop> crops;
  auto opened = open_plain_file(file.source);
  if (!opened) have_trouble(trouble_of(opened.error()));
  if (opened && !requests.empty()) {
    const OpenedInput input(std::move(*opened));
    for (int tried = 1; tried <= kTries; ++tried) {
      crops.clear();
      const Attempt attempt = crop_once(file, input, program_, requests, limits, crops);
      have_trouble(attempt.trouble);
      if (attempt.end != WorkerEnd::killed) break;
    }
  }
  crops.resize(requests.size());  // what did not arrive is empty
  return crops;
}

}  // namespace biaoshen
