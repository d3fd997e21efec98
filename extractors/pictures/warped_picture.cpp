#include "extractors/pictures/warped_picture.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <cstdint>

namespace biaoshen {
namespace {

struct Taken {
  const l_uint32* data;
  std::size_t wpl;
  int width, height;
};

// Leptonica packs four grey pixels into a word, the first in the highest byte: on this kind of
// machine the bytes of each word lie the other way round.
std::uint32_t byte_at(const l_uint32* line, std::size_t x) {
  return reinterpret_cast<const std::uint8_t*>(line)[x ^ 3];
}
std::uint32_t between(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d,
                      std::uint32_t right, std::uint32_t down) {
  return ((a * (256 - right) + b * right) * (256 - down) + (c * (256 - right) + d * right) * down +
          32768) >>
         16;
}

// The same for the first and third byte of words at once.
std::uint32_t two_between(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d,
                          std::uint32_t right, std::uint32_t down) {
  constexpr std::uint32_t kTwo = 0x00FF00FF;
  const std::uint32_t above = ((a & kTwo) * (256 - right) + (b & kTwo) * right) >> 8 & kTwo;
  const std::uint32_t below = ((c & kTwo) * (256 - right) + (d & kTwo) * right) >> 8 & kTwo;
  return (above * (256 - down) + below * down) >> 8 & kTwo;
}

// At x, y in 256ths of a pixel.
template <bool is_colour>
std::uint32_t sample(const Taken& s, std::int64_t fine_x, std::int64_t fine_y) {
  const std::int64_t x = fine_x >> 8, y = fine_y >> 8;
  if (x < 0 || y < 0 || x >= s.width - 1 || y >= s.height - 1) return is_colour ? 0xFFFFFF00 : 255;
  const auto column = static_cast<std::size_t>(x);
  const l_uint32* upper = s.data + static_cast<std::size_t>(y) * s.wpl;
  const l_uint32* lower = upper + s.wpl;
  const auto right = static_cast<std::uint32_t>(fine_x & 255),
             down = static_cast<std::uint32_t>(fine_y & 255);
  if constexpr (!is_colour)
    return between(byte_at(upper, column), byte_at(upper, column + 1), byte_at(lower, column),
                   byte_at(lower, column + 1), right, down);
  const std::uint32_t low =
      two_between(upper[column], upper[column + 1], lower[column], lower[column + 1], right, down);
  const std::uint32_t high = two_between(upper[column] >> 8, upper[column + 1] >> 8,
                                         lower[column] >> 8, lower[column + 1] >> 8, right, down);
  return (high << 8 | low) & 0xFFFFFF00;
}

std::int64_t in_256ths(double v) {
  return v > -1e6 && v < 1e6 ? static_cast<std::int64_t>(std::floor(v * 256 + 0.5)) : -512;
}

template <bool is_colour>
void draw(const Taken& source, const PixelMap& map, Pix* to) {
  const auto& m = map.m;
  const bool is_affine = m[6] == 0 && m[7] == 0;
  const int width = pixGetWidth(to), height = pixGetHeight(to);
  constexpr double kFine = 1 << 24;
  const auto step_x = static_cast<std::int64_t>(m[0] / m[8] * kFine),
             step_y = static_cast<std::int64_t>(m[3] / m[8] * kFine);
  for (int y = 0; y < height; ++y) {
    l_uint32* line =
        pixGetData(to) + static_cast<std::size_t>(pixGetWpl(to)) * static_cast<std::size_t>(y);
    auto at_x = static_cast<std::int64_t>((m[1] * y + m[2]) / m[8] * kFine) + (1 << 15);
    auto at_y = static_cast<std::int64_t>((m[4] * y + m[5]) / m[8] * kFine) + (1 << 15);
    for (int x = 0; x < width; ++x) {
      std::uint32_t value;
      if (is_affine) {
        value = sample<is_colour>(source, at_x >> 16, at_y >> 16);
        at_x += step_x, at_y += step_y;
      } else {
        const double w = m[6] * x + m[7] * y + m[8];
        value = sample<is_colour>(source, in_256ths((m[0] * x + m[1] * y + m[2]) / w),
                                  in_256ths((m[3] * x + m[4] * y + m[5]) / w));
      }
      if constexpr (is_colour)
        line[x] = value;
      else
        reinterpret_cast<std::uint8_t*>(line)[x ^ 3] = static_cast<std::uint8_t>(value);
    }
  }
}

}  // namespace

PixPtr warped(const Pix& picture, const PixelMap& to_original, int width, int height) {
  Pix* pix = const_cast<Pix*>(&picture);
  const int depth = pixGetDepth(pix);
  PixPtr to(width > 0 && height > 0 ? pixCreate(width, height, depth) : nullptr);
  if (!to) return nullptr;
  const Taken source{pixGetData(pix), static_cast<std::size_t>(pixGetWpl(pix)), pixGetWidth(pix),
                     pixGetHeight(pix)};
  if (depth == 32)
    draw<true>(source, to_original, to.get());
  else
    draw<false>(source, to_original, to.get());
  pixSetResolution(to.get(), pixGetXRes(pix), pixGetYRes(pix));
  return to;
}

}  // namespace biaoshen
