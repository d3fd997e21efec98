#include "extractors/finders/cell_pairs.h"

#include <optional>

#include "extractors/finders/glyphs.h"
#include "extractors/finders/grid_index.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestQuestion = 150;  // bytes: some fifty characters
constexpr std::size_t kWidestSeam = 8;         // bytes between the two cells

std::optional<TextRange> printed(const Page& page, const GridCell& cell) {
  const Glyphs glyphs = glyphs_of(page, cell.begin, cell.end);
  if (glyphs.empty()) return std::nullopt;
  return TextRange{glyphs.front().begin, glyphs.back().end};
}

void add_pair(std::map<std::size_t, CellPair>& pairs, const Page& page, const GridCell& left,
              const GridCell& right) {
  const auto asks = printed(page, left);
  const auto answers = asks ? printed(page, right) : std::nullopt;
  if (!answers || answers->first < asks->second) return;
  if (right.begin > left.end + kWidestSeam) return;
  pairs.emplace(asks->first, CellPair{*asks, *answers});
}

}  // namespace

std::map<std::size_t, CellPair> cell_pairs(const Page& page) {
  std::map<std::size_t, CellPair> pairs;
  for (const Grid& grid : page.grids) {
    const GridIndex index(grid);
    for (const GridCell& cell : grid.cells) {
      if (cell.end <= cell.begin || cell.end - cell.begin > kLongestQuestion) continue;
      const GridCell* right = index.at(cell.row, cell.column + cell.column_span);
      if (right != nullptr) add_pair(pairs, page, cell, *right);
    }
  }
  return pairs;
}

}  // namespace biaoshen
