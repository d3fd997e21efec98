// Questions that tell whether a rule applies: was a thing found, is it one of these values?
//
// Tested by tests/checkers/condition_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {

Outcome found(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return not_found(input, check, name, Status::fail);
  const Readings sure = firm(all);
  Outcome outcome = sure.empty() ? only_doubtful(input, all) : with_quotes(Status::pass, sure);
  outcome.arguments["found"] = values(sure.empty() ? all : sure);
  return outcome;
}

Outcome value_is(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return nothing_read(input, check, name);
  const Readings sure = firm(all);
  const auto wanted = list_parameter(check, "values");
  const auto is_wanted = [&](const Fact& fact) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](std::string_view value) { return bare(value) == bare(fact.value); });
  };
  Outcome outcome =
      sure.empty() ? only_doubtful(input, all) : judge_each(input, sure, [&](const Fact& fact) {
        return is_wanted(fact) ? Status::pass : Status::fail;
      });
  outcome.arguments["value"] = values(sure.empty() ? all : sure);
  return outcome;
}

}  // namespace biaoshen
