// From the bytes of a PNG, JPEG, TIFF, BMP, GIF, WebP, HEIC or JPEG 2000 to pixels as a person
// sees them: EXIF orientation applied, transparency on white, palettes and 16 bits resolved, CMYK
// as colour. A damaged picture gives what could be decoded.
//
// It refuses pictures over the limits before it decodes. Tested by
// tests/pictures/decode_picture_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "extractors/pictures/picture.h"
#include "pipeline/contracts.h"

namespace biaoshen {

struct DecodedPicture {
  PixPtr pix;           // null where nothing could be decoded
  std::string problem;  // kind: damaged-image (also when partly decoded), image-limit; or empty
  double dpi = 0;       // as the file states it, if it is credible; else 0
};

// `page` from 1: TIFF files hold several.
DecodedPicture decode_picture(std::string_view bytes, unsigned page, const Limits& limits);

}  // namespace biaoshen
