// What is on a picture besides print: ruling lines of tables, handwriting, nothing at all.
// Tested by tests/pictures/page_signs_test.cpp.
#pragma once

#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen {

// Paper, shadow, dust and the ink of the other side only.
bool is_blank(const Pix& picture);

struct Stroke {  // a straight ruling along an axis, in pixels
  bool horizontal = true;
  float at = 0, from = 0, to = 0;
};
// Rulings of tables and forms: long, thin, straight; not the strokes of letters.
std::vector<Stroke> find_rulings(const Pix& straight_picture);

// Ink outside `print` (boxes of recognised lines), off the rulings and larger than dust:
// signatures, handwritten dates, ticks. Dark or coloured; seals are left out.
std::vector<Box> find_marks(const Pix& straight_picture, const std::vector<Box>& print,
                            const std::vector<Stroke>& rulings, const std::vector<Box>& seals);

}  // namespace biaoshen
