#include "extractors/finders/score_rows.h"

#include <algorithm>

#include "extractors/finders/field_value.h"
#include "extractors/finders/glyphs.h"
#include "extractors/finders/label_book.h"
#include "extractors/finders/score_points.h"
#include "extractors/finders/typed_value.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::u32string_view kTotals[] = {U"自评总分", U"自评总得分", U"自评得分合计", U"自评合计",
                                           U"总得分",   U"总分",       U"总计",         U"合计",
                                           U"总评分",   U"累计得分"};
constexpr std::size_t kLongestTotal = 30;  // glyphs of a cell that names a total

using Kind = ScoreRow::Kind;

// 合计, 总分（100分）, 小计, 标准需求小计; entry for everything else.
Kind kind_of(const Glyphs& glyphs) {
  if (glyphs.size() > kLongestTotal) return Kind::entry;
  const std::size_t begin = skip_numbering(glyphs, 0);
  if (find_in(glyphs, U"小计") != kNowhere) return Kind::subtotal;
  for (std::u32string_view word : kTotals) {
    if (stands_at(glyphs, begin, word)) return Kind::total;
  }
  std::size_t end = glyphs.size();
  while (end > 0 && is_colon(glyphs[end - 1].c)) --end;
  return end >= 2 && stands_at(glyphs, end - 2, U"合计") ? Kind::subtotal : Kind::entry;
}

class RowReader {
 public:
  RowReader(const Page& page, const GridIndex& grid, const ScoreHead& head)
      : page_(page), grid_(grid), head_(head) {}

