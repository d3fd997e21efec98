#include "checkers/predicates/stated.h"

#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Word = std::string_view;

// No sentence is longer (in bytes); what is cannot be told to state anything.
constexpr std::size_t kLongestSentence = 8000;

// Negations, conditions and demands: what comes behind them is not said to be so.
constexpr Word kNegations[] = {"无", "未", "没", "不",   "非",   "勿",   "否",   "如",  "若",
                               "凡", "应", "须", "避免", "防止", "杜绝", "禁止", "确保"};
// Words that only have the letters of one.
constexpr Word kHarmless[] = {
    "无锡",   "无线", "无人", "无机", "无损", "无障碍", "未来", "未央", "不仅", "不断", "不锈",
    "不动产", "非常", "非金", "非遗", "非营", "非公",   "如期", "如实", "如下", "如上", "如东",
    "如皋",   "若干", "应用", "供应", "相应", "响应",   "适应", "对应", "应急", "反应", "效应"};
constexpr Word kClauseEnds[] = {",", "。", ";", "!", "?"};

constexpr Word kBoxes[] = {"□", "☐", "○"};
// Behind a word: whoever or whenever it may be.
constexpr Word kConditions[] = {"者",     "时",       "后",     "则",     "前",
                                "与否",   "的单位",   "的团体", "的社会", "的企业",
                                "的组织", "的申报单", "的机构", "的申请"};
// Around a word against the applicant: a list of words, a kind of thing.
constexpr Word kListBefore[] = {"/", "、", "或", "及", "和"};
constexpr Word kListBehind[] = {"/", "、", "或", "及", "和", "的", "将", "("};
constexpr Word kKinds[] = {"情况", "记录", "行为", "问题", "现象", "信息",
                           "名单", "事项", "的",   "等",   ")",    ":"};
constexpr Word kDenials[] = {"无", "没有", "否", "未", "不存在", "暂无"};

template <std::size_t count>
bool starts_with_one(Word text, const Word (&words)[count]) {
  return std::any_of(words, words + count, [&](Word word) { return text.starts_with(word); });
}
template <std::size_t count>
bool ends_with_one(Word text, const Word (&words)[count]) {
  return std::any_of(words, words + count, [&](Word word) { return text.ends_with(word); });
}
template <std::size_t count>
bool contains_one(Word text, const Word (&words)[count]) {
  return std::any_of(words, words + count, [&](Word word) { return contains(text, word); });
}

// Without blanks, and without the letters of a negation where there is none: 无锡 is ~锡.
std::string plain(Word print) {
  std::string text = bare(print);
  for (Word harmless : kHarmless) {
    if (!contains(text, harmless)) continue;
    std::string masked(harmless);
    for (Word negation : kNegations) masked = replace_all(std::move(masked), negation, "~");
    text = replace_all(std::move(text), harmless, masked);
  }
  return text;
}

Word without_earlier_clauses(Word before) {
  std::size_t begin = 0;
  for (Word mark : kClauseEnds) {
    const std::size_t at = before.rfind(mark);
    if (at != Word::npos) begin = std::max(begin, at + mark.size());
  }
  return before.substr(begin);
}

// Drops the kinds of things that `behind` begins with: 情况：
Word behind_kinds(Word behind) {
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (Word kind : kKinds) {
      if (!behind.starts_with(kind)) continue;
      behind.remove_prefix(kind.size());
      dropped = true;
    }
  }
  return behind;
}

Mention mention_at(Word before, Word behind, Speaks speaks) {
  const bool strict = speaks == Speaks::against_applicant;
  if (contains_one(strict ? before : without_earlier_clauses(before), kNegations))
    return Mention::denied;
  if (ends_with_one(before, kBoxes) || starts_with_one(behind, kBoxes) ||
      starts_with_one(behind, kConditions))
    return Mention::mentioned;
  if (!strict) return Mention::stated;
  const Word rest = behind_kinds(behind);
  if (starts_with_one(rest, kDenials)) return Mention::denied;
  const bool alone = rest.size() == behind.size() && !ends_with_one(before, kListBefore) &&
                     !starts_with_one(behind, kListBehind);
  return alone ? Mention::stated : Mention::mentioned;
}

// Whether text[at, at + size) lies inside one of `longer`.
bool is_inside(Word text, std::size_t at, std::size_t size,
               const std::vector<std::string>& longer) {
  return std::any_of(longer.begin(), longer.end(), [&](const std::string& word) {
    if (word.size() <= size) return false;
    const std::size_t room = word.size() - size;
    for (std::size_t begin = at - std::min(at, room); begin <= at; ++begin) {
      if (text.substr(begin).starts_with(word)) return true;
    }
    return false;
  });
}

}  // namespace

Mention mention_of(Word word, Word sentence, Speaks speaks, std::span<const Word> longer) {
  const std::string text = plain(sentence), wanted = plain(word);
  if (wanted.empty()) return Mention::none;
  if (text.size() > kLongestSentence)
    return contains(text, wanted) ? Mention::mentioned : Mention::none;
  std::vector<std::string> others;
  for (Word other : longer) others.push_back(plain(other));
  Mention strongest = Mention::none;
  for (std::size_t at = 0; (at = text.find(wanted, at)) != std::string::npos; ++at) {
    if (is_inside(text, at, wanted.size(), others)) continue;
    const Word whole = text;
    strongest = std::max(strongest,
                         mention_at(whole.substr(0, at), whole.substr(at + wanted.size()), speaks));
  }
  return strongest;
}

}  // namespace biaoshen
