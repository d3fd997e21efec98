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

#include "extractors/finders/amount.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/sentences.h"

namespace biaoshen {
namespace {

constexpr double kLongestPeriod = 99;
constexpr std::size_t kMostFacts = 200;

struct Period {
  std::size_t begin, end;  // glyphs
  double years;
};

// The period whose unit (年, 个月) stands at glyph `at` of a clause.
std::optional<Period> period_at(const Glyphs& glyphs, Clause clause, std::size_t at) {
  const bool years = glyphs[at].c == U'年' || stands_at(glyphs, at, U"周年");
  const bool months = stands_at(glyphs, at, U"个月");
  if (!years && !months) return std::nullopt;
  std::size_t end = at + (months || glyphs[at].c != U'年' ? 2 : 1);
  const char32_t before = at > clause.begin ? glyphs[at - 1].c : 0;
  if (years && before == U'半') return Period{at - 1, end, 0.5};
  if (years && before == U'每') return Period{at - 1, end, 1};
  const auto number = amount_before(glyphs, clause.begin, at);
  if (!number || number->value <= 0 || number->value > kLongestPeriod) return std::nullopt;
  double value = months ? number->value / 12 : number->value;
  if (years && end < clause.end && glyphs[end].c == U'半') {
    value += 0.5;
    ++end;
  }
  return Period{number->begin, end, value};
}

std::vector<Period> periods_in(const Glyphs& glyphs, Clause clause) {
  std::vector<Period> periods;
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    if (auto period = period_at(glyphs, clause, at)) periods.push_back(*period);
  }
  return periods;
}

// The word and the periods that belong to it; the quote covers both.
std::vector<Period> periods_about(const Glyphs& sentence, std::u32string_view word) {
  const std::size_t at = find_in(sentence, word);
  if (at == kNowhere) return {};
  std::vector<Period> periods;
  for (const Clause& clause : clauses_of(sentence)) {
    if (find_in(sentence, word, clause.begin, clause.end) == kNowhere) continue;
    const auto own = periods_in(sentence, clause);
    periods.insert(periods.end(), own.begin(), own.end());
  }
  if (periods.empty()) periods = periods_in(sentence, {0, sentence.size()});
  for (Period& period : periods) {
    period.begin = std::min(period.begin, at);
    period.end = std::max(period.end, at + word.size());
  }
  return periods;
}

void add_periods(std::vector<Fact>& facts, const FactPlace& at, const Glyphs& sentence,
                 const std::vector<std::u32string>& words) {
  for (const std::u32string& word : words) {
    const auto periods = periods_about(sentence, word);
    for (const Period& period : periods) {
      TypedValue value{shortest(period.years), period.years, "", 0, 0};
      facts.push_back(fact_at(at, sentence[period.begin].begin, sentence[period.end - 1].end,
                              std::move(value)));
    }
    if (!periods.empty()) return;  // the same sentence has one meaning
  }
}

}  // namespace

std::vector<Fact> find_period(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  const auto words = words_of(list_parameter(spec, "about"));
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    for (const Glyphs& sentence : sentences(*page)) {
      if (facts.size() < kMostFacts) add_periods(facts, at, sentence, words);
    }
  }
  return facts;
}

}  // namespace biaoshen
