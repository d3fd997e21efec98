#include "checkers/batch/batch_check.h"

#include <algorithm>

#include "checkers/batch/batch_predicate_table.h"
#include "checkers/rule_finding.h"

namespace biaoshen {
namespace {

BatchOutcome unknown_predicate(const std::string& name) {
  BatchOutcome outcome;
  outcome.reason = {"本程序没有判断方法“" + name + "”",
                    "this program has no predicate “" + name + "”"};
  return outcome;
}

std::vector<BatchOutcome> outcomes_of(const BatchInput& input, const Check& check) {
  const BatchPredicateRow* row = batch_predicate_row(check.predicate);
  auto outcomes =
      row == nullptr ? std::vector{unknown_predicate(check.predicate)} : row->check(input, check);
  if (outcomes.empty()) {
    outcomes.emplace_back();
    outcomes.back().status = Status::pass;
  }
  // Arguments that a predicate left out are empty, so that a message never shows braces.
  for (BatchOutcome& outcome : outcomes)
    for (std::string_view name :
         row == nullptr ? std::span<const std::string_view>() : row->placeholders)
      outcome.arguments.try_emplace(std::string(name), "");
  return outcomes;
}

JointFinding finding_of(const BatchInput& input, const RuleSpec& rule,
                        const BatchOutcome& outcome) {
  auto finding = rule_finding<JointFinding>(rule, outcome);
  finding.programme = input.profile.id;
  for (const std::size_t i : outcome.concerned) finding.dossiers.push_back(input.entries[i].name);
  for (const BatchEvidence& one : outcome.evidence)
    finding.evidence.push_back({input.entries[one.entry].name, one.evidence});
  return finding;
}

}  // namespace

std::vector<JointFinding> batch_check(const BatchInput& input) {
  std::vector<JointFinding> findings;
  const bool has_applications =
      std::any_of(input.entries.begin(), input.entries.end(),
                  [](const BatchEntry& entry) { return entry.is_application; });
  if (!has_applications) return findings;
  for (const RuleSpec& rule : input.profile.batch_rules)
    for (const BatchOutcome& outcome : outcomes_of(input, rule.condition.check))
      findings.push_back(finding_of(input, rule, outcome));
  return findings;
}

}  // namespace biaoshen
