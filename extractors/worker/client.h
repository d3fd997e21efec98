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
// serves one dossier, and what it keeps is bounded.
//
// Into the cache, which outlives the dossier, goes only what a file's own reader said, for the
// contents of that file: what it learned of pictures, all that it said of the file (transcript.h),
// and what it drew (kept_crops.h). With the same order the same file is then taken in from there by
// the same checks, and no reader is started. What ended badly, or at a limit of time or memory, is
// not kept, nor what was unpacked in quantity: that is quick, and its bytes would push out the
// rest.
//
// What the machine lacks is no fault of a file and becomes `trouble()`: no process to be had, no
// room in the spool. A reader that somebody else kills (memory is short) is started again, twice.
//
// A reader says first what confines it. With SandboxDemand::required one that lacks a layer opens
// nothing, and that is trouble, too.
//
// Tested by tests/worker/client_test.cpp, tests/worker/client_cache_test.cpp,
// tests/worker/kept_readings_test.cpp and tests/worker/saboteur_test.cpp.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "extractors/worker/confinement.h"
#include "extractors/worker/known_pictures.h"
#include "extractors/worker/recognition_cache.h"
#include "extractors/worker/spool.h"
#include "pipeline/contracts.h"

namespace biaoshen {

// What a reader that ended badly printed on its stderr, its beginning. For logs: bytes that
// strangers had a hand in.
struct LastWords {
  std::string path;  // of the file
  std::string said;
};

class WorkerClient final : public Reader {
 public:
  // `cache` (null: nothing is kept) and `progress`, which hears of pages, outlive it.
  WorkerClient(std::filesystem::path program, RecognitionCache* cache, Progress& progress,
               SandboxDemand demand = SandboxDemand::as_offered)
      : program_(std::move(program)), cache_(cache), progress_(progress), demand_(demand) {}
  explicit WorkerClient(std::filesystem::path program,
                        SandboxDemand demand = SandboxDemand::as_offered)
      : WorkerClient(std::move(program), nullptr, nobody(), demand) {}
  Document read(const File& file, const Limits& limits) override;
  std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                         const Limits& limits) override;
  std::optional<Error> trouble() const override;
  // Those of the least confined of all readers so far; nothing where there was none.
  std::optional<SandboxLayers> layers() const;
  std::vector<LastWords> last_words() const;  // of some readers, not more

 private:
  static Progress& nobody();
  void note(const File& file, const std::optional<Error>& trouble,
            const std::optional<SandboxLayers>& layers, const std::string& last_words);
  void have_trouble(const std::optional<Error>& trouble);
  bool draw(const File& file, const OpenedInput& input, std::span<const CropRequest> requests,
            const Limits& limits, std::vector<Crop>& crops);

  std::filesystem::path program_;
  RecognitionCache* cache_;
  Progress& progress_;
  SandboxDemand demand_;
  Recognitions recognitions_;
  Spool spool_;
  mutable std::mutex notes_;
  std::optional<Error> trouble_;  // the first
  std::optional<SandboxLayers> layers_;
  std::vector<LastWords> last_words_;
};

}  // namespace biaoshen
