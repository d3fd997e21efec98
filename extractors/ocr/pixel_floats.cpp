#include "extractors/ocr/pixel_floats.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace biaoshen {

namespace {

// Leptonica reads only, but says so nowhere.
Pix* unlocked(const Pix& picture) {
  return const_cast<Pix*>(&picture);
}

// Without the sharpening that Leptonica adds by default: nets were trained without.
PixPtr scaled(const Pix& picture, int width, int height) {
  const float x = static_cast<float>(width) / static_cast<float>(pixGetWidth(unlocked(picture)));
  const float y = static_cast<float>(height) / static_cast<float>(pixGetHeight(unlocked(picture)));
  return PixPtr(pixScaleGeneral(unlocked(picture), x, y, 0.0f, 0));
}

}  // namespace

std::vector<float> pixel_floats(const Pix& picture, int width, int height, int plane_width,
                                int plane_height, const Normalising& normalising) {
  const std::size_t plane =
      static_cast<std::size_t>(plane_width) * static_cast<std::size_t>(plane_height);
  std::vector<float> values(3 * plane, 0.0f);
  const PixPtr small = scaled(picture, width, height);
  if (small == nullptr) return values;

  std::array<std::array<float, 256>, 3> table{};
  for (std::size_t c = 0; c < 3; ++c)
    for (std::size_t v = 0; v < 256; ++v)
      table[c][v] =
          (static_cast<float>(v) / 255.0f - normalising.mean[c]) / normalising.deviation[c];

  const bool colour = pixGetDepth(small.get()) == 32;
  const int last_column = std::min(width, pixGetWidth(small.get())) - 1;
  const int last_row = std::min(height, pixGetHeight(small.get())) - 1;
  for (int y = 0; y < height; ++y) {
    const l_uint32* row =
        pixGetData(small.get()) +
        static_cast<std::ptrdiff_t>(std::min(y, last_row)) * pixGetWpl(small.get());
    const std::size_t start = static_cast<std::size_t>(y) * static_cast<std::size_t>(plane_width);
    for (int x = 0; x < width; ++x) {
      const int from = std::min(x, last_column);
      const std::size_t to = start + static_cast<std::size_t>(x);
      const l_uint32 value = colour ? row[from] : GET_DATA_BYTE(row, from) * 0x01010100u;
      values[to] = table[0][(value >> L_BLUE_SHIFT) & 0xff];
      values[plane + to] = table[1][(value >> L_GREEN_SHIFT) & 0xff];
      values[2 * plane + to] = table[2][(value >> L_RED_SHIFT) & 0xff];
    }
  }
  return values;
}

}  // namespace biaoshen
