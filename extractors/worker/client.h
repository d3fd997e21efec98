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
// Tested by tests/worker/client_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

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
  explicit WorkerClient(std::filesystem::path program) : program_(std::move(program)) {}
  Document read(const File& file, const Limits& limits) override;
  std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                         const Limits& limits) override;

 private:
  std::filesystem::path program_;
  Recognitions recognitions_;
  Spool spool_;
};

}  // namespace biaoshen
