// The reader that production uses: starts biaoshen-reader for each file, gives it the
// file and an order, and turns its frames into a Document. A reader that dies, hangs or
// floods becomes a Problem (crash, time-limit, memory-limit, protocol) and what had
// arrived is kept.
//
// The deadline grows with what there is to do: Limits::seconds, plus seconds_per_page
// once the number of pages is known, plus seconds_per_mb of the file's size. Processor
// time is limited to the same by the kernel.
//
// Files inside the file are put into a spool, which lasts as long as the client.
//
// It keeps what readers recognised (by the hash of the pixels), so that a picture that several
// files of a dossier show is recognised once. A reader may lie about a picture: so a client
// serves one dossier, and what it keeps is bounded. Into the cache, which outlives the dossier,
// goes only what a file's own reader learned, for the contents of that file.
//
// What the machine lacks is no fault of a file and becomes `trouble()`: no process to be had, no
// room in the spool. A reader that somebody else kills (memory is short) is started again, twice.
//
// Tested by tests/worker/client_test.cpp and tests/worker/client_cache_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "extractors/worker/recognition_cache.h"
#include "extractors/worker/spool.h"
#include "pipeline/contracts.h"

namespace biaoshen {

// Recognitions by key; safe for several threads.
class Recognitions {
 public:
  std::string recall(const std::string& key) const;  // empty where it is not known
  void remember(const std::string& key, std::string recognised);

 private:
  mutable std::mutex access_;
  std::map<std::string, std::string> known_;
  std::size_t bytes_ = 0;
};

class WorkerClient final : public Reader {
 public:
  // `cache` (null: nothing is kept) and `progress`, which hears of pages, outlive it.
  WorkerClient(std::filesystem::path program, RecognitionCache* cache, Progress& progress)
      : program_(std::move(program)), cache_(cache), progress_(progress) {}
  explicit WorkerClient(std::filesystem::path program)
      : WorkerClient(std::move(program), nullptr, nobody()) {}
  Document read(const File& file, const Limits& limits) override;
  std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                         const Limits& limits) override;
  std::optional<Error> trouble() const override;

 private:
  static Progress& nobody();
  void have_trouble(const std::optional<Error>& trouble);

  std::filesystem::path program_;
  RecognitionCache* cache_;
  Progress& progress_;
  Recognitions recognitions_;
  Spool spool_;
  mutable std::mutex troubles_;
  std::optional<Error> trouble_;  // the first
};

}  // namespace biaoshen
