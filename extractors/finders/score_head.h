// The head of a score sheet: which column has the indicators, the maxima, the
// points. Known by the words of the head row, wherever it stands; a head of two
// rows (评分 over 满分 and 得分) is read by its lower row.
//
// It refuses to take the experts' columns (专家评分, 复核得分) for the applicant's.
//
// Tested by tests/finders/score_sheet_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/finders/grid_index.h"
#include "pipeline/model/document.h"

namespace biaoshen {

struct ScoreHead {
  std::uint32_t first_row = 0, last_row = 0;  // of the head
  std::uint32_t points = 0;                   // columns, from 0
  std::optional<std::uint32_t> maximum, serial;
  std::vector<std::uint32_t> indicators;    // first level first
  std::vector<std::uint32_t> descriptions;  // 评价内容, 评分标准, …: may hold maxima
};

// Every head of a table, from its top: a worksheet may hold several score sheets.
std::vector<ScoreHead> score_heads(const Page& page, const GridIndex& grid);

// Whether both heads have the same columns: a head repeated on the next page.
bool same_columns(const ScoreHead& a, const ScoreHead& b);

// Whether a page has a table with the head of a score sheet.
bool has_score_table(const Page& page);

}  // namespace biaoshen
