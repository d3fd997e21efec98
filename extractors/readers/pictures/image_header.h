// What the header of a picture says: format, pixels, orientation, whether it is whole.
// Own small parsers (but for HEIC and JPEG, whose libraries are asked), because the question must
// be answered before any decoder runs: a few bytes can announce gigabytes of pixels.
//
// It refuses to decode anything. Tested by tests/readers/image_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

struct PixelSize {
  std::uint32_t width = 0, height = 0;  // as displayed: orientation applied
};

struct ImageHeader {
  std::string format;  // png, jpeg, tiff, bmp, gif, webp, heic, emf, wmf; empty: not a picture
  std::vector<PixelSize> pages;  // one but for TIFF; empty where the header is damaged
  bool is_cut = false;           // the file ends before the picture does, or its pages go round
  bool has_more_pages = false;   // TIFF pages beyond kMostImagePages were not looked at
  bool has_tail = false;         // something stands behind the end of the picture
  std::uint32_t scans = 0;       // of a JPEG: how often a decoder goes over all of it
};

constexpr std::size_t kMostImagePages = 200;

// Format by the first bytes alone (at least 64 where there are as many).
std::string_view image_format(std::string_view beginning);
ImageHeader read_image_header(const ByteSource& bytes);

}  // namespace biaoshen
