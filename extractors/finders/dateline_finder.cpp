// The day a letter or notice was issued, as it stands below its text:
//
//              某省市场监督管理局
//                2023年8月10日                       a line of its own
//   某省市场监督管理局办公室      2023年8月10日印发      the foot of an official paper
//
// Not a dateline: "请于2023年8月15日前报送", a day in a table, a month without a day. Where
// the foot names a day of issue that one counts, else the last dateline of the first page
// that has one: what follows the signature is an annex.
//
// It gives at most one reading a part, and refuses to take a day out of running text.
//
// Tested by tests/finders/dateline_finder_test.cpp.
#include "extractors/finders/dateline_finder.h"

#include <optional>
#include <string_view>

#include "extractors/dates/date_grammar.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/free_lines.h"
#include "extractors/finders/glyphs.h"
#include "extractors/finders/quote.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestLine = 300;  // bytes: longer ones are text

struct Dateline {
  std::size_t begin = 0, end = 0;  // bytes of the page
  Date date;
  bool issued = false;  // 印发 stands behind it
};

// An organization's name or （盖章）: words that are no part of a sentence.
bool may_sign(std::string_view head) {
  for (std::string_view mark : {"。", ",", ";", ":", "《"})
    if (contains(head, mark)) return false;
  return true;
}

bool is_set_off(const Page& page, TextRange line, std::size_t date_begin) {
  for (const Glyph& glyph : glyphs_of(page, line.first, line.second))
    if (glyph.begin >= date_begin) return glyph.gap == Gap::wide;
  return false;
}

std::optional<Dateline> dateline_in(const Page& page, TextRange line) {
  if (line.second - line.first > kLongestLine) return std::nullopt;
  const auto print = std::string_view(page.text).substr(line.first, line.second - line.first);
  const auto dates = find_dates(print);
  if (dates.size() != 1 || !dates.front().value || dates.front().relative) return std::nullopt;
  const FoundDate& found = dates.front();
  const std::string head = bare(print.substr(0, found.begin));
  const std::string tail = bare(print.substr(found.end));
  const bool issued = tail.starts_with("印发");
  if (!issued && !tail.empty()) return std::nullopt;
  if (!may_sign(head)) return std::nullopt;
  if (!head.empty() && !issued && !is_set_off(page, line, line.first + found.begin))
    return std::nullopt;
  return Dateline{line.first + found.begin, line.first + found.end, *found.value, issued};
}

// The last one of the page; one with 印发 before all others.
std::optional<Dateline> dateline_of(const Page& page) {
  std::optional<Dateline> best;
  for (const TextRange& line : free_lines(page)) {
    const auto one = dateline_in(page, line);
    if (one && (one->issued || !best || !best->issued)) best = one;
  }
  return best;
}

}  // namespace

std::vector<Fact> find_dateline(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const Page* place = nullptr;
  std::optional<Dateline> best;
  for (const Page* page : pages_of(dossier, part)) {
    const auto one = dateline_of(*page);
    if (!one || (best && (best->issued || !one->issued))) continue;
    place = page;
    best = one;
  }
  if (!best) return {};
  const FactPlace at{file_of(dossier, part), part, *place, spec};
  TypedValue value{to_string(best->date), best->date, "", 0, 0};
  return {fact_at(at, best->begin, best->end, std::move(value), ValueType::date)};
}

}  // namespace biaoshen
