// Parts of a picture: boxes of it, and lines that do not run quite level, made level.
// Tested by tests/ocr/line_crop_test.cpp.
#pragma once

#include "extractors/ocr/text_boxes.h"
#include "extractors/pictures/picture.h"

namespace biaoshen {

// Null where the box has no pixel of the picture.
PixPtr cut_out(const Pix& picture, const Box& box);
PixPtr cut_line(const Pix& picture, const FoundLine& line);

}  // namespace biaoshen
