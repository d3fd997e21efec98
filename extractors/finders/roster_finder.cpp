// The rows of a list that a recommender sends along (推荐汇总表): one fact a row, with the
// unit, the project, the number of the standard, the rank … as details.
//
// A table goes on over the page, with or without its head; without rules it is rebuilt from
// its lines. A cell that spans several rows counts for each of them.
//
// It refuses to count or compare rows, and passes over sums, notes and rows left open.
//
// Tested by tests/finders/roster_finder_test.cpp.
#include "extractors/finders/roster_finder.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/finders/cut_columns.h"
#include "extractors/finders/field_value.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/line_grid.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/roster_head.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostFacts = 2000;                              // rows of one part
constexpr std::uint32_t kMostRows = 100'000;                          // of one table
constexpr std::string_view kNames[] = {"project", "number", "unit"};  // first one is the value

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

class RosterReader {
 public:
  RosterReader(const Dossier& dossier, const Part& part, const FactSpec& spec)
      : dossier_(dossier),
        part_(part),
        spec_(spec),
        columns_(roster_columns(list_parameter(spec, "columns"))) {}

  std::vector<Fact> run() {
    for (const Page* page : pages_of(dossier_, part_)) {
      const std::size_t before = facts_.size();
      const auto is_head = [&](const Glyphs& column) { return heads_any(column); };
      const bool drawn = has_recognised_words(*page);
      for (const Grid& grid : page->grids)
        read(*page, drawn ? with_cut_columns(*page, grid, is_head) : grid);
      if (facts_.size() > before) continue;
      const HeadSign sign{is_head, 2};
      if (const auto lines = grid_of_lines(*page, sign)) read(*page, *lines);
    }
    return std::move(facts_);
  }

 private:
  bool heads_any(const Glyphs& column) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const auto& one) { return heads_column(column, one.second) > 0; });
  }

  // A table without a head of its own goes on with the last one, if it has as many columns.
  void read(const Page& page, const Grid& grid) {
    const GridIndex index(grid);
    const FactPlace at{file_of(dossier_, part_), part_, page, spec_};
    const std::uint32_t rows = std::min(index.rows(), kMostRows);
    bool open = head_ && grid.columns == width_;
    for (std::uint32_t row = 0; row < rows && facts_.size() < kMostFacts; ++row) {
      if (auto head = roster_head(page, index, row, columns_)) {
        head_ = head;
        width_ = grid.columns;
        open = true;
        row = head->last_row;
      } else if (open) {
        add_row(at, index, row);
      }
    }
  }

  void add_row(const FactPlace& at, const GridIndex& grid, std::uint32_t row) {
    const auto cells = grid.row(row);
    if (cells.empty() || (cells.size() == 1 && width_ > 1)) return;  // a note under the table
    const std::string first = bare(at.page.cell_text(*cells.front()));
    if (starts_with_any(first, {"合计", "总计", "小计", "共计", "注:", "备注", "说明", "填表"}))
      return;
    for (std::string_view name : kNames) {
      const GridCell* cell = cell_of(grid, row, name);
      if (cell == nullptr || bare(at.page.cell_text(*cell)).empty()) continue;
      facts_.push_back(row_fact(at, grid, row, *cell));
      return;
    }
  }

  const GridCell* cell_of(const GridIndex& grid, std::uint32_t row, std::string_view key) const {
    const auto column = head_->columns.find(key);
    return column == head_->columns.end() ? nullptr : grid.at(row, column->second);
  }

  Fact row_fact(const FactPlace& at, const GridIndex& grid, std::uint32_t row,
                const GridCell& cell) const {
    const std::string_view print = at.page.cell_text(cell);
    TypedValue value{squeeze(print), {}, "", 0, 0};
    if (state_of(print) == ValueState::placeholder) value.doubt = "placeholder";
    Fact fact = fact_at(at, cell.begin, cell.end, std::move(value));
    for (const auto& [key, column] : head_->columns) {
      const GridCell* one = grid.at(row, column);
      fact.details.emplace_back(key, one == nullptr ? "" : squeeze(at.page.cell_text(*one)));
    }
    return fact;
  }

  const Dossier& dossier_;
  const Part& part_;
  const FactSpec& spec_;
  RosterColumns columns_;
  std::optional<RosterHead> head_;
  std::uint32_t width_ = 0;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> find_roster(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  return RosterReader(dossier, part, spec).run();
}

}  // namespace biaoshen
