// Pixels in memory: Leptonica's Pix with an owner. 8 bits grey or 32 bits colour, never a
// palette, never an alpha channel; white paper is white.
#pragma once

#include <memory>

#include "pipeline/model/document.h"

struct Pix;

namespace biaoshen {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Where a pixel of a turned or straightened picture stood in the picture it was made from:
// a projective map, row by row.
struct PixelMap {
  double m[9] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  // The smallest upright box around the mapped corners.
  Box apply(const Box& box) const;
};
// First `inner`, then `outer`.
PixelMap operator*(const PixelMap& outer, const PixelMap& inner);

}  // namespace biaoshen
