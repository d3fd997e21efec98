// The digital signatures of a PDF: who is said to have signed, when, and whether what is signed is
// the whole file. Nothing is verified: no key is checked, nobody is trusted, and that is said.
//
// Tested by tests/readers/pdf_signatures_test.cpp.
#pragma once

#include <string>

#include "extractors/readers/open_file.h"

class PDFDoc;

namespace biaoshen {

// One problem a signature; fields that nobody signed are none.
void report_signatures(PDFDoc& document, const OpenFile& file, DocumentSink& sink);

}  // namespace biaoshen
