// Makes lines of print run along the pixel rows: skew of scans (to at least 5°) and the
// perspective of photographs of paper and screens. Quarter turns are not its business: they
// need reading (extractors/ocr/recognise.h).
//
// It refuses to touch a picture that is straight within what recognition tolerates.
// Tested by tests/pictures/straighten_test.cpp.
#pragma once

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct StraightPicture {
  PixPtr pix;                 // null where the picture is straight as it is
  PixelMap to_original;       // from its pixels to those of the picture given
  double skew = 0;            // degrees, clockwise, that were taken out
  bool is_rectified = false;  // a photographed page or screen was cut out and made rectangular
};
StraightPicture straighten(const Pix& picture);

}  // namespace biaoshen
