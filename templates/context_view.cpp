#include "templates/context_view.h"

#include <algorithm>
#include <optional>
#include <set>

#include "pipeline/base/text.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

using ByteRange = std::pair<std::size_t, std::size_t>;

// Code points, so that a page of contexts stays a page.
constexpr std::size_t kMarked = 300, kBesideMark = 100, kCell = 60, kParagraph = 120;
constexpr std::size_t kMostParagraphs = 8;  // that one quote runs over
constexpr std::size_t kMostRows = 40;
constexpr std::uint32_t kHeadRows = 5;  // the head of a table is looked for in these
constexpr std::size_t kHeadLength = 12;
constexpr int kMostTries = 500;

std::size_t size_of(const ByteRange& range) {
  return range.second - range.first;
}

// --- pieces of text ---

std::string last_of(const std::string& text, std::size_t limit) {
  std::size_t count = count_code_points(text), at = 0;
  if (count <= limit) return text;
  for (; count > limit; --count) next_code_point(text, at);
  return "…" + text.substr(at);
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return text;
}

ContextCell plain_cell(std::string_view text, std::size_t limit, PersonalData data) {
  ContextCell out;
  out.before = one_line(brief(trim(text), limit, data));
  return out;
}

// `text` begins at byte `at` of the page.
ContextCell marked_cell(std::string_view text, std::size_t at, const ByteRange& quoted,
                        PersonalData data) {
  const auto within = [&](std::size_t byte) { return std::clamp(byte, at, at + text.size()) - at; };
  MaskedPieces pieces = masked_around(text, within(quoted.first), within(quoted.second), data);
  ContextCell out;
  out.is_marked = true;
  out.before = one_line(last_of(pieces.before, kBesideMark));
  out.marked = one_line(brief(pieces.within, kMarked, data));
  out.after = one_line(brief(pieces.after, kBesideMark, data));
  return out;
}

// --- paragraphs ---

bool is_blank(const Page& page, const Line& line) {
  return trim(page.line_text(line)).empty();
}

ContextRow paragraph(const Page& page, const Line& line, PersonalData data) {
  ContextRow out;
  out.cells = {plain_cell(page.line_text(line), kParagraph, data)};
  return out;
}

void add_neighbour(ContextView& view, const Page& page, std::size_t from, int step,
                   PersonalData data) {
  for (std::size_t i = from; i < page.lines.size(); i += static_cast<std::size_t>(step)) {
    if (is_blank(page, page.lines[i])) continue;
    view.rows.push_back(paragraph(page, page.lines[i], data));
    return;
  }
}

ContextView paragraphs_around(const Page& page, const ByteRange& quoted, PersonalData data) {
  ContextView out;
  const auto first = std::ranges::partition_point(
      page.lines, [&](const Line& line) { return line.end <= quoted.first; });
  const auto last = std::partition_point(
      first, page.lines.end(), [&](const Line& line) { return line.begin < quoted.second; });
  if (first == last) return out;
  const auto index = static_cast<std::size_t>(first - page.lines.begin());
  // Below the first line the index wraps to a number that ends the search.
  add_neighbour(out, page, index - 1, -1, data);
  for (auto line = first; line != last; ++line) {
    if (static_cast<std::size_t>(line - first) == kMostParagraphs) break;
    ContextRow row;
    row.is_quoted = true;
    row.cells = {marked_cell(page.line_text(*line), line->begin, quoted, data)};
    out.rows.push_back(std::move(row));
  }
  add_neighbour(out, page, static_cast<std::size_t>(last - page.lines.begin()), 1, data);
  return out;
}

// --- tables ---

