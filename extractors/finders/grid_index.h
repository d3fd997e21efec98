// Finds the cell that covers a row and column quickly, however large the grid:
// asking each cell in turn would make a big worksheet quadratic.
//
// It refuses to follow absurd spans: a cell counts for at most 1,000 rows, and
// all spans together for a million entries.
//
// Tested by tests/finders/field_layout_test.cpp.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

class GridIndex {
 public:
  explicit GridIndex(const Grid& grid);  // `grid` must outlive the index
  const GridCell* at(std::uint32_t row, std::uint32_t column) const;
  // Cells that cover a row, by column.
  std::vector<const GridCell*> row(std::uint32_t row) const;
  std::uint32_t rows() const { return rows_; }

 private:
  struct Entry {
    std::uint32_t row;
    const GridCell* cell;
  };
  std::vector<Entry> entries_;  // by row, then column of the cell
  std::uint32_t rows_ = 0;      // one past the last row that has a cell
};

}  // namespace biaoshen
