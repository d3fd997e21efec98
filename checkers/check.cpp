#include "checkers/check.h"

#include "checkers/predicates/gaps.h"
#include "checkers/predicates/predicate_table.h"
#include "checkers/rule_finding.h"
#include "pipeline/model/waivers.h"

namespace biaoshen {
namespace {

Outcome unknown_predicate(const Check& check) {
  Outcome outcome;
  outcome.reason = {"本程序没有判断方法“" + check.predicate + "”",
                    "this program has no predicate “" + check.predicate + "”"};
  return outcome;
}

// Whether a check asks only about what a recommender may send, or about files as such.
bool is_about_accompanying(const Profile& profile, const Check& check) {
  if (check.parameters.empty()) return true;
  const auto named = check.parameters.find("material");
  const Material* material =
      named == check.parameters.end() ? nullptr : profile.material(named->second);
  return material != nullptr && material->accompanies;
}

bool applies_without_application(const Profile& profile, const RuleSpec& rule) {
  bool applies = true;
  for_each_check(rule.condition, [&](const Check& check) {
    applies = applies && is_about_accompanying(profile, check);
  });
  return applies;
}

Outcome no_application() {
  Outcome outcome;
  outcome.status = Status::not_applicable;
  outcome.reason = {"这是推荐单位的汇总材料，不是一份申报",
                    "this is what a recommender sends along, not an application"};
  return outcome;
}

Outcome outcome_of(const CheckInput& input, const RuleSpec& rule, const Answer& answer) {
  if (!is_application(input.dossier, input.profile) &&
      !applies_without_application(input.profile, rule)) {
    return no_application();
  }
  const auto ask = [&] { return evaluate(rule.condition, answer); };
  return rule.when ? where_applicable(evaluate(*rule.when, answer), ask) : ask();
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
void complete_arguments(const Condition& condition, Outcome& outcome) {
  for_each_check(condition, [&](const Check& check) {
    const PredicateRow* row = predicate_row(check.predicate);
    if (row == nullptr) return;
    for (std::string_view name : row->placeholders)
      outcome.arguments.try_emplace(std::string(name), "");
  });
}

}  // namespace

Finding check_rule(const CheckInput& input, const RuleSpec& rule, const Answer& answer) {
  Outcome outcome = outcome_of(input, rule, answer);
  ensure_evidence(input, rule, outcome);
  complete_arguments(rule.condition, outcome);
  if (rule.when) complete_arguments(*rule.when, outcome);
  auto finding = rule_finding<Finding>(rule, outcome);
  finding.evidence = std::move(outcome.evidence);
  finding.evidence_sha256 = evidence_sha256(finding, input.dossier);
  return finding;
}

Answer answers_of(const CheckInput& input) {
  return [&input](const Check& check) {
    const PredicateRow* row = predicate_row(check.predicate);
    return row == nullptr ? unknown_predicate(check) : row->check(input, check);
  };
}

std::vector<Finding> check(const CheckInput& input) {
  const Answer answer = answers_of(input);
  std::vector<Finding> findings;
  findings.reserve(input.profile.rules.size());
  for (const RuleSpec& rule : input.profile.rules)
    findings.push_back(check_rule(input, rule, answer));
  return findings;
}

}  // namespace biaoshen
