#include "extractors/finders/grid_fields.h"

#include <algorithm>
#include <map>

#include "extractors/finders/grid_index.h"
#include "extractors/finders/text_fields.h"

namespace biaoshen {
namespace {

// Longer cells are running text; looking for a whole label in them is a waste.
constexpr std::size_t kLongestLabelCell = 300;  // bytes
// Below an empty right-hand cell, only what cannot be a label itself is a value.
constexpr std::size_t kLongestLikeLabel = 12;

struct CellPrint {
  Glyphs glyphs;
  std::optional<LabelMatch> label;  // where the cell is nothing but a label
};

class GridReader {
 public:
  GridReader(const Page& page, const Grid& grid, const LabelBook& book, Separator inside)
      : page_(page), grid_(grid), book_(book), inside_(inside), index_(grid) {
    for (const GridCell& cell : grid.cells) {
      CellPrint& print = prints_[&cell];
      if (cell.end > cell.begin && cell.end - cell.begin <= kLongestLabelCell) {
        print.glyphs = glyphs_of(page, cell.begin, cell.end);
        print.label = whole_label(print.glyphs, book);
      } else if (cell.end > cell.begin) {
        print.glyphs.push_back({});  // text, not a label
      }
    }
  }

  std::vector<Field> run() {
    for (const GridCell& cell : grid_.cells) {
      if (is_label(&cell)) {
        read_label(cell);
      } else if (!is_empty(&cell)) {
        const auto inside = fields_in_cell(page_, cell, book_, inside_);
        fields_.insert(fields_.end(), inside.begin(), inside.end());
      }
    }
    return std::move(fields_);
  }

 private:
  bool is_empty(const GridCell* cell) const {
    return cell == nullptr || prints_.at(cell).glyphs.empty();
  }
  bool is_label(const GridCell* cell) const {
    return cell != nullptr && prints_.at(cell).label.has_value();
  }
  bool is_value(const GridCell* cell) const { return !is_empty(cell) && !is_label(cell); }

  void read_label(const GridCell& cell) {
    const auto values = values_of(cell);
    if (!values) return;
    const CellPrint& print = prints_.at(&cell);
    const std::size_t begin = skip_numbering(print.glyphs, 0);
    const TextRange label{print.glyphs[begin].begin, print.glyphs.back().end};
    if (values->empty()) add_fields(fields_, print.label->wanted, label, {0, 0});
    for (const GridCell* value : *values) {
      const Glyphs& glyphs = prints_.at(value).glyphs;
      const bool known = value->end - value->begin <= kLongestLabelCell;
      const TextRange range = known ? TextRange{glyphs.front().begin, glyphs.back().end}
                                    : TextRange{value->begin, value->end};
      add_fields(fields_, print.label->wanted, label, range);
    }
  }

  // Cells that hold the value; none where the field is empty, no list where the
  // cell only heads a group of other labels.
  std::optional<std::vector<const GridCell*>> values_of(const GridCell& label) const {
    const std::uint32_t column = label.column + label.column_span;
    const std::uint32_t height = std::min(label.row_span, 1000U);
    std::vector<const GridCell*> right;
    for (std::uint32_t row = label.row; row < label.row + height; ++row) {
      const GridCell* cell = index_.at(row, column);
      if (cell == nullptr || (!right.empty() && right.back() == cell)) continue;
      if (is_label(cell) && label.row_span > 1 && cell->row_span < label.row_span) {
        return std::nullopt;  // 申报单位 over 名称, 地址, …: those have the values
      }
      if (is_value(cell)) right.push_back(cell);
    }
    if (!right.empty()) return right;
    const GridCell* below = index_.at(label.row + height, label.column);
    if (is_value(below) && may_stand_above(label, *below)) right.push_back(below);
    return right;
  }

  // Whether the value may stand below: under a row of labels (few of them unknown), or,
  // where the right is empty, if what stands below cannot itself be a label.
  bool may_stand_above(const GridCell& label, const GridCell& below) const {
    std::size_t labels = 0, empty = 0, others = 0;
    for (const GridCell* cell : index_.row(label.row)) {
      if (is_value(cell) && !looks_like_label(*cell)) return false;
      ++(is_label(cell) ? labels : is_empty(cell) ? empty : others);
    }
    const bool head = labels > 1 && labels > empty + 2 * others && !alternates(label.row);
    if (head) return true;
    if (others > 0) return false;
    const GridCell* beside = index_.at(below.row, below.column + below.column_span);
    return is_empty(beside) && !looks_like_label(below);
  }

  // label | empty | label | empty: an unfilled row of pairs, not a row of heads.
  bool alternates(std::uint32_t row) const {
    const auto cells = index_.row(row);
    if (cells.size() < 2) return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_label(cells[i]) != (i % 2 == 0)) return false;
    }
    return true;
  }

  bool looks_like_label(const GridCell& cell) const {
    const Glyphs& glyphs = prints_.at(&cell).glyphs;
    if (cell.end - cell.begin > kLongestLabelCell || glyphs.size() > kLongestLikeLabel)
      return false;
    return std::none_of(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) {
      return glyph.c < 0x80 && glyph.c != '(' && glyph.c != ')' && glyph.c != ':';
    });
  }

  const Page& page_;
  const Grid& grid_;
  const LabelBook& book_;
  Separator inside_;
  GridIndex index_;
  std::map<const GridCell*, CellPrint> prints_;
  std::vector<Field> fields_;
};

}  // namespace

std::vector<Field> fields_in_grid(const Page& page, const Grid& grid, const LabelBook& book,
                                  Separator inside) {
  return GridReader(page, grid, book, inside).run();
}

}  // namespace biaoshen
