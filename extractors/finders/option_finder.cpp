// The option that was chosen at a label: 申报类型 | ☑试点 □示范 gives 试点. An option alone,
// without any mark, is chosen too. Options may go on in the cells to the right, and in the
// lines below that hold options.
//
// Nothing marked gives the empty value with doubt `placeholder`; several marked give several
// facts, and they and what cannot be told have doubt `uncertain`.
//
// It refuses options that the profile does not list.
//
// Tested by tests/finders/option_finder_test.cpp.
#include "extractors/finders/option_finder.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/firmness.h"
#include "extractors/finders/free_lines.h"
#include "extractors/finders/grid_index.h"
#include "extractors/finders/line_fields.h"
#include "extractors/finders/option_marks.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/sentences.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostLines = 12;          // that options go on over
constexpr std::size_t kMostCells = 12;          // to the right of a label
constexpr std::size_t kLongestLabelCell = 300;  // bytes
constexpr std::size_t kMostFacts = 200;

class PageReader {
 public:
  PageReader(const FactPlace& at, const LabelBook& book, std::vector<Fact>& facts)
      : at_(at),
        page_(at.page),
        book_(book),
        labels_(list_parameter(at.spec, "labels")),
        names_(list_parameter(at.spec, "options")),
        options_(words_of(names_)),
        facts_(facts) {}

  void run() {
    for (const Grid& grid : page_.grids) read_grid(grid);
    read_lines(free_lines(page_));
  }

 private:
  void read_grid(const Grid& grid) {
    const GridIndex index(grid);
    for (const GridCell& cell : grid.cells) {
      if (cell.end <= cell.begin) continue;
      const bool may_be_label = cell.end - cell.begin <= kLongestLabelCell;
      const Glyphs glyphs = may_be_label ? glyphs_of(page_, cell.begin, cell.end) : Glyphs();
      const auto label = glyphs.empty() ? std::nullopt : whole_label(glyphs, book_);
      if (!label)
        read_lines(lines_between(page_, cell.begin, cell.end));
      else if (is_wanted(label->wanted))
        add_choice(label->wanted.front(), glyphs.front().begin, beside(index, cell));
    }
  }

  static bool is_wanted(const std::vector<std::size_t>& wanted) {
    return wanted.front() != kOtherLabel;
  }

  // What stands to the right of a label, up to the next one; else what stands below.
  Glyphs beside(const GridIndex& grid, const GridCell& label) const {
    Glyphs all;
    std::uint32_t column = label.column + label.column_span;
    for (std::size_t i = 0; i < kMostCells; ++i) {
      const GridCell* cell = grid.at(label.row, column);
      if (cell == nullptr) break;
      const Glyphs glyphs = glyphs_of(page_, cell->begin, cell->end);
      if (whole_label(glyphs, book_)) break;
      all.insert(all.end(), glyphs.begin(), glyphs.end());
      column = cell->column + cell->column_span;
    }
    if (has_any(all, options_)) return all;
    const GridCell* below = grid.at(label.row + label.row_span, label.column);
    return below == nullptr ? all : glyphs_of(page_, below->begin, below->end);
  }

  void read_lines(const std::vector<TextRange>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Glyphs line = glyphs_of(page_, lines[i].first, lines[i].second);
      for (const LineField& field : fields_in_line(line, book_, Separator::any)) {
        if (!is_wanted(field.wanted)) continue;
        Glyphs value(line.begin() + static_cast<std::ptrdiff_t>(field.value_begin),
                     line.begin() + static_cast<std::ptrdiff_t>(field.value_end));
        if (field.value_end == line.size()) add_lines_below(value, lines, i);
        add_choice(field.wanted.front(), line[field.label_begin].begin, value);
      }
    }
  }

  void add_lines_below(Glyphs& value, const std::vector<TextRange>& lines, std::size_t i) const {
    const std::size_t last = std::min(lines.size(), i + 1 + kMostLines);
    for (std::size_t next = i + 1; next < last; ++next) {
      const Glyphs line = glyphs_of(page_, lines[next].first, lines[next].second);
      if (!has_any(line, options_) || !fields_in_line(line, book_, Separator::colon).empty())
        return;
      value.insert(value.end(), line.begin(), line.end());
    }
  }

  void add_choice(std::size_t label, std::size_t label_begin, const Glyphs& value) {
    const Choice choice = choice_in(value, options_);
    if (!choice.has_options || facts_.size() >= kMostFacts) return;
    for (const ChosenOption& one : choice.chosen) {
      TypedValue chosen{
          std::string(names_[one.option]), {}, choice.is_sure ? "" : "uncertain", 0, 0};
      const Glyph &first = value[one.begin], &last = value[one.end - 1];
      add(label, fact_at(at_, first.begin, last.end, std::move(chosen)));
    }
    if (!choice.chosen.empty()) return;
    TypedValue open{"", {}, choice.is_sure ? "placeholder" : "uncertain", 0, 0};
    add(label, fact_at(at_, label_begin, value.back().end, std::move(open)));
  }

  void add(std::size_t label, Fact fact) {
    fact.details.emplace_back("label", labels_[label]);
    facts_.push_back(std::move(fact));
  }

  const FactPlace& at_;
  const Page& page_;
  const LabelBook& book_;
  std::vector<std::string_view> labels_, names_;
  std::vector<std::u32string> options_;
  std::vector<Fact>& facts_;
};

}  // namespace

std::vector<Fact> find_option(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const auto labels = list_parameter(spec, "labels");
  const LabelBook exact(labels), recognised(labels, Spelling::recognised);
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const LabelBook& book = has_recognised_words(*page) ? recognised : exact;
    PageReader(at, book, facts).run();
  }
  return facts;
}

}  // namespace biaoshen
