#include "extractors/finders/grid_index.h"

#include <algorithm>
#include <tuple>

namespace biaoshen {
namespace {

constexpr std::uint32_t kTallest = 1000;
constexpr std::size_t kMostEntries = 1'000'000;

}  // namespace

GridIndex::GridIndex(const Grid& grid) {
  for (const GridCell& cell : grid.cells) {
    const std::uint32_t span = std::min(std::max(cell.row_span, 1U), kTallest);
    for (std::uint32_t i = 0; i < span && entries_.size() < kMostEntries; ++i) {
      entries_.push_back({cell.row + i, &cell});
    }
  }
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.row, a.cell->column) < std::tie(b.row, b.cell->column);
  });
  if (!entries_.empty()) rows_ = entries_.back().row + 1;
}

const GridCell* GridIndex::at(std::uint32_t row, std::uint32_t column) const {
  const auto behind = std::partition_point(entries_.begin(), entries_.end(), [&](const Entry& e) {
    return e.row < row || (e.row == row && e.cell->column <= column);
  });
  if (behind == entries_.begin()) return nullptr;
  const Entry& entry = *(behind - 1);
  const bool covers = entry.row == row && column - entry.cell->column < entry.cell->column_span;
  return covers ? entry.cell : nullptr;
}

std::vector<const GridCell*> GridIndex::row(std::uint32_t row) const {
  auto at = std::partition_point(entries_.begin(), entries_.end(),
                                 [&](const Entry& e) { return e.row < row; });
  std::vector<const GridCell*> cells;
  for (; at != entries_.end() && at->row == row; ++at) cells.push_back(at->cell);
  return cells;
}

}  // namespace biaoshen
