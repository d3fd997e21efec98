#include "extractors/readers/pictures/mend_tables.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace biaoshen {
namespace {

// One way to look at boxes: as rows (top to bottom) or as columns (left to right).
struct Axis {
  bool rows = true;
  float from(const Box& box) const { return rows ? box.top : box.left; }
  float to(const Box& box) const { return rows ? box.bottom : box.right; }
  std::uint32_t at(const RuledCell& cell) const { return rows ? cell.row : cell.column; }
  std::uint32_t span(const RuledCell& cell) const {
    return rows ? cell.row_span : cell.column_span;
  }
  RuledCell part(const RuledCell& cell, std::uint32_t index, float begin, float end) const {
    RuledCell one = cell;
    (rows ? one.row : one.column) = index;
    (rows ? one.row_span : one.column_span) = 1;
    (rows ? one.box.top : one.box.left) = begin;
    (rows ? one.box.bottom : one.box.right) = end;
    return one;
  }
};

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

// Where each row (column) begins, and behind them where the last one ends.
std::vector<float> edges(const RuledTable& table, const Axis& axis) {
  std::vector<float> found((axis.rows ? table.rows : table.columns) + 1, kUnknown);
  for (const RuledCell& cell : table.cells) {
    found[axis.at(cell)] = axis.from(cell.box);
    found[axis.at(cell) + axis.span(cell)] = axis.to(cell.box);
  }
  return found;
}

bool is_in(const Box& cell, const Box& word) {
  const float x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
  return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
}

// Whether print runs on across the edge between two columns: neighbours on a line with less
// than a letter between them.
bool runs_on(const std::vector<Box>& words, float edge) {
  for (const Box& left : words) {
    const float letter = height(left);
    if (left.right > edge + letter / 4 || left.right < edge - letter) continue;
    for (const Box& right : words) {
      const float middle = (right.top + right.bottom) / 2;
      const bool is_beside = middle > left.top && middle < left.bottom && right.left > left.left;
      if (is_beside && right.left >= edge - letter / 4 && right.left - left.right < letter)
        return true;
    }
  }
  return false;
}

// Whether every row (column) that the cell reaches over has words of its own, and none of the
// words lies across an edge by more than a quarter of a letter.
bool has_parts(const RuledCell& cell, const std::vector<float>& edge, const Axis& axis,
               const std::vector<Box>& words) {
  std::vector<Box> inside;
  std::copy_if(words.begin(), words.end(), std::back_inserter(inside),
               [&](const Box& word) { return is_in(cell.box, word); });
  for (std::uint32_t i = 1; !axis.rows && i < axis.span(cell); ++i)
    if (runs_on(inside, edge[axis.at(cell) + i])) return false;
  std::vector<bool> filled(axis.span(cell), false);
  for (const Box& word : inside) {
    const float slack = height(word) / 4;
    bool placed = false;
    for (std::uint32_t i = 0; i < axis.span(cell); ++i) {
      const float begin = edge[axis.at(cell) + i], end = edge[axis.at(cell) + i + 1];
      if (axis.from(word) < begin - slack || axis.to(word) > end + slack) continue;
      filled[i] = placed = true;
      break;
    }
    if (!placed) return false;
  }
  return std::all_of(filled.begin(), filled.end(), [](bool one) { return one; });
}

std::vector<RuledCell> split_along(const RuledTable& table, const Axis& axis,
                                   const std::vector<Box>& words) {
  const std::vector<float> edge = edges(table, axis);
  std::vector<RuledCell> cells;
  for (const RuledCell& cell : table.cells) {
    const auto first = edge.begin() + axis.at(cell);
    const bool known =
        std::none_of(first, first + axis.span(cell) + 1, [](float at) { return at != at; });
    if (axis.span(cell) < 2 || !known || !has_parts(cell, edge, axis, words)) {
      cells.push_back(cell);
      continue;
    }
    for (std::uint32_t i = axis.at(cell); i < axis.at(cell) + axis.span(cell); ++i)
      cells.push_back(axis.part(cell, i, edge[i], edge[i + 1]));
  }
  std::sort(cells.begin(), cells.end(), [](const RuledCell& a, const RuledCell& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  return cells;
}

constexpr float kNear = 4;                 // points
constexpr std::size_t kMostRulings = 600;  // a form has dozens; the search below is quadratic

bool is_near(float a, float b) {
  return a - b < kNear && b - a < kNear;
}

// The horizontal ruling at `y`, where columns end there and no ruling lies.
void add_horizontal(const std::vector<Ruling>& rulings, float y, std::vector<Ruling>& out) {
  std::size_t ending = 0;
  Ruling across{true, y, std::numeric_limits<float>::max(), 0};
  for (const Ruling& one : out)
    if (one.horizontal && is_near(one.at, y)) return;
  for (const Ruling& one : rulings) {
    if (one.horizontal || one.from > y + kNear || one.to < y - kNear) continue;
    if (is_near(one.from, y) || is_near(one.to, y)) ++ending;
    across.from = std::min(across.from, one.at);  // the sides of the table pass on
    across.to = std::max(across.to, one.at);
  }
  if (ending >= 2) out.push_back(across);
}

}  // namespace

std::vector<Ruling> completed(const std::vector<Ruling>& rulings) {
  std::vector<Ruling> out = rulings;
  if (rulings.size() > kMostRulings) return out;
  for (const Ruling& one : rulings)
    if (!one.horizontal)
      for (const float end : {one.from, one.to}) add_horizontal(rulings, end, out);
  return out;
}

RuledTable mended(const RuledTable& table, const std::vector<Box>& words) {
  RuledTable out = table;
  for (const Axis axis : {Axis{true}, Axis{false}}) out.cells = split_along(out, axis, words);
  return out;
}

}  // namespace biaoshen
