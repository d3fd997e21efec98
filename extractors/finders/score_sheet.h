// Self-score sheets read from tables: items with points and maxima, sub-totals,
// totals. A sheet may run over several pages; a file may have several sheets.
//
//   一级指标       | 二级指标         | 分值 | 自评得分
//   1.标准需求(15分) | 1.1背景环境      | 3    | 3        an item, group 标准需求
//                  | 小计             | 15   | 12       a sub-total
//   合计           |                  | 100  | 91       the total
//
// Maxima may stand in the text (1.1背景环境(3分)) and first-level rows among the
// items (1.标准需求 | 15 | 12 above 1.1, 1.2): those head a group and are no items.
//
// It refuses to add up or to judge; and it knows no official table of indicators.
//
// Tested by tests/finders/score_sheet_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

struct ScoreEntry {
  const Page* page = nullptr;
  std::string name, group;
  std::optional<double> points, maximum;
  std::string unread;              // what stands in the cell of points but is no number
  std::size_t begin = 0, end = 0;  // bytes of page->text: the points, else the name
};

struct ScoreSheet {
  std::vector<ScoreEntry> items, subtotals, totals;
  bool is_filled() const;  // has points of an item or a total
};

// In the order of the pages. Pages must outlive the sheets.
std::vector<ScoreSheet> read_score_sheets(std::span<const Page* const> pages);

// Totals that stand in the text around the tables: 自评总分：91分, 自评得分为91分.
std::vector<ScoreEntry> totals_in_text(const Page& page);

}  // namespace biaoshen
