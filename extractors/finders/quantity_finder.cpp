// Numbers of things that a text promises or reports: 观摩活动3次以上 gives 3 for 观摩 and 次,
// 发表论文不少于两篇 gives 2, 覆盖率达到80% gives 80, 百分之八十 as well. Of a range (3-5次) the
// lower end counts. In a table the number may stand beside the words: 观摩活动（次） | 3.
//
// The number belongs to the word whose clause it stands in, the nearest behind it, else the
// nearest before it. Where only another clause of the sentence has one, whose it is cannot
// be told: doubt `uncertain`.
//
// It refuses ordinals (第3次) and words without number (多次, 若干项, 数十家).
//
// Tested by tests/finders/quantity_finder_test.cpp.
#include "extractors/finders/quantity_finder.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "extractors/finders/amount.h"
#include "extractors/finders/cell_pairs.h"
#include "extractors/finders/finder_fact.h"
#include "extractors/finders/label_book.h"
#include "extractors/finders/quote.h"
#include "extractors/finders/sentences.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostFacts = 200;

using Words = std::vector<std::u32string>;

struct Quantity {
  std::size_t begin = 0, end = 0;  // glyphs, with the unit
  double value = 0;
  std::u32string unit;
};

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// 3-5次, 3至5次: the promise is the lower end. Gives its amount, or the upper one.
Amount lower_end(const Glyphs& glyphs, std::size_t begin, Amount upper) {
  if (upper.begin <= begin || !is_any_of(glyphs[upper.begin - 1].c, U"-~至到")) return upper;
  const auto lower = amount_before(glyphs, begin, upper.begin - 1);
  if (!lower || lower->value > upper.value) return upper;
  return {lower->begin, upper.end, lower->value};
}

// The number before glyph `end`; 三（3）次 and 10余次 have something in between.
std::optional<Amount> number_before(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  if (at > begin && is_any_of(glyphs[at - 1].c, U"余多")) --at;
  if (at > begin + 2 && glyphs[at - 1].c == ')')
    if (const auto inside = amount_before(glyphs, begin, at - 1);
        inside && inside->begin > begin && glyphs[inside->begin - 1].c == '(')
      return Amount{inside->begin - 1, at, inside->value};
  const auto amount = amount_before(glyphs, begin, at);
  return amount ? std::optional(lower_end(glyphs, begin, *amount)) : std::nullopt;
}

// 人 in 100人次 and 个 in 3个月 are the beginning of another unit.
bool begins_another_unit(const Glyphs& glyphs, std::size_t at, std::size_t end) {
  if (end >= glyphs.size()) return false;
  const char32_t last = glyphs[end - 1].c, next = glyphs[end].c;
  return (last == U'人' && next == U'次') || (last == U'次' && next == U'性') ||
         (last == U'个' && end == at + 1 && next == U'月');
}

// 百分之八十 where % is asked for.
std::optional<Quantity> per_cent_at(const Glyphs& glyphs, Clause clause, std::size_t at) {
  constexpr std::u32string_view kPerCent = U"百分之";
  if (!stands_at(glyphs, at, kPerCent)) return std::nullopt;
  const std::size_t begin = at + kPerCent.size();
  for (std::size_t end = std::min(clause.end, begin + 6); end > begin; --end)
    if (const auto amount = amount_before(glyphs, begin, end); amount && amount->begin == begin)
      return Quantity{at, end, amount->value, U"%"};
  return std::nullopt;
}

std::optional<Quantity> quantity_at(const Glyphs& glyphs, Clause clause, std::size_t at,
                                    const Words& units) {
  for (const std::u32string& unit : units) {
    if (unit == U"%")
      if (auto share = per_cent_at(glyphs, clause, at)) return share;
    const std::size_t end = at + unit.size();
    if (!stands_at(glyphs, at, unit) || end > clause.end) continue;
    if (begins_another_unit(glyphs, at, end)) continue;
    const auto amount = number_before(glyphs, clause.begin, at);
    if (amount) return Quantity{amount->begin, end, amount->value, unit};
  }
  return std::nullopt;
}

std::vector<Quantity> quantities_in(const Glyphs& glyphs, Clause clause, const Words& units) {
  std::vector<Quantity> found;
  for (std::size_t at = clause.begin; at < clause.end; ++at)
    if (auto quantity = quantity_at(glyphs, clause, at, units)) found.push_back(*quantity);
  return found;
}

