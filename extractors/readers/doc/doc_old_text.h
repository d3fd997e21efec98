// The bare text of Word 6 and 95 files, in the code page of the language they state: paragraphs,
// and a cell a line. Their looks have other codes that nobody here reads.
//
// It refuses files that were saved fast, whose text lies in pieces.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include "extractors/readers/doc/doc_header.h"
#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_old_text(const ByteSource& main, const DocHeader& header, const Limits& limits,
                   DocumentSink& sink);

}  // namespace biaoshen
