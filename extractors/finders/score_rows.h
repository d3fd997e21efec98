// The rows of one table below the head of a score sheet, before anybody decides
// which of them are items and which head a group.
//
// Tested by tests/finders/score_sheet_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "extractors/finders/score_head.h"
#include "extractors/finders/score_sheet.h"

namespace biaoshen {

struct ScoreRow {
  enum class Kind : unsigned char { entry, section, subtotal, total } kind = Kind::entry;
  ScoreEntry entry;          // group: the first-level cell, where the table has one
  std::size_t level = 0;     // index of the indicator column the name stands in
  int rank = 0;              // depth of its outline number, 0 without
  bool opens_group = false;  // a first-level cell of its own begins in this row
};

// Rows [first, end) of the table, read with the columns of `head`.
std::vector<ScoreRow> score_rows(const Page& page, const GridIndex& grid, const ScoreHead& head,
                                 std::uint32_t first, std::uint32_t end);

}  // namespace biaoshen
