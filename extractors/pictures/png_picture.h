// PNG to pixels by libpng itself, because Leptonica throws a cut file away whole where
// half a page of print is worth having.
//
// It refuses nothing by size: its caller has looked at the header. Tested by
// tests/pictures/decode_picture_test.cpp.
#pragma once

#include <string_view>

#include "extractors/pictures/picture.h"

namespace biaoshen {

struct PngPicture {
  PixPtr pix;  // rows that could not be decoded are white; null where none could
  bool is_damaged = false;
};
PngPicture decode_png(std::string_view bytes);

}  // namespace biaoshen
