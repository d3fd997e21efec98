// Tables of a picture whose faint rulings were found only in part: a cell that reaches over
// several rows (or columns) of its table, and has print of its own in each of them, is as
// many cells. A cell that is merged in print has its text in the middle, across the lines
// that end at it, and stays one.
//
// Pure functions. Tested by tests/readers/mend_tables_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/pdf/pdf_layout.h"

namespace biaoshen {

// With a horizontal ruling where two or more vertical ones end that end on none: the edge of
// a shaded head is a ruling too, and is not seen as one.
std::vector<Ruling> completed(const std::vector<Ruling>& rulings);

// `words`: boxes of the words on the page.
RuledTable mended(const RuledTable& table, const std::vector<Box>& words);

}  // namespace biaoshen
