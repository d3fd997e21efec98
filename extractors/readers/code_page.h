// Text in the code pages that old Office files state by number.
// It refuses unknown numbers: they are read as Latin. Tested by tests/readers/code_page_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace biaoshen {

// As ICU knows it, for a code page of Windows.
const char* encoding_of_code_page(std::uint32_t code_page);

// What is no character becomes U+FFFD.
std::u32string decoded(std::string_view bytes, const char* encoding);

}  // namespace biaoshen
