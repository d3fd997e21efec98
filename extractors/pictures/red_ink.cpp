#include "extractors/pictures/red_ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace biaoshen {

Plane reduced_redness(const Pix& picture, int factor) {
  Pix* pix = const_cast<Pix*>(&picture);
  Plane plane;
  if (pixGetDepth(pix) != 32) return plane;
  plane.factor = factor;
  plane.width = pixGetWidth(pix) / factor;
  plane.height = pixGetHeight(pix) / factor;
  const auto width = static_cast<std::size_t>(plane.width),
             block = static_cast<std::size_t>(factor);
  plane.pixels.resize(width * static_cast<std::size_t>(plane.height));
  const std::size_t step = factor >= 4 ? 2 : 1;  // a quarter of the pixels tells as much
  std::vector<int> sum(width);
  for (int y = 0; y < plane.height; ++y) {
    std::fill(sum.begin(), sum.end(), 0);
    int rows = 0;
    for (std::size_t i = 0; i < block; i += step, ++rows) {
      const l_uint32* line = pixGetData(pix) + static_cast<std::size_t>(pixGetWpl(pix)) *
                                                   (static_cast<std::size_t>(y) * block + i);
      for (std::size_t x = 0; x < width; ++x)
        for (std::size_t j = 0; j < block; j += step) sum[x] += redness(line[x * block + j]);
    }
    const int count = rows * rows;
    for (std::size_t x = 0; x < width; ++x)
      plane.pixels[static_cast<std::size_t>(y) * width + x] =
          static_cast<std::uint8_t>(sum[x] / count);
  }
  std::vector<std::uint8_t> sorted = plane.pixels;
  if (sorted.empty()) return plane;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2),
                   sorted.end());
  const std::uint8_t paper = sorted[sorted.size() / 2];
  for (std::uint8_t& v : plane.pixels)
    v = v > paper ? static_cast<std::uint8_t>(v - paper) : std::uint8_t{0};
  return plane;
}

}  // namespace biaoshen
