// A table that was printed without rules, rebuilt from its lines: a head line that is known
// by what its columns say, and the lines below sorted into these columns by place.
//
// It refuses lines without geometry unless they have as many columns as the head:
// a lone number could as well be the maximum as the points.
//
// Tested by tests/finders/score_sheet_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "extractors/finders/glyphs.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// What tells the head line: so many of its columns that pass the test.
struct HeadSign {
  std::function<bool(const Glyphs& column)> is_head;
  std::size_t fewest = 1;
};
HeadSign head_of_scores();  // 得分, 自评, 评分

// Cells point into page.text. None where no line is a head of three columns or more.
std::optional<Grid> grid_of_lines(const Page& page, const HeadSign& sign);

}  // namespace biaoshen
