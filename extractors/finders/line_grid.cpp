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
constexpr std::size_t kLongestHead = 60;  // bytes

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

bool is_head(const Page& page, const std::vector<Column>& columns, const HeadSign& sign) {
  if (columns.size() < kFewestColumns || columns.size() > kMostColumns) return false;
  const auto passing = std::count_if(columns.begin(), columns.end(), [&](const Column& column) {
    const auto [begin, end] = column.text;
    return end - begin <= kLongestHead && sign.is_head(glyphs_of(page, begin, end));
  });
  return static_cast<std::size_t>(passing) >= sign.fewest;
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

HeadSign head_of_scores() {
  return {[](const Glyphs& column) {
            return find_in(column, U"得分") != kNowhere || find_in(column, U"自评") != kNowhere ||
                   find_in(column, U"评分") != kNowhere;
          },
          1};
}

std::optional<Grid> grid_of_lines(const Page& page, const HeadSign& sign) {
  std::optional<Grid> grid;
  std::vector<Column> head;
  for (const TextRange& line : free_lines(page)) {
    std::vector<Column> columns = columns_of(page, line);
    if (!grid && is_head(page, columns, sign)) {
      head = columns;
      grid.emplace();
      grid->columns = static_cast<std::uint32_t>(head.size());
    }
    if (grid && !columns.empty()) add_row(*grid, head, columns);
  }
  return grid;
}

}  // namespace biaoshen
