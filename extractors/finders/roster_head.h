// The head of a list of dossiers (推荐汇总表): which column names the unit, the project, the
// number of the standard, the rank. Known by the words of the head row, which the profile
// gives; a head may be two rows high.
//
// It refuses a row of a form (项目名称 | … | 申报单位 | …): under a head stand values, not
// further labels.
//
// Tested by tests/finders/roster_finder_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/grid_index.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// unit=申报单位/承担单位 | project=项目名称: the words that head a column, by its key.
using RosterColumns = std::map<std::string_view, std::vector<std::u32string>>;
RosterColumns roster_columns(const std::vector<std::string_view>& parameter);

struct RosterHead {
  std::uint32_t first_row = 0, last_row = 0;
  std::map<std::string_view, std::uint32_t> columns;  // from 0, by key
};

// The head that begins in that row of the table.
std::optional<RosterHead> roster_head(const Page& page, const GridIndex& grid, std::uint32_t row,
                                      const RosterColumns& wanted);

// How much of a column a cell heads: 0 nothing, the more the surer.
int heads_column(const Glyphs& cell, const std::vector<std::u32string>& words);

}  // namespace biaoshen
