// A table that was printed without rules, rebuilt from its lines: a head line with
// 得分 in one of its columns, and the lines below sorted into these columns by place.
//
// It refuses lines without geometry unless they have as many columns as the head:
// a lone number could as well be the maximum as the points.
//
// Tested by tests/finders/score_sheet_test.cpp.
#pragma once

#include <optional>

#include "pipeline/model/document.h"

namespace biaoshen {

// Cells point into page.text. None where no line is a head of three columns or more.
std::optional<Grid> grid_of_lines(const Page& page);

}  // namespace biaoshen
