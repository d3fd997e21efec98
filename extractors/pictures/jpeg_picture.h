// JPEG to pixels by libjpeg itself: Leptonica gives nothing for a file that ends early, and
// cannot tell lost pixels from a harmless byte too many, which telephones write.
//
// It refuses nothing by size: its caller has looked at the header. Tested by
// tests/pictures/decode_picture_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct JpegSize {
  std::uint32_t width = 0, height = 0;  // 0: no header that makes sense
};
JpegSize jpeg_size(std::string_view bytes);

// Of a progressive file, where each goes over the whole picture; encoders write about ten.
constexpr std::uint32_t kMostJpegScans = 200;

struct JpegPicture {
  PixPtr pix;  // rows that could not be decoded are white or grey; null where none could
  bool is_damaged = false;
};
JpegPicture decode_jpeg(std::string_view bytes);

}  // namespace biaoshen
