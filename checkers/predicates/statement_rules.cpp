// What papers say in sentences: that the yearly inspection was passed, that no patent is
// involved. A sentence counts where it plainly states its words (stated.h).
//
// Tested by tests/checkers/statement_rules_test.cpp.
#include <algorithm>

#include "checkers/predicates/outcomes.h"
#include "checkers/predicates/predicates.h"
#include "checkers/predicates/stated.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Words = std::vector<std::string_view>;

// Sentences are short; of a hostile number only the first are asked.
constexpr std::size_t kMostSentences = 400;

Mention strongest(const Words& words, const Fact& sentence, Speaks speaks, const Words& longer) {
  Mention found = Mention::none;
  for (std::string_view word : words)
    found = std::max(found, mention_of(word, sentence.value, speaks, longer));
  return found;
}

// 2023 in digits, 二〇二三, or 上年度.
bool names_year(const Fact& sentence, int year) {
  constexpr std::string_view kDigits[] = {"〇", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九"};
  std::string text = bare(sentence.value), in_words;
  for (std::string_view zero : {"○", "零", "O"})
    text = replace_all(std::move(text), zero, kDigits[0]);
  const std::string in_digits = std::to_string(year);
  for (char digit : in_digits) in_words += kDigits[digit - '0'];
  return contains(text, in_digits) || contains(text, in_words) || contains(text, "上年") ||
         contains(text, "上一年");
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Of 2021年度年检不合格，2023年度年检合格 a person says which word is whose.
bool names_other_year(const Fact& sentence, int year) {
  constexpr std::string_view kBehind[] = {"年度", "年年", "年检"};
  const std::string text = bare(sentence.value), wanted = std::to_string(year);
  for (std::string_view behind : kBehind) {
    for (std::size_t at = 4; (at = text.find(behind, at)) != std::string::npos; ++at) {
      const std::string digits = text.substr(at - 4, 4);
      const bool is_year = digits.starts_with("20") && is_digit(digits[2]) && is_digit(digits[3]);
      if (is_year && digits != wanted) return true;
    }
  }
  return false;
}

// pass: it says the good word, fail: the bad one, review: neither plainly.
Status said_in(const Fact& sentence, const Words& good, const Words& bad, int year) {
  if (year > 0 && (!names_year(sentence, year) || names_other_year(sentence, year)))
    return Status::review;
  const Mention against = strongest(bad, sentence, Speaks::against_applicant, good);
  const Mention in_favour = strongest(good, sentence, Speaks::for_applicant, bad);
  if (in_favour == Mention::stated && against <= Mention::denied) return Status::pass;
  if (against == Mention::stated && in_favour <= Mention::denied) return Status::fail;
  return Status::review;
}

struct Said {
  Readings good, bad, open;
};

Said sort_sentences(const CheckInput& input, const Check& check, const Readings& all) {
  const Words good = list_parameter(check, "good"), bad = list_parameter(check, "bad");
  const int before = whole_parameter(check, "year-before", 0);
  const int year = before > 0 ? input.as_of.year - before : 0;
  Said said;
  for (std::size_t i = 0; i < std::min(all.size(), kMostSentences); ++i) {
    const Status status = said_in(*all[i], good, bad, year);
    (status == Status::pass   ? said.good
     : status == Status::fail ? said.bad
                              : said.open)
        .push_back(all[i]);
  }
  return said;
}

// 否 and 无 alone say no; a longer word may stand inside a sentence.
bool says_no(const Fact& fact, const Words& nil) {
  const std::string value = bare(fact.value);
  return std::any_of(nil.begin(), nil.end(), [&](std::string_view word) {
    const std::string wanted = bare(word);
    if (value == wanted) return true;
    return count_code_points(wanted) > 1 && contains(value, wanted);
  });
}

// What is the matter with one source of the statement on patents; empty where it says no.
Wording patent_doubt(const Readings& readings, const Words& nil, const Wording& name) {
  if (readings.empty()) return {"未读到" + name.zh, "nothing was read of " + name.en};
  if (firm(readings).empty())
    return {name.zh + "的读数存疑", "the readings of " + name.en + " are doubtful"};
  const bool all_no = std::all_of(readings.begin(), readings.end(),
                                  [&](const Fact* fact) { return says_no(*fact, nil); });
  if (all_no) return {};
  return {name.zh + "没有（都）表示不涉及专利", "not everything in " + name.en + " says no"};
}

}  // namespace

Outcome says(const CheckInput& input, const Check& check) {
  const std::string_view name = parameter(check, "fact");
  const Readings all = readings_of(input, name);
  if (all.empty()) return nothing_read(input, check, name);
  const Said said = sort_sentences(input, check, all);
  const bool good = !firm(said.good).empty(), bad = !firm(said.bad).empty();
  Outcome outcome;
  if (good && said.bad.empty()) {
    outcome = with_quotes(Status::pass, firm(said.good));
    outcome.arguments["found"] = values(firm(said.good));
  } else if (bad && said.good.empty()) {
    outcome = with_quotes(Status::fail, firm(said.bad));
    outcome.arguments["found"] = values(firm(said.bad));
  } else if (!said.good.empty() && !said.bad.empty()) {
    outcome = contradictory(input, all);
  } else if (said.good.empty() && said.bad.empty()) {
    outcome = with_quotes(Status::review, all);
    const Wording seen = side_by_side(input, all);
    outcome.reason = {"没有读到明确的结论——" + seen.zh, "no plain statement was read: " + seen.en};
  } else {
    outcome = only_doubtful(input, said.good.empty() ? said.bad : said.good);
  }
  outcome.arguments.try_emplace("found", values(all));
  return outcome;
}

Outcome patents_agree(const CheckInput& input, const Check& check) {
  const Words nil = list_parameter(check, "nil");
  const Readings statement = readings_of(input, parameter(check, "statement"));
  const Readings platform = readings_of(input, parameter(check, "platform"));
  const Readings foreword = readings_of(input, parameter(check, "foreword"));
  Readings all = statement;
  all.insert(all.end(), platform.begin(), platform.end());
  all.insert(all.end(), foreword.begin(), foreword.end());
  Outcome outcome = with_quotes(Status::pass, all);
  outcome.arguments["found"] = values(all);
  Wording why;
  const auto look_at = [&](const Readings& readings, const Wording& name) {
    const Wording doubt = patent_doubt(readings, nil, name);
    if (!doubt.zh.empty()) append_part(why, doubt);
  };
  look_at(statement, {"专利披露说明", "the disclosure"});
  look_at(platform, {"平台页面的专利信息", "the platform's page"});
  // A foreword that does not speak of patents contradicts nobody.
  if (!foreword.empty()) look_at(foreword, {"标准前言", "the foreword"});
  if (why.zh.empty()) return outcome;
  outcome.status = Status::review;
  const Wording seen = side_by_side(input, all);
  if (!seen.zh.empty()) append(why, {"——" + seen.zh, ": " + seen.en});
  outcome.reason = why;
  if (statement.empty())
    outcome.evidence.emplace_back(search_for(input, check, parameter(check, "statement")));
  if (platform.empty())
    outcome.evidence.emplace_back(search_for(input, check, parameter(check, "platform")));
  return outcome;
}

}  // namespace biaoshen
