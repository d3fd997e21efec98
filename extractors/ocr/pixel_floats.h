// Pixels as a net wants them: three planes of floats (blue, green, red), scaled to a given size.
// Tested by tests/ocr/pixel_floats_test.cpp.
#pragma once

#include <array>
#include <vector>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct Normalising {  // (value / 255 - mean) / deviation, a plane each
  std::array<float, 3> mean, deviation;
};

// `picture` scaled to width × height, in the top left of planes of plane_width × plane_height;
// the rest is zero.
std::vector<float> pixel_floats(const Pix& picture, int width, int height, int plane_width,
                                int plane_height, const Normalising& normalising);

}  // namespace biaoshen
