#include "extractors/pictures/picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace biaoshen {

void PixDeleter::operator()(Pix* pix) const {
  pixDestroy(&pix);
}

Box PixelMap::apply(const Box& box) const {
  Box out{1e9f, 1e9f, -1e9f, -1e9f};
  for (const double x : {box.left, box.right})
    for (const double y : {box.top, box.bottom}) {
      const double w = m[6] * x + m[7] * y + m[8];
      const auto to_x = static_cast<float>((m[0] * x + m[1] * y + m[2]) / w);
      const auto to_y = static_cast<float>((m[3] * x + m[4] * y + m[5]) / w);
      out = {std::min(out.left, to_x), std::min(out.top, to_y), std::max(out.right, to_x),
             std::max(out.bottom, to_y)};
    }
  return out;
}

PixelMap operator*(const PixelMap& outer, const PixelMap& inner) {
  PixelMap product;
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) {
      double sum = 0;
      for (int i = 0; i < 3; ++i) sum += outer.m[3 * row + i] * inner.m[3 * i + column];
      product.m[3 * row + column] = sum;
    }
  return product;
}

}  // namespace biaoshen
