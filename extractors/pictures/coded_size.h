// How large a picture is that a decoder would make of these bytes, told without decoding: for the
// codecs of PDF whose own header decides, whatever the dictionary around them says. Two hundred
// bytes of either may stand for a picture of gigabytes.
//
// Where several things of different size would be made (pages, regions, tiles), the largest width
// and the largest height. Zeros where there is no header.
//
// Tested by tests/pictures/coded_size_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace biaoshen {

struct CodedSize {
  std::uint64_t width = 0, height = 0;
};

CodedSize larger(const CodedSize& a, const CodedSize& b);

// The segments of JBIG2 as PDF embeds them: one after the other, without a file header.
CodedSize jbig2_size(std::string_view segments);
// JPEG 2000, in its boxes or bare.
CodedSize jp2_size(std::string_view bytes);

}  // namespace biaoshen
