// Text strings of a PDF (names of files, values of fields, signers) as UTF-8. The format knows
// UTF-16 and UTF-8 with a mark and an encoding of its own; Chinese programs also write GB18030
// without a word. Tested by tests/readers/pdf_attachments_test.cpp and pdf_form_test.cpp.
#pragma once

#include <string>
#include <string_view>

class Object;

namespace biaoshen {

// Line ends and tabs are kept; what cannot be text becomes U+FFFD.
std::string text_string(std::string_view bytes);
// Of a string, or the name that stands in for one; empty for all else.
std::string text_in(const Object& object);

}  // namespace biaoshen
