// From printed words and rulings to the text, lines and grids of a page. Pure
// functions, so that they can be tested without any PDF.
//
// Lines are what the eye sees as lines: words whose boxes overlap by half their
// height, left to right. Ruled tables come first: a word inside a table belongs to
// its cell, and a row of the table is one line with the cells' texts between tabs,
// so that every cell is one contiguous range of the page's text.
//
// Tested by tests/readers/pdf_layout_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/pdf/pdf_walk.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// A table found from rulings: cells with boxes, not yet with text.
struct RuledCell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  Box box;
};
struct RuledTable {
  std::uint32_t rows = 0, columns = 0;
  Box box;
  std::vector<RuledCell> cells;  // by row, then column
};
std::vector<RuledTable> find_tables(const std::vector<Ruling>& rulings);

// Appends text, words, lines and grids from the walk to `page`. Gives for each word it
// appended which of walk.words it is.
std::vector<std::size_t> lay_out(const PageWalk& walk, Origin origin, std::uint8_t confidence,
                                 Page& page);

}  // namespace biaoshen
