#include "extractors/finders/roster_head.h"

#include <algorithm>

#include "extractors/finders/label_book.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestHead = 120;  // bytes of a head cell
constexpr std::size_t kMostAround = 4;     // glyphs around the words: 项目申报单位名称
constexpr std::uint32_t kTallestHead = 3;  // rows

// The words of a head cell, without numbering and hints.
Glyphs words_in(const Page& page, const GridCell& cell) {
  if (cell.end <= cell.begin || cell.end - cell.begin > kLongestHead) return {};
  const Glyphs glyphs = glyphs_of(page, cell.begin, cell.end);
  Glyphs words;
  for (std::size_t at = skip_numbering(glyphs, 0); at < glyphs.size();) {
    const std::size_t after = skip_hint(glyphs, at);
    if (after == at)
      words.push_back(glyphs[at++]);
    else
      at = after;
  }
  return words;
}

bool has_wide_gap(const Glyphs& cell) {
  return std::any_of(cell.begin() + 1, cell.end(),
                     [](const Glyph& glyph) { return glyph.gap == Gap::wide; });
}

bool is_empty(const Page& page, const GridCell& cell) {
  return trim(page.cell_text(cell)).empty();
}

// The best column for each key; a column serves one key only.
void assign(RosterHead& head, const Page& page, const std::vector<const GridCell*>& cells,
            const RosterColumns& wanted) {
  struct Bid {
    int worth;
    std::size_t cell;
    std::string_view key;
  };
  std::vector<Bid> bids;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Glyphs words = words_in(page, *cells[i]);
    for (const auto& [key, names] : wanted)
      if (const int worth = heads_column(words, names)) bids.push_back({worth, i, key});
  }
  std::stable_sort(bids.begin(), bids.end(),
                   [](const Bid& a, const Bid& b) { return a.worth > b.worth; });
  std::vector<bool> taken(cells.size());
  for (const Bid& bid : bids) {
    if (taken[bid.cell] || head.columns.count(bid.key) > 0) continue;
    taken[bid.cell] = true;
    head.columns[bid.key] = cells[bid.cell]->column;
    const std::uint32_t height = std::min(cells[bid.cell]->row_span, kTallestHead);
    head.last_row = std::max(head.last_row, head.first_row + height - 1);
  }
}

bool names_something(const RosterHead& head) {
  const auto has = [&](std::string_view key) { return head.columns.count(key) > 0; };
  return head.columns.size() > 1 && (has("unit") || has("project") || has("number"));
}

// Whether a further label stands below one of the columns: then this is a form.
bool stands_over_labels(const Page& page, const GridIndex& grid, const RosterHead& head) {
  static const LabelBook kBook({});
  for (const auto& [key, column] : head.columns) {
    const GridCell* below = grid.at(head.last_row + 1, column);
    if (below == nullptr) continue;
    const Glyphs words = words_in(page, *below);
    if (words.empty()) continue;
    const auto label = kBook.match(words, 0);
    if (label && label->end == words.size()) return true;
  }
  return false;
}

}  // namespace

RosterColumns roster_columns(const std::vector<std::string_view>& parameter) {
  RosterColumns columns;
  for (std::string_view one : parameter) {
    const std::size_t sign = one.find('=');
    if (sign == std::string_view::npos) continue;
    for (std::string_view word : split(one.substr(sign + 1), '/'))
      if (!trim(word).empty()) columns[trim(one.substr(0, sign))].push_back(characters_of(word));
  }
  return columns;
}

int heads_column(const Glyphs& cell, const std::vector<std::u32string>& words) {
  int best = 0;
  for (const std::u32string& word : words) {
    if (cell.size() < word.size() || cell.size() > word.size() + kMostAround) continue;
    const std::size_t rest = cell.size() - word.size();
    if (!stands_at(cell, 0, word) && !stands_at(cell, rest, word)) continue;
    if (has_wide_gap(cell)) continue;  // two heads in one cell
    best = std::max(best, static_cast<int>(10 * word.size() + kMostAround - rest));
  }
  return best;
}

std::optional<RosterHead> roster_head(const Page& page, const GridIndex& grid, std::uint32_t row,
                                      const RosterColumns& wanted) {
  const auto cells = grid.row(row);
  const auto empty = static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [&](const GridCell* cell) { return is_empty(page, *cell); }));
  if (2 * empty >= cells.size()) return std::nullopt;  // a form that nobody filled in
  RosterHead head{row, row, {}};
  assign(head, page, cells, wanted);
  if (!names_something(head) || stands_over_labels(page, grid, head)) return std::nullopt;
  return head;
}

}  // namespace biaoshen
