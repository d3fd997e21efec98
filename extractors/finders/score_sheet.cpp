#include "extractors/finders/score_sheet.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "extractors/finders/line_grid.h"
#include "extractors/finders/score_rows.h"

namespace biaoshen {
namespace {

using Kind = ScoreRow::Kind;

// A first-level row among the items: what follows is numbered deeper, or stands
// in a deeper column under it.
bool heads_next(const ScoreRow& row, const ScoreRow& next) {
  if (next.kind != Kind::entry) return false;
  if (row.rank > 0 && next.rank > row.rank) return true;
  return row.level == 0 && next.level > 0 && !next.opens_group && !row.entry.name.empty() &&
         next.entry.group == row.entry.name;
}

// Rows without numbering: if all of them fall into a row and some rows after it
// that have its maximum together, these first rows are heads.
//   15, 3, 4, 8, 10, 5, 5    heads 15 and 10      15, 10, 5    items only if the total is 30
std::vector<bool> heads_by_sums(const std::vector<const ScoreRow*>& rows,
                                std::optional<double> total) {
  std::vector<bool> heads(rows.size(), false);
  double sum = 0;
  for (const ScoreRow* row : rows) {
    if (!row->entry.maximum || row->rank > 0) return std::vector<bool>(rows.size(), false);
    sum += *row->entry.maximum;
  }
  if (total && std::abs(sum - *total) < 1e-6) return heads;
  for (std::size_t i = 0; i < rows.size();) {
    const double whole = *rows[i]->entry.maximum;
    double parts = 0;
    std::size_t next = i + 1;
    while (next < rows.size() && parts < whole - 1e-6) parts += *rows[next++]->entry.maximum;
    if (next < i + 3 || std::abs(parts - whole) > 1e-6)
      return std::vector<bool>(rows.size(), false);
    heads[i] = true;
    i = next;
  }
  return heads;
}

class SheetBuilder {
 public:
  explicit SheetBuilder(std::vector<ScoreRow> rows) : rows_(std::move(rows)) {}

  ScoreSheet run() {
    mark_heads();
    for (std::size_t i = 0; i < rows_.size(); ++i) add(rows_[i], heads_[i]);
    return std::move(sheet_);
  }

 private:
  void mark_heads() {
    heads_.assign(rows_.size(), false);
    std::vector<const ScoreRow*> entries;
    std::vector<std::size_t> places;
    std::optional<double> total;
    bool flat = true;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].kind == Kind::total && rows_[i].entry.maximum) total = rows_[i].entry.maximum;
      flat = flat && rows_[i].kind != Kind::section && rows_[i].kind != Kind::subtotal;
      if (rows_[i].kind != Kind::entry) continue;
      heads_[i] = i + 1 < rows_.size() && heads_next(rows_[i], rows_[i + 1]);
      flat = flat && rows_[i].entry.group.empty();
      entries.push_back(&rows_[i]);
      places.push_back(i);
    }
    if (!flat) return;
    const auto heads = heads_by_sums(entries, total);
    for (std::size_t k = 0; k < heads.size(); ++k)
      heads_[places[k]] = heads_[places[k]] || heads[k];
  }

  void add(ScoreRow& row, bool is_head) {
    ScoreEntry& entry = row.entry;
    switch (row.kind) {
      case Kind::section:
        open_.assign(1, {0, entry.name});
        return;
      case Kind::subtotal:
        if (entry.group.empty()) entry.group = group_;
        if (entry.points) sheet_.subtotals.push_back(entry);
        return;
      case Kind::total:
        if (entry.points) sheet_.totals.push_back(entry);
        done_ = true;
        return;
      case Kind::entry:
        is_head ? open_group(row) : add_item(row);
    }
  }

  // Closes the groups that a row of this depth ends; sections stay open.
  void close(int rank) {
    while (!open_.empty() && open_.back().first >= std::max(rank, 1)) open_.pop_back();
  }

  void open_group(const ScoreRow& row) {
    close(row.rank);
    const bool outermost = open_.empty() || open_.back().first == 0;
    open_.emplace_back(std::max(row.rank, 1), row.entry.name);
    if (!outermost || !row.entry.points) return;
    ScoreEntry subtotal = row.entry;
    subtotal.group = row.entry.name;
    sheet_.subtotals.push_back(std::move(subtotal));
  }

  void add_item(const ScoreRow& row) {
    if (row.rank > 0) close(row.rank);
    ScoreEntry item = row.entry;
    if (item.group.empty() && !open_.empty()) item.group = open_.front().second;
    group_ = item.group;
    const bool blank = !item.points && item.unread.empty();
    if (blank && (!item.maximum || done_)) return;  // a heading, a note
    sheet_.items.push_back(std::move(item));
  }

  std::vector<ScoreRow> rows_;
  std::vector<bool> heads_;
  std::vector<std::pair<int, std::string>> open_;  // groups: depth and name; 0 a section
  std::string group_;                              // of the last item
  bool done_ = false;                              // the total has been read
  ScoreSheet sheet_;
};

// A sheet while its tables are being collected.
struct OpenSheet {
  ScoreHead head;
  std::uint32_t columns = 0;
  std::vector<ScoreRow> rows;
  bool has_total() const {
    return std::any_of(rows.begin(), rows.end(),
                       [](const ScoreRow& r) { return r.kind == Kind::total; });
  }
};

void add_table(std::vector<OpenSheet>& sheets, const Page& page, const Grid& grid) {
  const GridIndex index(grid);
  const auto heads = score_heads(page, index);
  const bool worksheet = !page.title.empty();
  const auto append = [&](std::uint32_t first, std::uint32_t end) {
    auto rows = score_rows(page, index, sheets.back().head, first, end);
    std::move(rows.begin(), rows.end(), std::back_inserter(sheets.back().rows));
  };
  const bool runs_on = !sheets.empty() && !worksheet && !sheets.back().has_total();
  const std::uint32_t before = heads.empty() ? index.rows() : heads.front().first_row;
  if (runs_on && sheets.back().columns == grid.columns && heads.empty()) append(0, before);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const bool again = !sheets.empty() && (i > 0 || !worksheet) && !sheets.back().has_total() &&
                       same_columns(sheets.back().head, heads[i]);
    if (!again) sheets.push_back({heads[i], grid.columns, {}});
    append(heads[i].last_row + 1, i + 1 < heads.size() ? heads[i + 1].first_row : index.rows());
  }
}

}  // namespace

bool ScoreSheet::is_filled() const {
  const auto has_points = [](const ScoreEntry& e) { return e.points || !e.unread.empty(); };
  return std::any_of(items.begin(), items.end(), has_points) || !totals.empty();
}

std::vector<ScoreSheet> read_score_sheets(std::span<const Page* const> pages) {
  std::vector<OpenSheet> open;
  for (const Page* page : pages) {
    const std::size_t before = open.size();
    for (const Grid& grid : page->grids) add_table(open, *page, grid);
    if (open.size() > before || !page->grids.empty()) continue;
    if (const auto lines = grid_of_lines(*page, head_of_scores())) add_table(open, *page, *lines);
  }
  std::vector<ScoreSheet> sheets;
  for (OpenSheet& sheet : open) sheets.push_back(SheetBuilder(std::move(sheet.rows)).run());
  return sheets;
}

}  // namespace biaoshen
