// The rows of a platform's list of standards, by geometry: a row of heads, and a row of the
// list for each number below it; what is wrapped belongs to the number nearest in height.
// Declared in platform_fields.h. Tested by tests/finders/recognised_platform_test.cpp.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "extractors/finders/platform_fields.h"
#include "extractors/finders/platform_labels.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostCells = 3000;  // of a list
constexpr float kMostLinesAway = 1.8F;    // half of what is wrapped to three lines

constexpr std::size_t kNoGrid = static_cast<std::size_t>(-1);

// One piece of print in a column of a list.
struct Cell {
  TextRange text;
  Box box;
  std::pair<std::size_t, std::uint32_t> grid_row{kNoGrid, 0};  // where rulings tell the rows
};

std::pair<std::size_t, std::uint32_t> grid_row_of(const Page& page, const TextRange& text) {
  for (std::size_t i = 0; i < page.grids.size(); ++i)
    for (const GridCell& cell : page.grids[i].cells)
      if (cell.begin <= text.first && text.second <= cell.end) return {i, cell.row};
  return {kNoGrid, 0};
}

std::vector<Cell> cells_of(const Page& page) {
  std::vector<Cell> cells;
  for (const Line& line : page.lines) {
    if (cells.size() > kMostCells) break;
    TextRange text{0, 0};
    const auto close = [&] {
      const auto box = box_of(page, text.first, text.second);
      if (text.first < text.second && box) cells.push_back({text, *box, grid_row_of(page, text)});
    };
    for (const Glyph& glyph : glyphs_of(page, line.begin, line.end)) {
      if (text.first == text.second || glyph.gap >= Gap::wide) {
        close();
        text = {glyph.begin, glyph.end};
      }
      text.second = glyph.end;
    }
    close();
  }
  return cells;
}

struct Column {
  std::string_view name;  // empty: a column that nobody asked for
  TextRange label;
  Box box;
};

// Reads a list by geometry: the row of heads, a row of the list for each number below it.
class ListReader {
 public:
  ListReader(const Page& piece, const Page& page)
      : piece_(piece), page_(page), cells_(cells_of(piece)) {}

  std::vector<PlatformFields> run() {
    find_head();
    if (columns_.size() < 4) return {};
    for (const Cell& cell : cells_)
      if (is_below(cell) && !number_key(piece_, cell.text).empty()) anchors_.push_back(&cell);
    std::vector<std::map<std::string_view, std::vector<const Cell*>>> rows(anchors_.size());
    for (const Cell& cell : cells_) {
      if (!is_below(cell)) continue;
      const auto row = row_of(cell);
      const Column* column = row ? column_of(cell) : nullptr;
      if (column != nullptr && !column->name.empty()) rows[*row][column->name].push_back(&cell);
    }
    std::vector<PlatformFields> found;
    for (const auto& row : rows) found.push_back(fields_of(row));
    return found;
  }

 private:
  // The line with most labels, 标准编号 among them.
  void find_head() {
    const LabelBook& book = platform_book(piece_);
    for (const Cell& first : cells_) {
      std::vector<Column> columns;
      for (const Cell& cell : cells_) {
        const float middle = (cell.box.top + cell.box.bottom) / 2;
        if (middle < first.box.top || middle > first.box.bottom) continue;
        const Glyphs glyphs = glyphs_of(piece_, cell.text.first, cell.text.second);
        const auto label = book.match(glyphs, 0);
        if (!label || label->end != glyphs.size() || label->wanted.size() != 1) continue;
        columns.push_back({platform_field(label->wanted[0]), cell.text, cell.box});
      }
      const bool numbers = std::any_of(columns.begin(), columns.end(),
                                       [](const Column& c) { return c.name == "number"; });
      if (numbers && columns.size() > columns_.size()) columns_ = std::move(columns);
    }
    std::sort(columns_.begin(), columns_.end(),
              [](const Column& a, const Column& b) { return a.box.left < b.box.left; });
  }

  bool is_below(const Cell& cell) const { return cell.box.top > columns_.front().box.bottom; }

  // The row whose number stands nearest in height, and between the same rulings; none far
  // below the last one: there stands the foot of the page.
  std::optional<std::size_t> row_of(const Cell& cell) const {
    std::optional<std::size_t> best;
    float least = 0;
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
      const Box& box = anchors_[i]->box;
      const float far = std::abs((cell.box.top + cell.box.bottom) - (box.top + box.bottom)) / 2;
      if (far > kMostLinesAway * height(box) || (best && far >= least)) continue;
      if (cell.grid_row != anchors_[i]->grid_row) continue;
      best = i;
      least = far;
    }
    return best;
  }

  // The column whose head it stands under: more than half of the way to the next heads.
  const Column* column_of(const Cell& cell) const {
    const Column* best = nullptr;
    float most = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const float left = i == 0 ? 0 : (columns_[i - 1].box.right + columns_[i].box.left) / 2;
      const float right = i + 1 == columns_.size()
                              ? cell.box.right + 1
                              : (columns_[i].box.right + columns_[i + 1].box.left) / 2;
      const float shared = std::min(cell.box.right, right) - std::max(cell.box.left, left);
      if (shared <= most) continue;
      most = shared;
      best = &columns_[i];
    }
    return best;
  }

  PlatformFields fields_of(const std::map<std::string_view, std::vector<const Cell*>>& row) const {
    PlatformFields fields;
    for (const auto& [name, cells] : row) {
      const auto column =
          std::find_if(columns_.begin(), columns_.end(),
                       [&wanted = name](const Column& c) { return c.name == wanted; });
      PlatformField field{&page_, {}, {}};
      field.field.label_begin = column->label.first;
      field.field.label_end = column->label.second;
      field.field.value_begin = cells.front()->text.first;
      field.field.value_end = cells.front()->text.second;
      if (cells.size() > 1)
        for (const Cell* cell : cells)
          field.joined += page_.text.substr(cell->text.first, cell->text.second - cell->text.first);
      fields.emplace(std::string(name), std::move(field));
    }
    return fields;
  }

  const Page& piece_;
  const Page& page_;
  std::vector<Cell> cells_;
  std::vector<Column> columns_;
  std::vector<const Cell*> anchors_;
};

}  // namespace

std::vector<PlatformFields> platform_rows(const Page& piece, const Page& page) {
  return ListReader(piece, page).run();
}

}  // namespace biaoshen
