#include "pipeline/model/casebook.h"

#include <algorithm>
#include <tuple>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool says_something(const Fact& fact) {
  constexpr std::string_view kSaysNothing[] = {"placeholder", "blank-form", "other-standard"};
  return !fact.value.empty() &&
         std::ranges::find(kSaysNothing, fact.doubt) == std::end(kSaysNothing);
}

// A dossier without a number has no double.
bool is_same_standard(const Record& a, const Record& b) {
  return a.subject.key && a.subject.key == b.subject.key && a.programme == b.programme &&
         a.version == b.version;
}

// Whether `later` repeats `earlier`: it reads the same, or it is another reading of the same
// place, a piece of it or the same with the label before it.
bool says_no_more(const Fact& earlier, const Fact& later) {
  constexpr std::size_t kLongestLabel = 12;  // code points
  const std::string a = squeeze(earlier.quote.text), b = squeeze(later.quote.text);
  if (a == b || earlier.quote.file != later.quote.file) return a == b;
  return contains(a, b) ||
         (contains(b, a) && count_code_points(b) <= count_code_points(a) + kLongestLabel);
}

}  // namespace

std::optional<LeftOut> left_out(const CaseResult& result) {
  const Record& record = result.record;
  if (!record.is_application) return LeftOut::no_application;
  if (!record.duplicate_of.empty()) return LeftOut::duplicate;
  const Standing standing = standing_of(record.decisions, record.findings);
  if (standing == Standing::returned) return LeftOut::returned;
  if (result.is_open_in_batch) return LeftOut::open;
  if (standing == Standing::accepted || result.verdict == Verdict::ready) return std::nullopt;
  return result.verdict == Verdict::returned ? LeftOut::returned : LeftOut::open;
}

std::vector<Case> in_order(std::vector<Case> cases) {
  const auto place = [](const Case& one) {
    return std::tuple(one.record.programme, one.record.version,
                      one.record.subject.key.value_or("~"), one.record.name);
  };
  std::ranges::sort(cases, {}, place);
  std::vector<Case> out;
  for (Case& one : cases) {
    if (!out.empty() && is_same_standard(out.back().record, one.record))
      out.back().also_from.push_back(one.record.name);
    else
      out.push_back(std::move(one));
  }
  return out;
}

std::vector<CaseQuote> quotes_of(const Record& record, const CasePart& part) {
  std::vector<CaseQuote> quotes;
  for (const std::string& name : part.facts) {
    for (const Fact& fact : record.facts) {
      if (fact.name != name || !says_something(fact)) continue;
      const auto found = std::ranges::find_if(
          quotes, [&](const CaseQuote& quote) { return says_no_more(*quote.fact, fact); });
      if (found == quotes.end())
        quotes.push_back({&fact, {}});
      else if (found->fact->quote.file != fact.quote.file)
        found->same.push_back(&fact);
    }
  }
  return quotes;
}

}  // namespace biaoshen
