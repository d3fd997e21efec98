#include "extractors/readers/pictures/picture_crop.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace biaoshen {
namespace {

constexpr double kLargestScale = 4;

// Written so that a NaN is the low end.
l_int32 clipped(float value, l_int32 high) {
  if (!(value > 0)) return 0;
  return value < static_cast<float>(high) ? static_cast<l_int32>(value) : high;
}

PixPtr piece_of(const Pix& picture, const Box& pixels) {
  Pix* pix = const_cast<Pix*>(&picture);  // Leptonica's getters take no const
  const l_int32 wide = pixGetWidth(pix), high = pixGetHeight(pix);
  const l_int32 left = clipped(std::floor(pixels.left), wide);
  const l_int32 top = clipped(std::floor(pixels.top), high);
  const l_int32 right = clipped(std::ceil(pixels.right), wide);
  const l_int32 bottom = clipped(std::ceil(pixels.bottom), high);
  if (right <= left || bottom <= top) return nullptr;
  ::Box* box = boxCreate(left, top, right - left, bottom - top);
  PixPtr piece(pixClipRectangle(pix, box, nullptr));
  boxDestroy(&box);
  return piece;
}

PixPtr scaled(PixPtr piece, double scale, double most_pixels) {
  if (piece == nullptr) return nullptr;
  const double area = static_cast<double>(pixGetWidth(piece.get())) *
                      static_cast<double>(pixGetHeight(piece.get()));
  const double factor = std::min(std::clamp(scale > 0 ? scale : 1, 0.0, kLargestScale),
                                 std::sqrt(std::max(most_pixels, 1.0) / area));
  if (std::abs(factor - 1) < 0.01) return piece;
  const auto both = static_cast<l_float32>(factor);
  return PixPtr(pixScale(piece.get(), both, both));
}

// In 32 bits a pixel is a word, whatever the picture is.
PixPtr in_colour(PixPtr piece) {
  if (piece == nullptr || pixGetDepth(piece.get()) == 32) return piece;
  return PixPtr(pixConvertTo32(piece.get()));
}

}  // namespace

Crop cut(const Pix& picture, const Box& pixels, double scale, double most_pixels) {
  const PixPtr piece = in_colour(scaled(piece_of(picture, pixels), scale, most_pixels));
  if (piece == nullptr) return {};
  Crop crop;
  crop.width = static_cast<std::uint32_t>(pixGetWidth(piece.get()));
  crop.height = static_cast<std::uint32_t>(pixGetHeight(piece.get()));
  crop.rgb.reserve(std::size_t{crop.width} * crop.height * 3);
  const l_uint32* row = pixGetData(piece.get());
  for (std::uint32_t y = 0; y < crop.height; ++y, row += pixGetWpl(piece.get())) {
    for (std::uint32_t x = 0; x < crop.width; ++x) {
      for (const int shift : {24, 16, 8}) crop.rgb += static_cast<char>((row[x] >> shift) & 0xFF);
    }
  }
  return crop;
}

}  // namespace biaoshen
