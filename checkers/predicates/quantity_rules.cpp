// Rules about numbers that papers promise or report: at least so many, at least such a share.
//
// Tested by tests/checkers/quantity_rules_test.cpp.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

Readings counted(const Readings& readings) {
  Readings kept;
  for (const Fact* fact : firm(readings)) {
    if (decimal_in(*fact) != nullptr && std::isfinite(*decimal_in(*fact))) kept.push_back(fact);
  }
  return kept;
}

// Readings with distinct numbers, a few: more contradict each other anyway.
Readings distinct(const Readings& readings) {
  constexpr std::size_t kMost = 12;
  Readings kept;
  for (const Fact* fact : readings) {
    const bool seen = std::any_of(kept.begin(), kept.end(), [&](const Fact* other) {
      return *decimal_in(*other) == *decimal_in(*fact);
    });
    if (!seen && kept.size() < kMost) kept.push_back(fact);
  }
  return kept;
}

// Whether the sentence of a number promises it: a low number of the past is no low promise.
bool promises(const Fact& fact, const std::vector<std::string_view>& words) {
  const std::string* sentence = fact.detail("sentence");
  return words.empty() || std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return sentence != nullptr && contains(*sentence, word);
         });
}

// 79.96 is not 80: cut, not rounded.
std::string percent_of(double part, double whole) {
  char buffer[350];  // the largest double has 309 digits
  const double percent = std::floor(part / whole * 10000 + 1e-6) / 100;
  return {buffer,
          std::to_chars(buffer, std::end(buffer), percent, std::chars_format::fixed, 2).ptr};
}

// Numbers that can be part and whole.
bool is_share(double part, double whole) {
  return part >= 0 && whole > 0 && part <= whole;
}

Status judge_share(const Readings& parts, const Readings& wholes, double percent) {
  bool all_enough = true, none_enough = true;
  for (const Fact* part : parts) {
    for (const Fact* whole : wholes) {
      if (!is_share(*decimal_in(*part), *decimal_in(*whole))) return Status::review;
      const bool enough = *decimal_in(*part) * 100 + 1e-6 >= percent * *decimal_in(*whole);
      all_enough = all_enough && enough;
      none_enough = none_enough && !enough;
    }
  }
  return all_enough ? Status::pass : none_enough ? Status::fail : Status::review;
}

}  // namespace

Outcome quantity_at_least(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const int minimum = whole_parameter(check, "minimum", 1);
  const Readings all = readings_of(input, name), sure = counted(all);
  const auto promise = list_parameter(check, "promise");
  Outcome outcome = all.empty() ? nothing_read(input, check, name)
                    : sure.empty()
                        ? only_doubtful(input, all)
                        : judge_each(input, sure, [&](const Fact& fact) {
                            if (*decimal_in(fact) >= minimum) return Status::pass;
                            return promises(fact, promise) ? Status::fail : Status::review;
                          });
  if (outcome.status == Status::review && outcome.reason.zh.empty()) {
    const Wording seen = side_by_side(input, sure);
    outcome.reason = {"数量不足，但不能确定是承诺还是以往的情况——" + seen.zh,
                      "too low, but it may be a report and not a promise: " + seen.en};
  }
  outcome.arguments = {{"value", values(sure.empty() ? all : sure)},
                       {"minimum", std::to_string(minimum)}};
  return outcome;
}

Outcome ratio_at_least(const CheckInput& input, const Check& check) {
  const int percent = whole_parameter(check, "percent", 100);
  Readings numbers[2];
  Readings both;
  for (const std::string_view kind : {"part", "whole"}) {
    const std::string_view name = parameter(check, kind);
    const Readings all = readings_of(input, name);
    const Readings sure = distinct(counted(all));
    if (sure.empty()) {
      Outcome outcome = all.empty() ? nothing_read(input, check, name) : only_doubtful(input, all);
      outcome.arguments["percent"] = std::to_string(percent);
      return outcome;
    }
    numbers[kind == "whole"] = sure;
    both.insert(both.end(), sure.begin(), sure.end());
  }
  const auto& [parts, wholes] = numbers;
  const double part = *decimal_in(*parts.front()), whole = *decimal_in(*wholes.front());
  Outcome outcome = with_quotes(judge_share(parts, wholes, percent), both);
  outcome.arguments = {{"part", values(parts)},
                       {"whole", values(wholes)},
                       {"ratio", is_share(part, whole) ? percent_of(part, whole) : ""},
                       {"percent", std::to_string(percent)}};
  if (outcome.status == Status::review) {
    const Wording seen = side_by_side(input, both);
    outcome.reason = {"各处数字不能得出同一结论——" + seen.zh,
                      "the numbers do not lead to one answer: " + seen.en};
  }
  return outcome;
}

}  // namespace biaoshen
