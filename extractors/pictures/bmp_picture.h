// BMP to pixels: every depth, palettes, bit fields, run lengths, both row orders. Leptonica reads
// half of what programs write.
//
// It refuses nothing by size: its caller has looked at the header. Tested by
// tests/pictures/decode_picture_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct BmpSize {
  std::uint32_t width = 0, height = 0;  // 0: no header that makes sense
};
BmpSize bmp_size(std::string_view bytes);

struct BmpPicture {
  PixPtr pix;  // 32 bits; what the file does not hold is white; null where it holds nothing
  bool is_damaged = false;
};
BmpPicture decode_bmp(std::string_view bytes);

}  // namespace biaoshen
