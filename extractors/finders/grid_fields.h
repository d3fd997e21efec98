// Labels with their values in the cells of a table: right of the label, below it
// under a row of labels, or inside the label's own cell.
//
// It refuses to step over cells: a value is a neighbour of its label.
//
// Tested by tests/finders/field_layout_test.cpp.
#pragma once

#include <vector>

#include "extractors/finders/field_layout.h"
#include "extractors/finders/line_fields.h"

namespace biaoshen {

// `inside`: what parts label and value inside one cell (separator_in_cells).
std::vector<Field> fields_in_grid(const Page& page, const Grid& grid, const LabelBook& book,
                                  Separator inside);

}  // namespace biaoshen
