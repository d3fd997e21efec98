// The paragraphs of a page: runs of printed lines that one text fills, and what the cells of
// its tables hold. In running text without geometry every line is a paragraph; on a printed
// page lines belong together where the upper one is filled up to the right edge and the lower
// one is neither set off nor numbered.
//
// It refuses to join over a page, a cell or a column.
//
// Tested by tests/finders/paragraphs_test.cpp.
#pragma once

#include <vector>

#include "extractors/finders/free_lines.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// Bytes of Page::text, in the order of the text.
std::vector<TextRange> paragraphs(const Page& page);

// The same for some lines, which are neighbours in print: of a cell, or of a page.
std::vector<TextRange> paragraphs_of_lines(const Page& page, const std::vector<TextRange>& lines);

}  // namespace biaoshen
