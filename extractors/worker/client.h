// The reader that production uses: starts biaoshen-reader for each file, gives it the
// file and an order, and turns its frames into a Document. A reader that dies, hangs or
// floods becomes a Problem (crash, time-limit, memory-limit, protocol) and what had
// arrived is kept.
//
// The deadline grows with what there is to do: Limits::seconds, plus seconds_per_page
// once the number of pages is known, plus seconds_per_mb of the file's size. Processor
// time is limited to the same by the kernel.
//
// Tested by tests/worker/client_test.cpp.
#pragma once

#include <filesystem>

#include "pipeline/contracts.h"

namespace biaoshen {

class WorkerClient final : public Reader {
 public:
  explicit WorkerClient(std::filesystem::path program) : program_(std::move(program)) {}
  Document read(const File& file, const Limits& limits) override;
  std::vector<Crop> crop(const File& file, std::span<const CropRequest> requests,
                         const Limits& limits) override;

 private:
  std::filesystem::path program_;
};

}  // namespace biaoshen
