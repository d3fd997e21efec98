#include <set>
#include <utility>

#include "checkers/panel/panel_outcomes.h"
#include "checkers/panel/panel_predicates.h"
#include "checkers/predicates/readings.h"

namespace biaoshen {
namespace {

// The later rows of experts with the name and employer of an earlier one.
Experts listed_twice(const PanelInput& input) {
  std::set<std::pair<std::string, std::string>> seen;
  Experts again;
  for (const Expert& expert : input.experts) {
    if (!seen.emplace(expert.name, expert.employer).second) again.push_back(&expert);
  }
  return again;
}

}  // namespace

std::vector<PanelOutcome> panel_size(const PanelInput& input, const Check& check) {
  const auto count = static_cast<int>(input.experts.size());
  const int minimum = whole_parameter(check, "minimum", 0);
  const int maximum = whole_parameter(check, "maximum", count);
  PanelOutcome outcome = outcome_about(input, Status::pass, all_experts(input));
  outcome.arguments["minimum"] = std::to_string(minimum);
  outcome.arguments["maximum"] = std::to_string(maximum);
  const Experts again = listed_twice(input);
  if (!again.empty()) {
    outcome.status = Status::review;
    outcome.reason = {"名单中重复：" + named(again) + "，人数待核实",
                      "listed more than once: " + named(again) + "; how many are they?"};
  } else if (count < minimum || count > maximum) {
    outcome.status = Status::fail;
    outcome.reason = {"人数不在要求范围内", "the number is out of range"};
  } else if (parameter(check, "odd") == "yes" && count % 2 == 0) {
    outcome.status = Status::review;
    outcome.reason = {"人数为双数，建议为单数", "the number is even, an odd one is suggested"};
  }
  return {std::move(outcome)};
}

}  // namespace biaoshen
