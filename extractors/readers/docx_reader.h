// Reads DOCX (and DOCM, DOTX): every story of the document as pages of running text, tables
// as grids, pictures where they stand. Headers come first on the first page; footers,
// footnotes and endnotes last on the last, each once. Pages are cut where the document says
// so or where Word drew a break when it was last saved; a file without either is one page.
//
// It refuses deleted text, hidden text and comments as content, and everything outside the
// package. It does not number paragraphs that Word numbers by itself.
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_docx(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
