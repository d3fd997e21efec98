// Pictures as documents: one page each (TIFF: one a page), sized for 96 dots an inch, with
// the picture on it and the words that were recognised.
//
// It refuses pictures over the pixel limits by their header, before anything is decoded, and
// it refuses to call a picture read in which nothing was recognised: that page is failed.
// Tested by tests/readers/image_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_image(const OpenFile& file, const Limits& limits, DocumentSink& sink);
std::vector<Crop> crop_image(const OpenFile& file, std::span<const CropRequest> requests,
                             const Limits& limits);

}  // namespace biaoshen
