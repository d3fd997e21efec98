#include "extractors/finders/line_grid.h"

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include "extractors/finders/free_lines.h"
#include "extractors/finders/glyphs.h"

namespace biaoshen {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kMostColumns = 16;

struct Column {
  TextRange text;
  std::optional<Box> box;
};

std::vector<Column> columns_of(const Page& page, TextRange line) {
  std::vector<Column> columns;
  for (const Glyph& glyph : glyphs_of(page, line.first, line.second)) {
    if (columns.empty() || glyph.gap >= Gap::wide) columns.push_back({{glyph.begin, 0}, {}});
    columns.back().text.second = glyph.end;
  }
  for (Column& column : columns) {
    const Place place = page.place_of(column.text.first, column.text.second);
    if (const auto* at = std::get_if<OnPage>(&place)) column.box = at->box;
  }
  return columns;
}

bool is_head(const Page& page, const std::vector<Column>& columns) {
  if (columns.size() < kFewestColumns || columns.size() > kMostColumns) return false;
  return std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
    const auto [begin, end] = column.text;
    if (end - begin > 60) return false;
    const Glyphs glyphs = glyphs_of(page, begin, end);
    return find_in(glyphs, U"得分") != kNowhere || find_in(glyphs, U"自评") != kNowhere ||
           find_in(glyphs, U"评分") != kNowhere;
  });
}

// How far a column is from one of the head: left edges for texts, centres for numbers.
float distance(const Box& a, const Box& b) {
  const float left = std::abs(a.left - b.left);
  const float centre = std::abs((a.left + a.right) - (b.left + b.right)) / 2;
  return std::min(left, centre);
}

std::uint32_t nearest(const std::vector<Column>& head, const Box& box) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < head.size(); ++i) {
    if (head[i].box && head[best].box &&
        distance(box, *head[i].box) < distance(box, *head[best].box)) {
      best = i;
    }
  }
  return static_cast<std::uint32_t>(best);
}

void add_row(Grid& grid, const std::vector<Column>& head, const std::vector<Column>& columns) {
  const bool even = columns.size() == head.size();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    if (!even && !column.box) break;
    const std::uint32_t at = even ? static_cast<std::uint32_t>(i) : nearest(head, *column.box);
    const auto begin = static_cast<std::uint32_t>(column.text.first);
    const auto end = static_cast<std::uint32_t>(column.text.second);
    const bool again =
        !grid.cells.empty() && grid.cells.back().row == grid.rows && grid.cells.back().column >= at;
    if (again)
      grid.cells.back().end = end;
    else
      grid.cells.push_back({grid.rows, at, 1, 1, begin, end});
  }
  ++grid.rows;
}

}  // namespace

std::optional<Grid> grid_of_lines(const Page& page) {
  std::optional<Grid> grid;
  std::vector<Column> head;
  for (const TextRange& line : free_lines(page)) {
    std::vector<Column> columns = columns_of(page, line);
    if (!grid && is_head(page, columns)) {
      head = columns;
      grid.emplace();
      grid->columns = static_cast<std::uint32_t>(head.size());
    }
    if (grid && !columns.empty()) add_row(*grid, head, columns);
  }
  return grid;
}

}  // namespace biaoshen
