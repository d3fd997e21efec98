#include "extractors/readers/xlsx/xlsx_pages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostCells = 1'000'000;
constexpr std::size_t kMostMerged = 100'000;
constexpr std::size_t kMostImages = 10'000;
constexpr std::uint32_t kModestRows = 20'000, kModestColumns = 500;

bool is_before(const GridCell& a, const GridCell& b) {
  return a.row != b.row ? a.row < b.row : a.column < b.column;
}

void spread(std::vector<GridCell>& cells, const std::vector<XlsxRange>& merged) {
  for (const XlsxRange& range : merged) {
    GridCell corner;
    corner.row = range.row;
    corner.column = range.column;
    const auto cell = std::lower_bound(cells.begin(), cells.end(), corner, is_before);
    if (cell == cells.end() || is_before(corner, *cell)) continue;  // merged, but empty
    cell->row_span = range.last_row - range.row + 1;
    cell->column_span = range.last_column - range.column + 1;
  }
}

// Rows or columns in use, in order.
std::vector<std::uint32_t> used(const std::vector<GridCell>& cells, std::uint32_t GridCell::*axis) {
  std::vector<std::uint32_t> lines;
  for (const GridCell& cell : cells) lines.push_back(cell.*axis);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

void compact(std::vector<GridCell>& cells, std::uint32_t GridCell::*axis,
             std::uint32_t GridCell::*span) {
  const std::vector<std::uint32_t> lines = used(cells, axis);
  const auto index = [&](std::uint64_t line) {
    return static_cast<std::uint32_t>(std::lower_bound(lines.begin(), lines.end(), line) -
                                      lines.begin());
  };
  for (GridCell& cell : cells) {
    const std::uint32_t first = index(cell.*axis);
    cell.*span = index(std::uint64_t{cell.*axis} + cell.*span) - first;
    cell.*axis = first;
  }
}

}  // namespace

void XlsxPages::begin_sheet(std::string_view name) {
  pages_.set_title(clean_utf8(name));
}

// Makes room on the page for a cell of so many bytes; false where the budget is spent.
bool XlsxPages::takes(std::size_t bytes) {
  if (cells_seen_ == kMostCells || bytes > text_left_ || bytes > pages_.limits().page_text / 2) {
    is_cut_ = true;
    return false;
  }
  ++cells_seen_;
  text_left_ -= bytes;
  if (!pages_.writer().fits(bytes + 1, pages_.limits())) {
    pages_.writer().end_line();
    send();
  }
  return true;
}

void XlsxPages::cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
  if (trim(text).empty() || !takes(text.size())) return;
  PageWriter& writer = pages_.writer();
  if (writer.line_has_words()) writer.gap('\t');
  const std::uint32_t begin = writer.mark();
  const InCell place{row + 1, column + 1};
  if (text.find('\t') == std::string_view::npos)
    writer.word(text, place, Origin::cell);
  else
    writer.word(replace_all(std::string(text), "\t", " "), place, Origin::cell);
  cells_.push_back({row, column, 1, 1, begin, writer.mark()});
}

void XlsxPages::merge(const XlsxRange& range) {
  if (merged_.size() < kMostMerged) merged_.push_back(range);
}

void XlsxPages::floating(std::uint32_t row, std::uint32_t column, std::string_view text) {
  if (trim(text).empty() || !takes(text.size())) return;
  pages_.writer().line(text, InCell{row + 1, column + 1}, 0, Origin::cell);
}

void XlsxPages::image(const PackageImage& image) {
  if (pages_.writer().page().images.size() < kMostImages) pages_.image(image.image, image.part);
}

void XlsxPages::end_sheet() {
  pages_.writer().end_line();
  send();
  merged_.clear();
}

void XlsxPages::send() {
  if (!cells_.empty()) pages_.writer().page().grids.push_back(take_grid());
  pages_.send();
}

Grid XlsxPages::take_grid() {
  Grid grid;
  grid.cells = std::exchange(cells_, {});
  if (!std::is_sorted(grid.cells.begin(), grid.cells.end(), is_before)) {
    std::stable_sort(grid.cells.begin(), grid.cells.end(), is_before);
  }
  spread(grid.cells, merged_);
  const bool is_modest = std::all_of(
      grid.cells.begin(), grid.cells.end(),
      [](const GridCell& cell) { return cell.row < kModestRows && cell.column < kModestColumns; });
  if (!is_modest) {
    compact(grid.cells, &GridCell::row, &GridCell::row_span);
    compact(grid.cells, &GridCell::column, &GridCell::column_span);
  }
  for (GridCell& cell : grid.cells) {
    if (is_modest) {  // a title may be merged over all 16,384 columns
      cell.row_span = std::min(cell.row_span, kModestRows - cell.row);
      cell.column_span = std::min(cell.column_span, kModestColumns - cell.column);
    }
    grid.rows = std::max(grid.rows, cell.row + cell.row_span);
    grid.columns = std::max(grid.columns, cell.column + cell.column_span);
  }
  return grid;
}

}  // namespace biaoshen
