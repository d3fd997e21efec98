// Quarter turns: print whose lines run along the columns, or that stands on its head.
// Tested by tests/ocr/upright_test.cpp.
#pragma once

#include <vector>

#include "extractors/ocr/text_boxes.h"
#include "extractors/pictures/picture.h"

namespace biaoshen {

// Whether most of the print that was found runs up or down the page.
bool runs_along_columns(const std::vector<FoundLine>& lines);

// The picture turned clockwise; null where it cannot be.
PixPtr turned(const Pix& picture, int quarter_turns);
// From pixels of the turned picture to those of the picture of width × height that was turned.
PixelMap from_turned(int quarter_turns, int width, int height);

}  // namespace biaoshen
