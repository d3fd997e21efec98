// The sheet or the screen on a photograph: a bright quadrilateral before something darker.
//
// It refuses whatever is not clearly one: sides that are not straight or leave the picture,
// corners too sharp, a surround that is not dark. A scan and a screenshot have none. Tested by
// tests/pictures/straighten_test.cpp.
#pragma once

#include <array>
#include <optional>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct PicturePoint {
  double x = 0, y = 0;
};
using Quad = std::array<PicturePoint, 4>;  // clockwise from the top left, pixels

std::optional<Quad> bright_quad(const Pix& picture);
// From the rectangle (0, 0) to (width, height) to the quadrilateral.
PixelMap rectangle_to(const Quad& quad, double width, double height);

}  // namespace biaoshen
