// Letters of symbol fonts as the Unicode characters that look like them: check boxes and
// ticks of forms, which a form reader must tell apart, and the usual signs of formulas.
//
// It refuses to guess: what it does not know is U+FFFD. Tested by
// tests/readers/docx_reader_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

// `code` as in <w:sym w:char="F0FE"/>.
char32_t symbol_of(std::string_view font, char32_t code);

}  // namespace biaoshen