bool covers_row(const GridCell& cell, std::uint32_t row) {
  return row >= cell.row && row - cell.row < cell.row_span;
}
bool covers_column(const GridCell& cell, std::uint32_t column) {
  return column >= cell.column && column - cell.column < cell.column_span;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct Mark {
  ByteRange bytes;  // empty: the whole of an empty cell
  std::uint32_t row = 0, column = 0;
};

// The columns shown and the cells of the rows that may be.
class TableAround {
 public:
  TableAround(const Page& page, const Grid& grid, std::vector<Mark> marks, PersonalData data)
      : page_(page), data_(data), marks_(std::move(marks)) {
    const std::uint32_t column = marks_.front().column;
    first_ = column < kContextColumns / 2 || grid.columns <= kContextColumns
                 ? 0
                 : column - kContextColumns / 2;
    last_ = std::min(grid.columns, first_ + kContextColumns);
    choose_rows(grid.rows);
    for (const GridCell& cell : grid.cells)
      if (cell.column < last_ && cell.column + cell.column_span > first_ && is_needed(cell))
        cells_.push_back(&cell);
  }

  ContextView run() const {
    ContextView out;
    out.is_table = true;
    std::vector<std::uint32_t> rows(rows_.begin(), rows_.end());
    if (const auto head = head_row(); head && *head < rows.front())
      rows.insert(rows.begin(), *head);
    std::uint32_t next = rows.front();
    for (const std::uint32_t row : rows) {
      ContextRow view = row_view(row);
      if (!view.is_quoted && is_empty(view)) continue;
      view.is_apart = row > next;
      next = row + 1;
      out.rows.push_back(std::move(view));
    }
    return out;
  }

 private:
  // One mark is shown with the rows around it; several explain one another.
  void choose_rows(std::uint32_t rows) {
    const std::uint32_t around = marks_.size() == 1 ? 1 : 0;
    for (const Mark& mark : marks_)
      for (std::uint32_t row = mark.row < around ? 0 : mark.row - around;
           row <= mark.row + around && row < rows && rows_.size() < kMostRows; ++row)
        rows_.insert(row);
    // A single row between two, mostly a sub-total, takes no more room than a gap.
    for (const std::uint32_t row : std::vector(rows_.begin(), rows_.end()))
      if (rows_.contains(row + 2)) rows_.insert(row + 1);
  }

  bool is_needed(const GridCell& cell) const {
    const auto next = rows_.lower_bound(cell.row);
    return cell.row < kHeadRows || (next != rows_.end() && covers_row(cell, *next));
  }

  const GridCell* at(std::uint32_t row, std::uint32_t column) const {
    const auto found = std::ranges::find_if(cells_, [&](const GridCell* cell) {
      return covers_row(*cell, row) && covers_column(*cell, column);
    });
    return found == cells_.end() ? nullptr : *found;
  }

  // The first row in which each column has a short name of its own.
  std::optional<std::uint32_t> head_row() const {
    if (last_ - first_ < 3) return std::nullopt;
    for (std::uint32_t row = 0; row < std::min(kHeadRows, *rows_.begin()); ++row)
      if (is_head(row)) return row;
    return std::nullopt;
  }

  bool is_head(std::uint32_t row) const {
    for (std::uint32_t column = first_; column < last_; ++column) {
      const GridCell* cell = at(row, column);
      if (cell == nullptr || cell->column_span > 1) return false;
      const std::string_view text = trim(page_.cell_text(*cell));
      if (text.empty() || count_code_points(text) > kHeadLength || has_digit(text)) return false;
    }
    return true;
  }

  ContextRow row_view(std::uint32_t row) const {
    ContextRow out;
    for (std::uint32_t column = first_; column < last_;) {
      const GridCell* cell = at(row, column);
      const std::uint32_t end =
          cell == nullptr ? column + 1 : std::min(last_, cell->column + cell->column_span);
      out.cells.push_back(cell_view(cell, row, column));
      out.cells.back().columns = end - column;
      out.is_quoted = out.is_quoted || out.cells.back().is_marked;
      column = end;
    }
    return out;
  }

  ContextCell cell_view(const GridCell* cell, std::uint32_t row, std::uint32_t column) const {
    for (const Mark& mark : marks_) {
      if (cell != nullptr && cell->begin < mark.bytes.second && mark.bytes.first < cell->end)
        return marked_cell(page_.cell_text(*cell), cell->begin, mark.bytes, data_);
      if (cell == nullptr && size_of(mark.bytes) == 0 && mark.row == row && mark.column == column) {
        ContextCell empty;
        empty.is_marked = true;
        return empty;
      }
    }
    return cell == nullptr ? ContextCell() : plain_cell(page_.cell_text(*cell), kCell, data_);
  }

  static bool is_empty(const ContextRow& row) {
    return std::ranges::all_of(row.cells,
                               [](const ContextCell& cell) { return cell.before.empty(); });
  }

  const Page& page_;
  const PersonalData data_;
  const std::vector<Mark> marks_;
  std::uint32_t first_ = 0, last_ = 0;
  std::set<std::uint32_t> rows_;
  std::vector<const GridCell*> cells_;
};

// --- where the quote is ---

bool has_no_box(const Place& place) {
  return std::holds_alternative<InFlow>(place) || std::holds_alternative<InCell>(place);
}

// From the first word of the paragraph or cell to the end of its last.
ByteRange range_of_place(const Quote& quote, const Page& page) {
  const auto is_there = [&](const Word& word) { return word.place == quote.place; };
  const auto first = std::ranges::find_if(page.words, is_there);
  if (first == page.words.end()) return {0, 0};
  const auto last = std::find_if_not(first, page.words.end(), is_there);
  return {first->begin, std::prev(last)->end};
}

// Whether the grid counts rows as the worksheet does: a huge sheet is moved together.
bool counts_as(const Page& page, const Grid& grid, std::uint32_t row) {
  return std::ranges::any_of(grid.cells, [&](const GridCell& cell) {
    if (cell.row + 1 != row) return false;
    const Place place = page.place_of(cell.begin, cell.end);
    const auto* in = std::get_if<InCell>(&place);
    return in != nullptr && in->row == row;
  });
}

// In a cell that has words, or, by its place alone, in an empty one of a worksheet.
std::optional<Mark> mark_in(const Grid& grid, const Quote& quote, const Page& page) {
  const ByteRange bytes = range_of(quote, page);
  if (size_of(bytes) > 0) {
    for (const GridCell& cell : grid.cells)
      if (cell.begin <= bytes.first && bytes.first < cell.end)
        return Mark{bytes, cell.row, cell.column};
    return std::nullopt;
  }
  const auto* in = std::get_if<InCell>(&quote.place);
  if (in == nullptr || in->row == 0 || in->column == 0 || in->row > grid.rows ||
      in->column > grid.columns || !counts_as(page, grid, in->row))
    return std::nullopt;
  return Mark{{0, 0}, in->row - 1, in->column - 1};
}

}  // namespace

