// From the detector's map (how likely each pixel is print) to lines: pixels over a threshold that
// touch, a mean likelihood that convinces, and the margin that the map was trained to leave out.
// Lines may run a little up or down; what stands steeper is a box like any other.
// Tested by tests/ocr/text_boxes_test.cpp.
#pragma once

#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct FoundLine {
  Box box;          // of the line turned level about its middle
  float slope = 0;  // pixels down for each pixel to the right
};
// The upright box around the line as it stands.
Box around(const FoundLine& line);

// `map`: 8 bits, 255 is certain. Pixels of the map, with margin; top to bottom, left to right.
std::vector<FoundLine> text_boxes(const Pix& map);

}  // namespace biaoshen
