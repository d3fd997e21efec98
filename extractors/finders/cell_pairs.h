// Cells of a table that ask, and the cells to their right that answer: 有无违法记录 | 无,
// 观摩活动（次） | 3. Unlike a label, what asks may be any short text.
//
// It refuses to pair over an empty cell or across a gap of the table.
//
// Tested by tests/finders/sentence_finder_test.cpp and quantity_finder_test.cpp.
#pragma once

#include <cstddef>
#include <map>

#include "extractors/finders/free_lines.h"
#include "pipeline/model/document.h"

namespace biaoshen {

struct CellPair {
  TextRange asks, answers;  // bytes of Page::text, without blanks at the ends
};

// By the first byte of the cell that asks.
std::map<std::size_t, CellPair> cell_pairs(const Page& page);

}  // namespace biaoshen
