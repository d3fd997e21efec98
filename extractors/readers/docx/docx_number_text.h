// The numbers that Word puts before paragraphs, as it writes them: 3, c, IV, 三, 第三's 三, 叁, 丙,
// ③.
//
// It refuses to write out words (first, one): such formats, and numbers beyond what a format
// has, come out in decimal. Tested by tests/readers/docx_numbering_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace biaoshen {

// `format` as in <w:numFmt w:val="…"/>. Nothing for "none".
std::string number_text(std::int64_t number, std::string_view format);

}  // namespace biaoshen
