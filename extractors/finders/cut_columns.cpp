#include "extractors/finders/cut_columns.h"

#include <algorithm>
#include <map>
#include <vector>

namespace biaoshen {
namespace {

constexpr std::size_t kLongestHead = 150;  // bytes of a cell with several heads

// What stands between the wide gaps of a cell.
std::vector<Glyphs> parts_of(const Page& page, const GridCell& cell) {
  std::vector<Glyphs> parts;
  for (const Glyph& glyph : glyphs_of(page, cell.begin, cell.end)) {
    if (parts.empty() || glyph.gap == Gap::wide) parts.emplace_back();
    parts.back().push_back(glyph);
  }
  return parts;
}

// How many columns a column is, where it is several.
std::map<std::uint32_t, std::uint32_t> columns_to_cut(const Page& page, const Grid& grid,
                                                      const IsHead& is_head) {
  std::map<std::uint32_t, std::uint32_t> cuts;
  for (const GridCell& cell : grid.cells) {
    if (cell.end - cell.begin > kLongestHead || cell.column_span > 1) continue;
    const auto parts = parts_of(page, cell);
    if (parts.size() > 1 && std::any_of(parts.begin(), parts.end(), is_head))
      cuts.emplace(cell.column, static_cast<std::uint32_t>(parts.size()));
  }
  return cuts;
}

// By how much cuts to the left of a column move it.
std::uint32_t shift_of(std::uint32_t column, const std::map<std::uint32_t, std::uint32_t>& cuts) {
  std::uint32_t shift = 0;
  for (const auto& [cut, pieces] : cuts)
    if (cut < column) shift += pieces - 1;
  return shift;
}

}  // namespace

Grid with_cut_columns(const Page& page, const Grid& grid, const IsHead& is_head) {
  const auto cuts = columns_to_cut(page, grid, is_head);
  if (cuts.empty()) return grid;
  Grid out;
  out.rows = grid.rows;
  out.columns = grid.columns + shift_of(grid.columns, cuts);
  for (GridCell cell : grid.cells) {
    const auto cut = cuts.find(cell.column);
    const std::uint32_t end = cell.column + cell.column_span;
    const bool own = cut != cuts.end() && cell.column_span == 1;
    // A value alone in a column that is cut stands in the first of its columns.
    if (!own) cell.column_span += shift_of(end, cuts) - shift_of(cell.column, cuts);
    cell.column += shift_of(cell.column, cuts);
    const auto parts = own ? parts_of(page, cell) : std::vector<Glyphs>();
    if (!own || parts.size() != cut->second) {
      out.cells.push_back(cell);
      continue;
    }
    for (const Glyphs& part : parts) {
      cell.begin = part.front().begin;
      cell.end = part.back().end;
      out.cells.push_back(cell);
      ++cell.column;
    }
  }
  return out;
}

}  // namespace biaoshen
