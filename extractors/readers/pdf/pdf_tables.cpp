// Tables from ruling lines. Lines that touch form one network; the distinct
// positions of its lines give rows and columns; two neighbouring fields of that
// raster belong to one cell where no line parts them. An example with a merged
// cell on the left:
//
//   +-----+-----+        raster 2 × 2, no line between the two left fields
//   |     |     |        -> cells (0,0) spanning 2 rows, (0,1), (1,1)
//   |     +-----+
//   |     |     |
//   +-----+-----+
//
// Not a table: fewer than two lines in either direction, such as the three rules
// of a scientific table. Its rows are read as lines then.
#include <algorithm>
#include <map>
#include <numeric>

#include "extractors/readers/pdf/pdf_layout.h"

namespace biaoshen {
namespace {

constexpr float kSame = 2.5f;   // positions nearer than this are one
constexpr float kTouch = 3.0f;  // ends nearer than this touch
constexpr std::size_t kMostRows = 500, kMostColumns = 60;

// Unites what belongs together; the classical disjoint sets.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

// Pieces of one line, drawn cell by cell, become one.
std::vector<Ruling> joined(std::vector<Ruling> rulings) {
  std::sort(rulings.begin(), rulings.end(), [](const Ruling& a, const Ruling& b) {
    return std::tie(a.horizontal, a.at, a.from, a.to) < std::tie(b.horizontal, b.at, b.from, b.to);
  });
  // Within a group of equal position, by start.
  std::vector<Ruling> out;
  for (std::size_t i = 0; i < rulings.size();) {
    std::size_t end = i + 1;
    while (end < rulings.size() && rulings[end].horizontal == rulings[i].horizontal &&
           rulings[end].at - rulings[end - 1].at < 1.0f && rulings[end].at - rulings[i].at < kSame)
      ++end;
    std::sort(rulings.begin() + static_cast<long>(i), rulings.begin() + static_cast<long>(end),
              [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
    for (std::size_t j = i; j < end; ++j) {
      if (j > i && rulings[j].from <= out.back().to + kTouch)
        out.back().to = std::max(out.back().to, rulings[j].to);
      else
        out.push_back({rulings[j].horizontal, rulings[i].at, rulings[j].from, rulings[j].to});
    }
    i = end;
  }
  return out;
}

bool touch(const Ruling& a, const Ruling& b) {
  if (a.horizontal == b.horizontal) return false;
  return a.at >= b.from - kTouch && a.at <= b.to + kTouch && b.at >= a.from - kTouch &&
         b.at <= a.to + kTouch;
}

std::vector<float> positions(const std::vector<Ruling>& lines, bool horizontal) {
  std::vector<float> all;
  for (const Ruling& line : lines)
    if (line.horizontal == horizontal) all.push_back(line.at);
  std::sort(all.begin(), all.end());
  std::vector<float> out;
  for (float at : all)
    if (out.empty() || at - out.back() > kSame) out.push_back(at);
  return out;
}

// Which fields of the raster have a line at their left or top edge.
struct Raster {
  std::vector<float> xs, ys;
  std::vector<bool> left, top;  // row-major, one row and column more than fields

  explicit Raster(const std::vector<Ruling>& lines)
      : xs(positions(lines, false)),
        ys(positions(lines, true)),
        left(xs.size() * ys.size()),
        top(left.size()) {
    for (const Ruling& line : lines) mark(line);
  }
  std::size_t columns() const { return xs.size() - 1; }
  std::size_t rows() const { return ys.size() - 1; }
  std::size_t index(std::size_t row, std::size_t column) const { return row * xs.size() + column; }

 private:
  void mark(const Ruling& line) {
    const auto& across = line.horizontal ? ys : xs;
    const auto& along = line.horizontal ? xs : ys;
    const auto at = static_cast<std::size_t>(
        std::lower_bound(across.begin(), across.end(), line.at - kSame) - across.begin());
    if (at == across.size()) return;
    for (std::size_t i = 0; i + 1 < along.size(); ++i) {
      const float middle = (along[i] + along[i + 1]) / 2;
      if (line.from > middle || line.to < middle) continue;
      if (line.horizontal)
        top[index(at, i)] = true;
      else
        left[index(i, at)] = true;
    }
  }
};

std::vector<RuledCell> cells_of(const Raster& raster) {
  const std::size_t rows = raster.rows(), columns = raster.columns();
  Sets fields(rows * columns);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      if (c > 0 && !raster.left[raster.index(r, c)])
        fields.join(r * columns + c, r * columns + c - 1);
      if (r > 0 && !raster.top[raster.index(r, c)])
        fields.join(r * columns + c, (r - 1) * columns + c);
    }
  struct Extent {
    std::size_t top, left, bottom, right, count;
  };
  std::map<std::size_t, Extent> extents;
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      auto [it, added] = extents.try_emplace(fields.root(r * columns + c), Extent{r, c, r, c, 0});
      Extent& e = it->second;
      e = {std::min(e.top, r), std::min(e.left, c), std::max(e.bottom, r), std::max(e.right, c),
           e.count + 1};
    }
  std::vector<RuledCell> cells;
  for (const auto& [root, e] : extents) {
    // A region that is no rectangle is open space around the table, not a cell.
    if (e.count != (e.bottom - e.top + 1) * (e.right - e.left + 1)) continue;
    cells.push_back(
        {static_cast<std::uint32_t>(e.top),
         static_cast<std::uint32_t>(e.left),
         static_cast<std::uint32_t>(e.bottom - e.top + 1),
         static_cast<std::uint32_t>(e.right - e.left + 1),
         {raster.xs[e.left], raster.ys[e.top], raster.xs[e.right + 1], raster.ys[e.bottom + 1]}});
  }
  std::sort(cells.begin(), cells.end(), [](const RuledCell& a, const RuledCell& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  return cells;
}

}  // namespace

std::vector<RuledTable> find_tables(const std::vector<Ruling>& rulings) {
  const std::vector<Ruling> lines = joined(rulings);
  if (lines.size() > 3000) return {};  // a drawing; the pairwise comparison below is quadratic
  Sets networks(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = i + 1; j < lines.size(); ++j)
      if (touch(lines[i], lines[j])) networks.join(i, j);
  std::map<std::size_t, std::vector<Ruling>> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) groups[networks.root(i)].push_back(lines[i]);

  std::vector<RuledTable> tables;
  for (const auto& [root, group] : groups) {
    const auto xs = positions(group, false), ys = positions(group, true);
    if (xs.size() < 2 || ys.size() < 2 || ys.size() > kMostRows || xs.size() > kMostColumns)
      continue;
    const Raster raster(group);
    RuledTable table{static_cast<std::uint32_t>(raster.rows()),
                     static_cast<std::uint32_t>(raster.columns()),
                     {xs.front(), ys.front(), xs.back(), ys.back()},
                     cells_of(raster)};
    // One box around text is a frame, not a table.
    if (table.cells.size() >= 2) tables.push_back(std::move(table));
  }
  std::sort(tables.begin(), tables.end(), [](const RuledTable& a, const RuledTable& b) {
    return std::tie(a.box.top, a.box.left) < std::tie(b.box.top, b.box.left);
  });
  return tables;
}

}  // namespace biaoshen
