#include "checkers/panel/panel_check.h"

#include <algorithm>

#include "checkers/panel/panel_outcomes.h"
#include "checkers/panel/panel_predicate_table.h"
#include "checkers/rule_finding.h"

namespace biaoshen {
namespace {

PanelOutcome unknown_predicate(const PanelInput& input, const std::string& name) {
  PanelOutcome outcome = outcome_about(input, Status::review, all_experts(input));
  outcome.reason = {"本程序没有判断方法“" + name + "”",
                    "this program has no predicate “" + name + "”"};
  return outcome;
}

std::vector<PanelOutcome> outcomes_of(const PanelInput& input, const Check& check) {
  const PanelPredicateRow* row = panel_predicate_row(check.predicate);
  if (row == nullptr) return {unknown_predicate(input, check.predicate)};
  std::vector<PanelOutcome> outcomes = row->check(input, check);
  for (PanelOutcome& outcome : outcomes) {
    // Arguments that a predicate left out are empty, so that a message never shows braces.
    for (std::string_view name : row->placeholders)
      outcome.arguments.try_emplace(std::string(name), "");
    // Every finding has evidence: of one about the whole panel that is the list itself.
    if (!outcome.panel.empty() || !outcome.dossiers.empty()) continue;
    for (const Expert& expert : input.experts) outcome.panel.emplace_back(expert.quote);
  }
  return outcomes;
}

JointFinding finding_of(const PanelInput& input, const RuleSpec& rule,
                        const PanelOutcome& outcome) {
  auto finding = rule_finding<JointFinding>(rule, outcome);
  finding.programme = input.profile.id;
  for (const Evidence& row : outcome.panel) finding.evidence.push_back({"", row});
  for (const BatchEvidence& one : outcome.dossiers) {
    const std::string& name = input.entries[one.entry].name;
    finding.evidence.push_back({name, one.evidence});
    if (std::find(finding.dossiers.begin(), finding.dossiers.end(), name) == finding.dossiers.end())
      finding.dossiers.push_back(name);
  }
  return finding;
}

}  // namespace

std::vector<JointFinding> panel_check(const PanelInput& input) {
  std::vector<JointFinding> findings;
  for (const RuleSpec& rule : input.profile.panel_rules)
    for (const PanelOutcome& outcome : outcomes_of(input, rule.condition.check))
      findings.push_back(finding_of(input, rule, outcome));
  return findings;
}

}  // namespace biaoshen
