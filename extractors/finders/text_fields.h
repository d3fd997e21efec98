// Labels with their values in consecutive lines, on a page or inside one cell of
// a table: on the line itself, on the next line where the label stands alone,
// and on the lines a value is wrapped to.
//
// It refuses to take a heading (一、…), another label or a bare hint (（盖章）)
// for a value.
//
// Tested by tests/finders/field_layout_test.cpp.
#pragma once

#include <vector>

#include "extractors/finders/field_layout.h"
#include "extractors/finders/free_lines.h"
#include "extractors/finders/line_fields.h"

namespace biaoshen {

// `lines` in the order of the page; neighbours in the vector are neighbours in print.
std::vector<Field> fields_in_lines(const Page& page, const std::vector<TextRange>& lines,
                                   const LabelBook& book);

// In a cell every line that follows a label belongs to its value, up to the next
// label; labels need what `separator` says, or a line of their own.
std::vector<Field> fields_in_cell(const Page& page, const GridCell& cell, const LabelBook& book,
                                  Separator separator);

// What parts label and value inside the cells of a page. Goes through all words: once a page.
Separator separator_in_cells(const Page& page);

// One Field for each label of `wanted` that was asked for.
void add_fields(std::vector<Field>& fields, const std::vector<std::size_t>& wanted, TextRange label,
                TextRange value);

}  // namespace biaoshen
