#include "extractors/panel/list_tables.h"

#include <algorithm>

#include "extractors/finders/grid_index.h"
#include "extractors/panel/csv_rows.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Rows of a sheet keep their numbers up to here; with more, only rows in use are numbered.
constexpr std::uint32_t kMostGridRows = 20'000;
constexpr std::size_t kMostColumns = 500;
constexpr std::size_t kLongestCell = 400;  // bytes

// A merged cell may say its text in a thousand rows.
std::string text_of(std::string_view print) {
  return squeeze(print.substr(0, kLongestCell));
}

bool has_room(const ListTable& table) {
  return table.rows.size() < kMostListRows;
}

bool has_text(const ListRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return !cell.empty(); });
}

ListRow row_of(const Page& page, const std::vector<const GridCell*>& cells, std::uint32_t number) {
  ListRow row;
  std::size_t filled = 0;
  for (const GridCell* cell : cells) {
    if (cell->column >= kMostColumns) continue;
    std::string text = text_of(page.cell_text(*cell));
    if (text.empty()) continue;
    if (row.cells.size() <= cell->column) row.cells.resize(cell->column + 1);
    row.cells[cell->column] = std::move(text);
    row.is_banner = ++filled == 1 && cell->column_span > 1;
    if (cell->row != number) continue;  // stands further up
    row.begin = row.end == 0 ? cell->begin : std::min<std::size_t>(row.begin, cell->begin);
    row.end = std::max<std::size_t>(row.end, cell->end);
  }
  return row;
}

ListTable table_of(const Page& page, const Grid& grid) {
  const GridIndex index(grid);
  ListTable table{&page, {}};
  for (std::uint32_t i = 0; i < std::min(index.rows(), kMostGridRows) && has_room(table); ++i) {
    ListRow row = row_of(page, index.row(i), i);
    if (has_text(row)) table.rows.push_back(std::move(row));
  }
  return table;
}

ListTable table_of(const Page& page, std::string_view separator) {
  ListTable table{&page, {}};
  for (CsvRow& csv : csv_rows(page.text, separator)) {
    if (!has_room(table)) break;
    if (csv.cells.size() > kMostColumns) csv.cells.resize(kMostColumns);
    ListRow row{csv.begin, csv.end, {}, false};
    for (const std::string& cell : csv.cells) row.cells.push_back(text_of(cell));
    if (has_text(row)) table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<ListTable> list_tables(const Document& document) {
  std::vector<ListTable> tables;
  for (const Page& page : document.pages) {
    for (const Grid& grid : page.grids) tables.push_back(table_of(page, grid));
    if (document.format != "txt") continue;
    for (std::string_view separator : {",", "\t", ";", "，"})
      tables.push_back(table_of(page, separator));
  }
  return tables;
}

}  // namespace biaoshen
