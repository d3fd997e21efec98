// Pictures as documents: one page each (TIFF: one a page), sized for 96 dots an inch, with
// the picture on it. Their words are not read here; every page says so with needs-ocr.
//
// It refuses pictures over the pixel limits by their header, before anything is decoded.
// Tested by tests/readers/image_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_image(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
