// What a reader gets: an open file and nothing else. It never sees a path of the
// machine; `name` (the name the applicant gave) is only for telling a wrong extension.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

struct OpenFile {
  int descriptor = -1;  // read-only; readers may seek, and dup it where a library wants to own one
  std::uint64_t bytes = 0;
  std::string name;
};

// Reads the whole file into `sink`, page at a time. Problems go to the sink; it never throws.
using ReadFunction = void (*)(const OpenFile& file, const Limits& limits, DocumentSink& sink);

// Draws parts of pages; one crop a request, empty where it could not be drawn.
using CropFunction = std::vector<Crop> (*)(const OpenFile& file,
                                           std::span<const CropRequest> requests,
                                           const Limits& limits);

}  // namespace biaoshen