// The nearest behind the word, else the nearest before it.
std::optional<Quantity> nearest(const std::vector<Quantity>& all, std::size_t word) {
  const auto behind =
      std::find_if(all.begin(), all.end(), [&](const Quantity& q) { return q.end > word; });
  if (behind != all.end()) return *behind;
  return all.empty() ? std::nullopt : std::optional(all.back());
}

class PageReader {
 public:
  PageReader(const FactPlace& at, std::vector<Fact>& facts)
      : at_(at),
        facts_(facts),
        about_(words_of(list_parameter(at.spec, "about"))),
        units_(words_of(list_parameter(at.spec, "unit"))),
        pairs_(cell_pairs(at.page)) {}

  void run() {
    for (const Glyphs& sentence : sentences(at_.page)) {
      if (facts_.size() < kMostFacts && has_any(sentence, about_)) read(sentence);
    }
  }

 private:
  void read(const Glyphs& sentence) {
    std::set<std::size_t> seen;  // one quantity may be near several of the words
    for (const std::u32string& word : about_) {
      for (std::size_t at = find_in(sentence, word); at != kNowhere;
           at = find_in(sentence, word, at + word.size()))
        read_word(sentence, at, seen);
    }
    if (seen.empty()) read_beside(sentence);
  }

  void read_word(const Glyphs& sentence, std::size_t word, std::set<std::size_t>& seen) {
    std::string doubt;
    std::optional<Quantity> found;
    for (const Clause& clause : clauses_of(sentence))
      if (clause.begin <= word && word < clause.end)
        found = nearest(quantities_in(sentence, clause, units_), word);
    if (!found) {
      found = nearest(quantities_in(sentence, {0, sentence.size()}, units_), word);
      doubt = "uncertain";
    }
    if (!found || !seen.insert(found->begin).second) return;
    const std::size_t begin = std::min(word, found->begin);
    const std::size_t end = std::max(word + 1, found->end);
    add(*found, sentence[begin].begin, sentence[end - 1].end, sentence, doubt);
  }

  // 观摩活动（次） | 3, 观摩活动 | 3次
  void read_beside(const Glyphs& asking) {
    const auto pair = pairs_.find(asking.front().begin);
    if (pair == pairs_.end() || pair->second.asks.second != asking.back().end) return;
    const auto [begin, end] = pair->second.answers;
    const auto answers = sentences_of(at_.page, begin, end);
    if (answers.empty()) return;
    const Glyphs& answer = answers.front();
    auto found = nearest(quantities_in(answer, {0, answer.size()}, units_), 0);
    if (!found) found = bare_number(asking, answer);
    if (found) add(*found, asking.front().begin, answer[found->end - 1].end, asking, "");
  }

  // Nothing but a number, where the question names the unit.
  std::optional<Quantity> bare_number(const Glyphs& asking, const Glyphs& answer) const {
    const auto amount = amount_before(answer, 0, answer.size());
    if (!amount || amount->begin > 0) return std::nullopt;
    for (const std::u32string& unit : units_) {
      const std::size_t at = find_in(asking, unit);
      const bool named = at != kNowhere && at > 0 && is_any_of(asking[at - 1].c, U"(:/");
      if (named) return Quantity{0, amount->end, amount->value, unit};
    }
    return std::nullopt;
  }

  void add(const Quantity& found, std::size_t begin, std::size_t end, const Glyphs& sentence,
           std::string doubt) {
    TypedValue value{shortest(found.value), found.value, std::move(doubt), 0, 0};
    Fact fact = fact_at(at_, begin, end, std::move(value));
    std::string unit;
    for (char32_t c : found.unit) append_utf8(unit, c);
    const std::size_t from = sentence.front().begin,
                      to = std::max<std::size_t>(end, sentence.back().end);
    fact.details.emplace_back("unit", std::move(unit));
    fact.details.emplace_back("sentence", squeeze(at_.page.text.substr(from, to - from)));
    facts_.push_back(std::move(fact));
  }

  const FactPlace& at_;
  std::vector<Fact>& facts_;
  Words about_, units_;
  std::map<std::size_t, CellPair> pairs_;
};

}  // namespace

std::vector<Fact> find_quantity(const Dossier& dossier, const Part& part, const FactSpec& spec) {
  std::vector<Fact> facts;
  for (const Page* page : pages_of(dossier, part)) {
    const FactPlace at{file_of(dossier, part), part, *page, spec};
    PageReader(at, facts).run();
  }
  return facts;
}

}  // namespace biaoshen
