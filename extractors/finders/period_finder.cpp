// Numbers of years that a text states about something: 复审周期不超过3年 gives 3,
// 每三年复审一次 gives 3, 复审间隔为36个月 gives 3, 每半年评估一次 gives 0.5.
//
// The clause that has the word counts first; only where it states no period, the
// other clauses of its sentence do: "对标准进行复审，周期一般不超过五年" gives 5,
// "标准实施满1年，复审周期为3年" gives 3 and not 1.
//
// It refuses to read calendar years (2023年) and ordinals (第三年) as periods.
//
// Tested by tests/finders/period_finder_test.cpp.
#include "extractors/finders/period_finder.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/finders/finder_fact.h"
#include "extractors/finders/glyphs.h"
#include "extractors/finders/quote.h"

namespace biaoshen {
namespace {

constexpr double kLongestPeriod = 99;
constexpr std::size_t kLongestSentence = 400;  // glyphs
constexpr std::size_t kMostFacts = 200;

struct Period {
  std::size_t begin, end;  // glyphs
  double years;
};
struct Range {
  std::size_t begin, end;  // glyphs
};

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// The number that ends before glyph `end`: 3, 36, 2.5, 三, 两, 十二, 二十. Gives its first glyph.
std::optional<std::pair<std::size_t, double>> number_before(const Glyphs& glyphs, std::size_t begin,
                                                            std::size_t end) {
  constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
  std::size_t at = end;
  while (at > begin && end - at < 6 && is_any_of(glyphs[at - 1].c, U"0123456789.")) --at;
  if (at < end) {
    double value = 0, scale = 0;
    for (std::size_t i = at; i < end; ++i) {
      if (glyphs[i].c == '.') {
        scale = 1;
        continue;
      }
      value = value * 10 + static_cast<double>(glyphs[i].c - '0');
      scale *= 10;
    }
    return std::pair(at, scale > 1 ? value / scale : value);
  }
  while (at > begin && end - at < 4 && is_any_of(glyphs[at - 1].c, U"一二三四五六七八九十两")) --at;
  if (at == end) return std::nullopt;
  double value = 0, digit = 0;
  for (std::size_t i = at; i < end; ++i) {
    if (glyphs[i].c == U'十') {
      value += (digit > 0 ? digit : 1) * 10;
      digit = 0;
    } else {
      digit = glyphs[i].c == U'两' ? 2 : static_cast<double>(kNumerals.find(glyphs[i].c));
    }
  }
  return std::pair(at, value + digit);
}

// The period whose unit (年, 个月) stands at glyph `at` of a clause.
std::optional<Period> period_at(const Glyphs& glyphs, Range clause, std::size_t at) {
  const bool years = glyphs[at].c == U'年' || stands_at(glyphs, at, U"周年");
  const bool months = stands_at(glyphs, at, U"个月");
  if (!years && !months) return std::nullopt;
  std::size_t end = at + (months || glyphs[at].c != U'年' ? 2 : 1);
  const char32_t before = at > clause.begin ? glyphs[at - 1].c : 0;
  if (years && before == U'半') return Period{at - 1, end, 0.5};
  if (years && before == U'每') return Period{at - 1, end, 1};
  const auto number = number_before(glyphs, clause.begin, at);
  if (!number || number->second <= 0 || number->second > kLongestPeriod) return std::nullopt;
  if (number->first > clause.begin && glyphs[number->first - 1].c == U'第') return std::nullopt;
  double value = months ? number->second / 12 : number->second;
  if (years && end < clause.end && glyphs[end].c == U'半') {
    value += 0.5;
    ++end;
  }
  return Period{number->first, end, value};
}

std::vector<Period> periods_in(const Glyphs& glyphs, Range clause) {
  std::vector<Period> periods;
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    if (auto period = period_at(glyphs, clause, at)) periods.push_back(*period);
  }
  return periods;
}

// Pieces of [begin, end) between the marks; in running text a line end is one, too,
// while a printed page breaks its lines anywhere.
std::vector<Range> pieces(const Glyphs& glyphs, Range range, std::u32string_view marks,
                          bool lines) {
  std::vector<Range> found;
  std::size_t begin = range.begin;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const bool mark = is_any_of(glyphs[at].c, marks) || at - begin >= kLongestSentence;
    const bool next_line = lines && at > begin && glyphs[at].gap == Gap::line;
    if (!mark && !next_line) continue;
    found.push_back({begin, at});
    begin = mark ? at + 1 : at;
  }
  found.push_back({begin, range.end});
  return found;
}

// The word and the periods that belong to it; the quote covers both.
std::vector<Period> periods_about(const Glyphs& glyphs, Range sentence, std::u32string_view word) {
  const std::size_t at = find_in(glyphs, word, sentence.begin, sentence.end);
  if (at == kNowhere) return {};
  std::vector<Period> periods;
  for (const Range& clause : pieces(glyphs, sentence, U",，", false)) {
    if (find_in(glyphs, word, clause.begin, clause.end) == kNowhere) continue;
    const auto own = periods_in(glyphs, clause);
    periods.insert(periods.end(), own.begin(), own.end());
  }
  if (periods.empty()) periods = periods_in(glyphs, sentence);
  for (Period& period : periods) {
    period.begin = std::min(period.begin, at);
    period.end = std::max(period.end, at + word.size());
  }
  return periods;
}

void add_periods(std::vector<Fact>& facts, const FactPlace& at, const Glyphs& glyphs,
                 Range sentence, const std::vector<std::u32string>& words) {
  for (const std::u32string& word : words) {
    const auto periods = periods_about(glyphs, sentence, word);
    for (const Period& period : periods) {
      TypedValue value{shortest(period.years), period.years, "", 0, 0};
      facts.push_back(
          fact_at(at, glyphs[period.begin].begin, glyphs[period.end - 1].end, std::move(value)));
    }
    if (!periods.empty()) return;  // the same sentence has one meaning
  }
}

}  // namespace

std::vector<Fact> find_period(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  std::vector<std::u32string> words;
  for (std::string_view word : list_parameter(spec, "about")) words.push_back(characters_of(word));
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    const Glyphs glyphs = glyphs_of(*page, 0, page->text.size());
    const bool flow = page->width <= 0;  // without geometry every line is a paragraph
    for (const Range& sentence : pieces(glyphs, {0, glyphs.size()}, U"。;!?", flow)) {
      if (facts.size() < kMostFacts) add_periods(facts, at, glyphs, sentence, words);
    }
  }
  return facts;
}

}  // namespace biaoshen
