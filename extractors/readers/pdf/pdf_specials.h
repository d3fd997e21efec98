// What a PDF is besides its pages, said once a file: restricted, active, signed, a portfolio, a
// form. And its attachments, which are handed on.
//
// A form by XFA holds its pages in a language of its own that only some viewers speak. Where the
// file has an ordinary form as well, that is read; where its pages only ask the reader to wait,
// they are no content. Tested by tests/readers/pdf_specials_test.cpp.
#pragma once

#include <string_view>

#include "extractors/readers/open_file.h"

class PDFDoc;

namespace biaoshen {

// Gives `partial` where attachments were left out.
FileStatus report_specials(PDFDoc& document, const OpenFile& file, const Limits& limits,
                           DocumentSink& sink);

enum class Xfa : unsigned char { none, beside_pages, instead_of_pages };
Xfa xfa_of(PDFDoc& document);
// Whether a page of a form says nothing but that its content is still to come.
bool asks_to_wait(std::string_view page_text);

}  // namespace biaoshen
