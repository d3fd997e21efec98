// Rules about the unified social credit code of a body: is it one, and what kind of body
// in which region does it stand for?
//
// The first two characters are the department of registration and the kind of body (51 a
// social organization, 91 an enterprise), places 3 to 8 the region of the department.
//
// Tested by tests/checkers/credit_code_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "checkers/predicates/uscc.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

std::string capitals(std::string_view print) {
  std::string out = bare(print);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

Wording words_of(UsccFault fault) {
  switch (fault) {
    case UsccFault::length:
      return {"不是 18 位", "it does not have 18 characters"};
    case UsccFault::character:
      return {"含有不允许的字符", "it has a character that the code never uses"};
    case UsccFault::check:
      return {"第 18 位校验码不符（GB 32100）", "its last character does not check (GB 32100)"};
    case UsccFault::body_check:
      return {"第 9～17 位主体标识码的校验码不符（GB 11714）",
              "the body code at places 9 to 17 does not check (GB 11714)"};
    case UsccFault::none:
      break;
  }
  return {};
}

// A value that could not be read as a code, yet is plainly meant as one.
bool is_meant_as_code(const Fact& fact) {
  const std::string code = capitals(fact.value);
  const bool plain = std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  });
  return fact.doubt == "unparsed" && fact.quote.origin != Origin::ocr && plain &&
         code.size() >= 15 && code.size() <= 22;
}

// Both check characters hold: recognition did not misread it. Where they do not, it may have.
bool is_proved_code(const Fact& fact) {
  return fact.doubt == "ocr" && uscc_fault(capitals(fact.value)) == UsccFault::none;
}

Wording fault_in(const Fact& fact) {
  const std::string code = capitals(fact.value);
  Wording why = words_of(uscc_fault(code));
  if (const auto proposal = uscc_proposal(code)) {
    append(why, {"；是否应为 " + *proposal, "; is it " + *proposal + " perhaps"});
  }
  return {fact.value + "：" + why.zh, fact.value + ": " + why.en};
}

bool begins_with_one_of(std::string_view text, const std::vector<std::string_view>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return !start.empty() && text.starts_with(start);
  });
}

// The kind of body and the region, against what the rule allows.
Status status_of_body(const Check& check, const std::string& code) {
  constexpr std::size_t kRegion = 2, kRegionLength = 6;
  const Status otherwise =
      parameter(check, "otherwise") == "review" ? Status::review : Status::fail;
  if (!begins_with_one_of(code, list_parameter(check, "classes"))) return otherwise;
  const std::string_view region = std::string_view(code).substr(kRegion, kRegionLength);
  const auto regions = list_parameter(check, "regions");
  if (regions.empty() || begins_with_one_of(region, regions)) return Status::pass;
  if (begins_with_one_of(region, list_parameter(check, "person-regions"))) return Status::review;
  return otherwise;
}

Wording body_in_words(const std::string& code) {
  const std::string kind = code.substr(0, 2), region = code.substr(2, 6);
  return {"机构类别 " + kind + "、登记管理机关行政区划 " + region + " 需人工核对",
          "kind of body " + kind + ", region " + region + " need a look"};
}

}  // namespace

Outcome uscc_valid(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return nothing_read(input, check, name);
  Readings sure, wrong;
  for (const Fact* fact : all) {
    if (!is_firm(*fact) && !is_meant_as_code(*fact) && !is_proved_code(*fact)) continue;
    sure.push_back(fact);
    if (uscc_fault(capitals(fact->value)) != UsccFault::none) wrong.push_back(fact);
  }
  if (sure.empty()) return only_doubtful(input, all);
  Outcome outcome =
      with_quotes(wrong.empty() ? Status::pass : Status::fail, wrong.empty() ? sure : wrong);
  outcome.arguments["code"] = values(sure);
  if (!wrong.empty()) outcome.reason = fault_in(*wrong.front());
  return outcome;
}

Outcome code_class(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return nothing_read(input, check, name);
  Readings sure;
  bool wrong = false;
  for (const Fact* fact : all) {
    if (!is_firm(*fact) && !is_proved_code(*fact)) continue;
    const bool is_code = uscc_fault(capitals(fact->value)) == UsccFault::none;
    wrong = wrong || !is_code;
    if (is_code) sure.push_back(fact);
  }
  Outcome outcome;
  if (!sure.empty()) {
    outcome = judge_each(
        input, sure, [&](const Fact& fact) { return status_of_body(check, capitals(fact.value)); });
    if (outcome.status == Status::review && outcome.reason.zh.empty())
      outcome.reason = body_in_words(capitals(sure.front()->value));
  } else {
    outcome = only_doubtful(input, all);
    if (wrong)
      outcome.reason = {"代码校验不符，不能据以判断：" + values(all),
                        "the code does not check, so it says nothing: " + values(all)};
  }
  outcome.arguments["code"] = values(sure.empty() ? all : sure);
  return outcome;
}

}  // namespace biaoshen
