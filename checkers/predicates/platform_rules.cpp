// What the page of the platform says of the standard: its status, and whether
// the basic facts are made public.
//
// Tested by tests/checkers/platform_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_one_of(const std::vector<std::string_view>& words, const std::string& value) {
  const std::string wanted = bare(value);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return bare(word) == wanted; });
}

}  // namespace

Outcome platform_status(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return nothing_read(input, check, name);
  const Readings sure = firm(all);
  if (sure.empty()) return only_doubtful(input, all);
  const auto good = list_parameter(check, "good"), bad = list_parameter(check, "bad");
  Outcome outcome = judge_each(input, sure, [&](const Fact& fact) {
    if (is_one_of(bad, fact.value)) return Status::fail;
    return is_one_of(good, fact.value) ? Status::pass : Status::review;
  });
  outcome.arguments["status"] = values(sure);
  if (outcome.status == Status::review && outcome.reason.zh.empty()) {
    outcome.reason = {"状态“" + values(sure) + "”不能识别",
                      "status “" + values(sure) + "” is not known"};
  }
  return outcome;
}

Outcome platform_disclosed(const CheckInput& input, const Check& check) {
  const auto names = list_parameter(check, "facts"), titles = list_parameter(check, "names");
  Outcome outcome;
  outcome.status = Status::pass;
  std::string missing, doubtful;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Readings readings = readings_of(input, names[i]);
    add_quotes(outcome.evidence, readings);
    std::string& list = readings.empty() ? missing : doubtful;
    if (!readings.empty() && !firm(readings).empty()) continue;
    list += (list.empty() ? "" : "、") + std::string(i < titles.size() ? titles[i] : names[i]);
  }
  outcome.arguments["missing"] = missing;
  if (missing.empty() && doubtful.empty()) return outcome;
  outcome.status = Status::review;
  if (!missing.empty()) outcome.reason = {"未读到：" + missing, "not read: " + missing};
  if (!doubtful.empty()) {
    const std::string between = missing.empty() ? "" : "；";
    append(outcome.reason, {between + "读数存疑：" + doubtful,
                            (missing.empty() ? "" : "; ") + ("doubtful: " + doubtful)});
  }
  outcome.evidence.emplace_back(search_in(input.dossier, check.sought.zh, Pictures::may_hold_it));
  return outcome;
}

}  // namespace biaoshen
