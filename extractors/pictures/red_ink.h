// How much stamp ink there is: red, orange or pink, over what the paper itself has of it.
#pragma once

#include <cstdint>

#include "extractors/pictures/picture.h"
#include "extractors/pictures/reduced_picture.h"

namespace biaoshen {

// Of one pixel (Leptonica's word): how far red stands above green and blue, 0 to 255; 0 for every
// hue between yellow and purple.
inline int redness(std::uint32_t word) {
  const int r = static_cast<int>(word >> 24), g = static_cast<int>(word >> 16 & 255),
            b = static_cast<int>(word >> 8 & 255);
  if (r <= g || r <= b) return 0;
  const bool is_yellow = 3 * (g - b) > 2 * (r - b), is_purple = 2 * (b - g) > (r - g);
  return is_yellow || is_purple ? 0 : r - (g + b) / 2;
}

// The picture's redness, each block's mean, less the paper's. Empty for a grey picture.
Plane reduced_redness(const Pix& picture, int factor);

}  // namespace biaoshen
