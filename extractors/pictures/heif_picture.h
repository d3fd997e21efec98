// HEIC and AVIF, as telephones send photographs: the primary picture in colour, turned as the file
// says.
//
// It refuses nothing by size: its caller has looked at the header. Tested by
// tests/pictures/heif_picture_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractors/pictures/picture.h"

namespace biaoshen {

// By the first bytes.
bool is_heif(std::string_view beginning);

struct HeifSize {
  std::uint32_t width = 0, height = 0;  // as displayed; 0: no picture
};
HeifSize heif_size(std::string_view bytes);

// Null where it could not be decoded.
PixPtr decode_heif(std::string_view bytes);

}  // namespace biaoshen
