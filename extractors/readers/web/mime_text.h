// The plain text of messages: out of whatever encoding, a paragraph a line.
// Tested by tests/readers/mime_reader_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "extractors/readers/docx/docx_blocks.h"
#include "extractors/readers/flow_pages.h"

namespace biaoshen {

// As UTF-8, as far as the encoding is known. `charset` as the message states it; may be empty.
std::string decoded_text(std::string_view bytes, std::string_view charset);

// Whatever the bytes, pages get valid text. False where a line is longer than a page may be, and
// was cut, or where there are too many pages.
bool write_lines(std::string_view text, const FlowPages& pages, DocxFlow& flow);

}  // namespace biaoshen
