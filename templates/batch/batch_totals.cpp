#include "templates/batch/batch_totals.h"

#include <algorithm>
#include <iterator>

namespace biaoshen {

ProgrammeTotals programme_totals(const BatchReport& report) {
  ProgrammeTotals totals;
  for (const BatchRow& row : report.rows) {
    if (!row.entry) continue;
    ProgrammeTotal& total = totals[{row.entry->programme, row.entry->version}];
    total.title = row.entry->programme_title;
    const Ending ending = ending_of(row);
    if (ending == Ending::accompanying) continue;
    total.as_of.insert(row.entry->as_of);
    ++total.count;
    ++(ending == Ending::returned ? total.returned
       : ending == Ending::review ? total.review
                                  : total.ready);
  }
  return totals;
}

std::size_t place_among(const ProgrammeTotals& totals, const BatchEntry& entry) {
  const auto at = totals.find({entry.programme, entry.version});
  return static_cast<std::size_t>(std::distance(totals.begin(), at)) + 1;
}

void RuleCounts::add(const DossierState& state) {
  for (const OpenFinding& finding : state.findings) {
    RuleCount& count = by_rule_[finding.rule];
    count.rule = finding.rule;
    count.title = finding.title;
    ++(finding.status == Status::fail ? count.fail : count.review);
  }
}

std::vector<RuleCount> RuleCounts::sorted() const {
  std::vector<RuleCount> counts;
  for (const auto& [rule, count] : by_rule_) counts.push_back(count);
  std::ranges::stable_sort(counts, [](const RuleCount& a, const RuleCount& b) {
    return std::pair(a.fail, a.review) > std::pair(b.fail, b.review);
  });
  return counts;
}

}  // namespace biaoshen
