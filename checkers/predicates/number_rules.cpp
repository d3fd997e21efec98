// Is the number of the standard formed as the numbering rule for group standards
// says: T/, the code of the body, a sequence, a four-digit year?
//
// Only readings of the most trusted material count (the cover before the form):
// that the others agree with it is the business of `consistent`.
//
// Tested by tests/checkers/number_rules_test.cpp.
#include <algorithm>
#include <optional>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "pipeline/base/text.h"
#include "pipeline/model/number_codes.h"

namespace biaoshen {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z');
}

bool has_form(const StandardNumber& number) {
  const bool four_digits =
      number.year.size() == 4 && std::all_of(number.year.begin(), number.year.end(), is_digit);
  return number.kind == NumberKind::group && number.prefix == "T" && !number.code.empty() &&
         number.nature.empty() && !number.sequence.empty() && four_digits;
}

// A value that is meant as a number but is none for the grammar, e.g. "BAIIA 015号".
bool is_malformed(const Fact& fact) {
  constexpr std::size_t kLongest = 40;
  const std::string value = folded(fact.value);
  return fact.doubt == "unparsed" && fact.quote.origin != Origin::ocr && value.size() <= kLongest &&
         std::any_of(value.begin(), value.end(), is_digit) &&
         std::any_of(value.begin(), value.end(), is_letter);
}

// Readings fit to judge the form, or the outcome that there are none.
struct Numbers {
  Readings readings;
  std::optional<Outcome> none;
};

Numbers numbers_of(const CheckInput& input, const Check& check, Fitness is_fit = is_firm) {
  const Readings found = preferred(input, parameter(check, "fact"), is_fit);
  if (found.empty()) return {{}, nothing_read(input, check, parameter(check, "fact"))};
  Readings sure;
  for (const Fact* fact : found) {
    if (is_fit(*fact) && number_in(*fact) != nullptr) sure.push_back(fact);
  }
  if (sure.empty()) return {found, only_doubtful(input, found)};
  return {sure, {}};
}

// Small letters make a number doubtful for the grammar, but they are what the rule
// about the code's characters is about.
bool is_fit_for_code(const Fact& fact) {
  return is_firm(fact) || (fact.doubt == "lower-case" && fact.quote.origin != Origin::ocr);
}

bool is_printed_in_lower_case(const Fact& fact, const std::string& code) {
  const std::string print = bare(fact.quote.text);
  if (contains(print, code)) return false;
  std::string upper = print;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return contains(upper, code);
}

Status status_of_code(const Fact& fact) {
  const std::string& code = number_in(fact)->code;
  if (code.empty()) return Status::review;
  const auto is_good = [](char c) { return is_capital(c) || is_digit(c); };
  const auto is_hyphenated = [&](char c) { return is_good(c) || c == '-'; };
  if (!std::all_of(code.begin(), code.end(), is_hyphenated)) return Status::fail;
  if (is_printed_in_lower_case(fact, code)) return Status::fail;
  const bool hyphen = !std::all_of(code.begin(), code.end(), is_good);
  const bool digits_only = std::all_of(code.begin(), code.end(), is_digit);
  return hyphen || digits_only ? Status::review : Status::pass;
}

std::string codes(const Readings& readings) {
  std::vector<std::string> seen;
  for (const Fact* fact : readings) {
    const std::string& code = number_in(*fact)->code;
    if (std::find(seen.begin(), seen.end(), code) == seen.end()) seen.push_back(code);
  }
  std::string out;
  for (const std::string& code : seen) out += (out.empty() ? "" : "、") + code;
  return out;
}

Wording reason_of_code(const std::string& code) {
  if (code.empty()) return {"编号中没有团体代号", "the number has no code of a body"};
  if (contains(code, "-")) {
    return {"代号“" + code + "”中有连字符；规则未列连字符，实践中已有使用",
            "code “" + code + "” has a hyphen: not named by the rule, yet in use"};
  }
  return {"代号“" + code + "”中没有字母", "code “" + code + "” has no letter"};
}

}  // namespace

Outcome number_format(const CheckInput& input, const Check& check) {
  const Readings all = preferred(input, parameter(check, "fact"));
  const bool malformed = !all.empty() && std::all_of(all.begin(), all.end(), [](const Fact* fact) {
    return is_malformed(*fact);
  });
  if (malformed) {
    Outcome outcome = with_quotes(Status::fail, all);
    outcome.arguments["number"] = values(all);
    return outcome;
  }
  const Numbers numbers = numbers_of(input, check);
  if (numbers.none) {
    Outcome outcome = *numbers.none;
    outcome.arguments["number"] = values(numbers.readings);
    return outcome;
  }
  Outcome outcome = judge_each(input, numbers.readings, [](const Fact& fact) {
    return has_form(*number_in(fact)) ? Status::pass : Status::fail;
  });
  outcome.arguments["number"] = values(numbers.readings);
  return outcome;
}

Outcome code_chars(const CheckInput& input, const Check& check) {
  const Numbers numbers = numbers_of(input, check, is_fit_for_code);
  if (numbers.none) return *numbers.none;
  Outcome outcome = judge_each(input, numbers.readings, status_of_code);
  outcome.arguments["code"] = codes(numbers.readings);
  if (outcome.status == Status::review && outcome.reason.zh.empty()) {
    outcome.reason = reason_of_code(number_in(*numbers.readings.front())->code);
  }
  return outcome;
}

Outcome code_reserved(const CheckInput& input, const Check& check) {
  const Numbers numbers = numbers_of(input, check);
  if (numbers.none) return *numbers.none;
  Outcome outcome = judge_each(input, numbers.readings, [](const Fact& fact) {
    const std::string& code = number_in(fact)->code;
    if (code.empty()) return Status::review;
    return is_reserved_code(code) ? Status::fail : Status::pass;
  });
  outcome.arguments["code"] = codes(numbers.readings);
  if (outcome.status == Status::review && outcome.reason.zh.empty()) {
    outcome.reason = reason_of_code("");
  }
  return outcome;
}

Outcome year_matches(const CheckInput& input, const Check& check) {
  const Numbers numbers = numbers_of(input, check);
  if (numbers.none) return *numbers.none;
  const std::string_view name = parameter(check, "published");
  const Readings dates = firm(preferred(input, name));
  if (dates.empty()) return nothing_read(input, check, name);
  const auto has_year = [&](const Fact& number) {
    return std::any_of(dates.begin(), dates.end(), [&](const Fact* date) {
      return date_in(*date) != nullptr &&
             std::to_string(date_in(*date)->year) == number_in(number)->year;
    });
  };
  Outcome outcome = judge_each(input, numbers.readings, [&](const Fact& fact) {
    return has_year(fact) ? Status::pass : Status::review;
  });
  add_quotes(outcome.evidence, dates);
  outcome.arguments["number"] = values(numbers.readings);
  outcome.arguments["published"] = values(dates);
  if (outcome.status == Status::review && outcome.reason.zh.empty()) {
    outcome.reason = {"编号 " + values(numbers.readings) + "，发布日期 " + values(dates),
                      "number " + values(numbers.readings) + ", published " + values(dates)};
  }
  return outcome;
}

}  // namespace biaoshen