std::pair<std::size_t, std::size_t> range_of(const Quote& quote, const Page& page) {
  const std::size_t length = quote.text.size();
  if (length == 0) return {0, 0};
  if (has_no_box(quote.place)) {
    const ByteRange there = range_of_place(quote, page);
    const std::size_t at = page.text.find(quote.text, there.first);
    return at < there.second ? ByteRange(at, at + length) : ByteRange(0, 0);
  }
  std::size_t at = page.text.find(quote.text);
  for (int tries = 0; at != std::string::npos && tries < kMostTries; ++tries) {
    if (page.place_of(at, at + length) == quote.place) return {at, at + length};
    at = page.text.find(quote.text, at + 1);
  }
  return {0, 0};
}

const Grid* table_of(const Quote& quote, const Page& page) {
  const auto found = std::ranges::find_if(
      page.grids, [&](const Grid& grid) { return mark_in(grid, quote, page).has_value(); });
  return found == page.grids.end() ? nullptr : &*found;
}

ContextView table_view(std::span<const Quote* const> quotes, const Grid& grid, const Page& page,
                       PersonalData data) {
  std::vector<Mark> marks;
  for (const Quote* quote : quotes)
    if (auto mark = mark_in(grid, *quote, page)) marks.push_back(*mark);
  return marks.empty() ? ContextView() : TableAround(page, grid, std::move(marks), data).run();
}

ContextView paragraph_view(const Quote& quote, const Page& page, PersonalData data) {
  const ByteRange quoted = range_of(quote, page);
  return size_of(quoted) == 0 ? ContextView() : paragraphs_around(page, quoted, data);
}

}  // namespace biaoshen
