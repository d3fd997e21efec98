// Some questions are not for a program: credit, policy, technical level. This
// predicate never judges; it lays what a person needs side by side.
//
// Tested by tests/checkers/form_rules_test.cpp.
#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"

namespace biaoshen {

Outcome person_decides(const CheckInput& input, const Check& check) {
  Outcome outcome;
  Readings found;
  for (std::string_view name : list_parameter(check, "facts")) {
    for (const Fact* fact : readings_of(input, name)) found.push_back(fact);
  }
  outcome.evidence = quotes(found);
  outcome.arguments = {{"found", values(found)}, {"count", std::to_string(found.size())}};
  if (found.empty()) {
    outcome.reason = {"材料中没有读到相关内容", "nothing about it was read in the dossier"};
    outcome.evidence.emplace_back(search_in(input.dossier, check.sought.zh, Pictures::may_hold_it));
  } else {
    outcome.reason = side_by_side(input, found);
  }
  return outcome;
}

}  // namespace biaoshen
