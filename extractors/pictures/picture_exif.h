// The way up of a picture, as a camera or telephone noted it: EXIF tag 274 in a JPEG (APP1), a
// PNG (eXIf) or a WebP (EXIF). Every offset of the file is doubted.
//
// It refuses to read any other tag. Tested by tests/pictures/decode_picture_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

// 1 (upright) to 8; 1 where nothing credible is said.
unsigned exif_orientation(std::string_view picture);

}  // namespace biaoshen