  std::vector<ScoreRow> run(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t row = first; row < std::min(end, grid_.rows()); ++row) read(row);
    return std::move(rows_);
  }

 private:
  std::string_view text(const GridCell* cell) const {
    return cell == nullptr ? std::string_view() : trim(page_.cell_text(*cell));
  }
  bool within(const GridCell* cell, std::uint32_t first, std::uint32_t last) const {
    return cell != nullptr && cell->row >= first && cell->row + cell->row_span <= last;
  }

  void read(std::uint32_t row) {
    const GridCell* points = grid_.at(row, head_.points);
    for (const GridCell* cell : grid_.row(row)) {
      if (cell->row != row || text(cell).empty() ||
          (cell == points && cell->column == head_.points))
        continue;
      const Kind kind = kind_of(glyphs_of(page_, cell->begin, cell->end));
      if (kind != Kind::entry) return read_sum(row, *cell, kind);
    }
    if (points != nullptr && points->row != row) return;  // its first row has been read
    read_entry(row, points);
  }

  // Sub-total or total: the label, and points in their column or behind the label.
  void read_sum(std::uint32_t row, const GridCell& label, Kind kind) {
    ScoreRow out{kind, {}, 0, 0, false};
    const GridCell* points = grid_.at(row, head_.points);
    const GridCell* maximum = head_.maximum ? grid_.at(row, *head_.maximum) : nullptr;
    out.entry.name = indicator_name(text(&label));
    set_points(out.entry, points == &label ? nullptr : points, label);
    if (!out.entry.points) read_points_behind(out.entry, label);
    if (maximum != nullptr && maximum != points && maximum != &label) {
      out.entry.maximum = maximum_of(text(maximum));
    }
    if (!out.entry.maximum) out.entry.maximum = maximum_in(text(&label), TextKind::description);
    if (kind == Kind::subtotal && head_.indicators.size() > 1) out.entry.group = group_at(row);
    rows_.push_back(std::move(out));
  }

  // 自评总分：91分 in one cell. 总分（100分） has no points.
  void read_points_behind(ScoreEntry& entry, const GridCell& label) const {
    const Glyphs glyphs = glyphs_of(page_, label.begin, label.end);
    std::size_t at = 0;
    while (at < glyphs.size() && !is_colon(glyphs[at].c)) ++at;
    if (at + 1 >= glyphs.size()) return;
    const std::size_t begin = glyphs[at + 1].begin;
    const auto decimal =
        first_decimal(std::string_view(page_.text).substr(begin, label.end - begin));
    if (!decimal) return;
    entry.points = decimal->value;
    entry.unread.clear();
  }

  void read_entry(std::uint32_t row, const GridCell* points) {
    const std::uint32_t last = points == nullptr ? row + 1 : points->row + points->row_span;
    ScoreRow out;
    const GridCell* name = name_cell(row, last, out);
    if (name == nullptr || is_note(*name)) return;
    const bool own = within(name, row, last);
    const TextKind text_kind =
        out.level < head_.indicators.size() ? TextKind::indicator : TextKind::description;
    out.entry.name = indicator_name(text(name));
    out.rank = rank_of(row, *name);
    if (points == name) {
      out.kind = Kind::section;
    } else {
      set_points(out.entry, points, *name);
      out.entry.maximum = maximum_at(row, last);
      if (!out.entry.maximum && own) out.entry.maximum = maximum_in(text(name), text_kind);
      if (!out.entry.maximum) out.entry.maximum = described_maximum(row, last);
    }
    if (head_.indicators.size() > 1) {
      const GridCell* first = grid_.at(row, head_.indicators.front());
      out.opens_group = first != nullptr && first->row == row && !text(first).empty();
      const std::string group = group_at(row);
      if (first != name) out.entry.group = group;
    }
    rows_.push_back(std::move(out));
  }

  // 注：本表满分100分 below the table.
  bool is_note(const GridCell& cell) const {
    const Glyphs glyphs =
        glyphs_of(page_, cell.begin, std::min<std::size_t>(cell.end, cell.begin + 40));
    return stands_at(glyphs, 0, U"注:") || stands_at(glyphs, 0, U"备注") ||
           stands_at(glyphs, 0, U"说明") || stands_at(glyphs, 0, U"注1") ||
           stands_at(glyphs, 0, U"填表");
  }

  // The deepest indicator that stands for just these rows; else a description of
  // them, else the deepest indicator there is.
  const GridCell* name_cell(std::uint32_t row, std::uint32_t last, ScoreRow& out) const {
    const auto& columns = head_.indicators;
    for (std::size_t i = columns.size(); i-- > 0;) {
      const GridCell* cell = grid_.at(row, columns[i]);
      out.level = i;
      const bool whole =
          within(cell, row, last) && cell->row == row && cell->row + cell->row_span == last;
      if (whole && !text(cell).empty()) return cell;
    }
    for (std::uint32_t column : head_.descriptions) {
      const GridCell* cell = grid_.at(row, column);
      out.level = columns.size();
      if (within(cell, row, last) && !text(cell).empty()) return cell;
    }
    for (std::size_t i = columns.size(); i-- > 0;) {
      const GridCell* cell = grid_.at(row, columns[i]);
      out.level = i;
      if (!text(cell).empty()) return cell;
    }
    return nullptr;
  }

  void set_points(ScoreEntry& entry, const GridCell* points, const GridCell& name) const {
    entry.page = &page_;
    const bool printed = !text(points).empty();
    const GridCell& quoted = printed ? *points : name;
    entry.begin = quoted.begin;
    entry.end = quoted.end;
    if (!printed) return;
    entry.points = points_of(text(points));
    const bool nothing = state_of(text(points)) != ValueState::filled || text(points) == "/" ||
                         text(points) == "-" || text(points) == "—";
    if (!entry.points && !nothing) entry.unread = squeeze(text(points));
  }

  // Sum of the maxima that belong to these rows alone: one, or several where the
  // points were given for a group of indicators.
  std::optional<double> maximum_at(std::uint32_t row, std::uint32_t last) const {
    if (!head_.maximum) return std::nullopt;
    std::optional<double> sum;
    const GridCell* before = nullptr;
    for (std::uint32_t at = row; at < std::min(last, grid_.rows()); ++at) {
      const GridCell* cell = grid_.at(at, *head_.maximum);
      if (cell == before || !within(cell, row, last)) continue;
      before = cell;
      if (const auto maximum = maximum_of(text(cell))) sum = sum.value_or(0) + *maximum;
    }
    return sum;
  }

  std::optional<double> described_maximum(std::uint32_t row, std::uint32_t last) const {
    for (std::uint32_t column : head_.descriptions) {
      const GridCell* cell = grid_.at(row, column);
      if (!within(cell, row, last)) continue;
      if (auto maximum = maximum_in(text(cell), TextKind::description)) return maximum;
    }
    return std::nullopt;
  }

  // The first-level indicator that covers the row; a blank cell continues the one above.
  std::string group_at(std::uint32_t row) {
    const GridCell* cell = grid_.at(row, head_.indicators.front());
    if (cell != nullptr && !text(cell).empty() &&
        kind_of(glyphs_of(page_, cell->begin, cell->end)) == Kind::entry) {
      group_ = indicator_name(text(cell));
    }
    return group_;
  }

  int rank_of(std::uint32_t row, const GridCell& name) const {
    if (const int rank = outline_rank(text(&name)); rank > 0) return rank;
    if (!head_.serial) return 0;
    const std::string_view serial = text(grid_.at(row, *head_.serial));
    return serial.size() > 20 ? 0 : outline_rank(serial);
  }

  const Page& page_;
  const GridIndex& grid_;
  const ScoreHead& head_;
  std::string group_;
  std::vector<ScoreRow> rows_;
};

}  // namespace

std::vector<ScoreRow> score_rows(const Page& page, const GridIndex& grid, const ScoreHead& head,
                                 std::uint32_t first, std::uint32_t end) {
  return RowReader(page, grid, head).run(first, end);
}

}  // namespace biaoshen
