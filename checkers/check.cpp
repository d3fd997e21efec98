#include "checkers/check.h"

#include "checkers/messages.h"
#include "checkers/predicates/gaps.h"
#include "checkers/predicates/predicate_table.h"

namespace biaoshen {
namespace {

Outcome unknown_predicate(const RuleSpec& rule) {
  Outcome outcome;
  outcome.reason = {"本程序没有判断方法“" + rule.predicate + "”",
                    "this program has no predicate “" + rule.predicate + "”"};
  return outcome;
}

void ensure_evidence(const CheckInput& input, const RuleSpec& rule, Outcome& outcome) {
  if (!outcome.evidence.empty()) return;
  if (outcome.status == Status::pass || outcome.status == Status::fail) {
    outcome.status = Status::review;
    outcome.reason = {"没有可供核对的依据", "there is no evidence to follow"};
  }
  Search search = search_in(input.dossier, rule.title.zh, Pictures::may_hold_it);
  search.complete = false;
  outcome.evidence.emplace_back(std::move(search));
}

// Arguments that a predicate left out are empty, so that a message never shows braces.
void complete_arguments(const RuleSpec& rule, Outcome& outcome) {
  const PredicateRow* row = predicate_row(rule.predicate);
  if (row == nullptr) return;
  for (std::string_view name : row->placeholders)
    outcome.arguments.try_emplace(std::string(name), "");
}

Wording message_of(const RuleSpec& rule, const Outcome& outcome) {
  const auto text = rule.messages.find(outcome.status);
  if (text != rule.messages.end()) return fill(text->second, outcome.arguments, outcome.reason);
  return outcome.reason.zh.empty() ? rule.title : outcome.reason;
}

}  // namespace

Finding check_rule(const CheckInput& input, const RuleSpec& rule, Predicate predicate) {
  Outcome outcome = predicate == nullptr ? unknown_predicate(rule) : predicate(input, rule);
  ensure_evidence(input, rule, outcome);
  complete_arguments(rule, outcome);
  Finding finding;
  finding.rule = rule.id;
  finding.status = outcome.status;
  finding.level = rule.level;
  finding.title = rule.title;
  finding.message = message_of(rule, outcome);
  const bool to_do = outcome.status == Status::fail || outcome.status == Status::review;
  if (to_do) finding.remedy = rule.remedy;
  finding.cites = rule.cites;
  finding.evidence = std::move(outcome.evidence);
  return finding;
}

std::vector<Finding> check(const CheckInput& input) {
  std::vector<Finding> findings;
  findings.reserve(input.profile.rules.size());
  for (const RuleSpec& rule : input.profile.rules) {
    const PredicateRow* row = predicate_row(rule.predicate);
    findings.push_back(check_rule(input, rule, row == nullptr ? nullptr : row->check));
  }
  return findings;
}

}  // namespace biaoshen
