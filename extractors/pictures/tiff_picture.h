// One page of a TIFF to pixels: fax and grey pages as they are, everything else (tiles, planes,
// inks, palettes, 16 bits, JPEG inside, alpha) by libtiff's colour reader.
//
// It refuses nothing by size: its caller has looked at the header. Tested by
// tests/pictures/decode_picture_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct TiffSize {
  std::uint32_t width = 0, height = 0;  // 0: no such page
};
// `page` from 1.
TiffSize tiff_size(std::string_view bytes, unsigned page);

struct TiffPicture {
  PixPtr pix;  // what could not be decoded is white; null where nothing could
  bool is_damaged = false;
};
TiffPicture decode_tiff(std::string_view bytes, unsigned page);

}  // namespace biaoshen
