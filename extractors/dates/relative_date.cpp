#include "extractors/dates/relative_date.h"

#include <algorithm>

#include "extractors/dates/date_forms.h"
#include "extractors/dates/date_grammar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestLead = 30;  // bytes before the first word of a field's value

// `word` with blanks between its characters, as in "发 布".
bool skip_spaced(std::string_view text, std::size_t& at, std::string_view word) {
  std::size_t ahead = at;
  for (std::size_t next = 0; next < word.size();) {
    const std::size_t begin = next;
    next_code_point(word, next);
    if (begin > 0) skip_gap(text, ahead);
    if (!skip(text, ahead, word.substr(begin, next - begin))) return false;
  }
  at = ahead;
  return true;
}

bool skip_any(std::string_view text, std::size_t& at,
              std::initializer_list<std::string_view> words) {
  std::size_t ahead = at;
  skip_gap(text, ahead);
  for (std::string_view word : words)
    if (skip_spaced(text, ahead, word)) {
      at = ahead;
      return true;
    }
  return false;
}

bool skip_implementing(std::string_view text, std::size_t& at) {
  while (skip_any(text, at, {"正式", "开始", "后", "起", "即"})) {
  }
  return skip_any(text, at, {"实施", "施行", "执行", "生效"});
}

// 3, 180, 三, 九十, 一百八十.
std::optional<int> read_amount(std::string_view text, std::size_t& at) {
  if (is_digit_at(text, at)) {
    int amount = 0;
    for (int place = 0; place < 4 && is_digit_at(text, at); ++place)
      amount = amount * 10 + (text[at++] - '0');
    return is_digit_at(text, at) ? std::nullopt : std::optional(amount);
  }
  const std::optional<int> amount = read_small_number(text, at);
  if (!amount || *amount > 9 || !skip_any(text, at, {"百"})) return amount;
  skip_gap(text, at);
  return 100 * *amount + read_small_number(text, at).value_or(0);
}

DelayUnit read_unit(std::string_view text, std::size_t& at, int& amount) {
  if (skip_any(text, at, {"个工作日", "工作日"})) return DelayUnit::unknown;
  if (skip_any(text, at, {"日", "天", "个自然日", "自然日"})) return DelayUnit::days;
  if (skip_any(text, at, {"个月", "月"})) return DelayUnit::months;
  if (!skip_any(text, at, {"周年", "年"})) return DelayUnit::unknown;
  amount *= 12;
  return DelayUnit::months;
}

// 30日后, 三个月后, 满6个月, 半年后.
bool read_delay(std::string_view text, std::size_t& at, RelativeForm& form) {
  std::size_t ahead = at;
  skip_any(text, ahead, {"满", "第"});
  if (skip_any(text, ahead, {"半年"})) {
    form.delay = 6;
    form.unit = DelayUnit::months;
  } else {
    skip_gap(text, ahead);
    const std::optional<int> amount = read_amount(text, ahead);
    if (!amount) return false;
    form.delay = *amount;
    form.unit = read_unit(text, ahead, form.delay);
  }
  at = ahead;
  return true;
}

// 发布后三个月, 发布满6个月, 发布30日后: without 后 and 满 the number is that of a month or day.
bool read_direct_delay(std::string_view text, std::size_t& at, RelativeForm& form) {
  std::size_t ahead = at;
  const bool after = skip_any(text, ahead, {"之后", "以后", "后"});
  std::size_t full = ahead;
  const bool whole = skip_any(text, full, {"满"});
  if (!read_delay(text, ahead, form)) return false;
  std::size_t behind = ahead;
  if (!after && !whole && !skip_any(text, behind, {"后", "以后", "之后"})) return false;
  at = ahead;
  return true;
}

// What follows 发布: 之日起, 之日起三个月后, 次日, 即, 后三个月.
bool read_day(std::string_view text, std::size_t& at, RelativeForm& form) {
  if (skip_any(text, at, {"次日", "之次日"})) {
    form.delay = 1;
    return true;
  }
  if (skip_any(text, at, {"之日", "日"})) {
    if (skip_any(text, at, {"的次日", "次日"})) form.delay = 1;
    skip_any(text, at, {"起", "即起"});
    read_delay(text, at, form);
    return true;
  }
  return skip_any(text, at, {"即", "同日", "当日", "当天"}) || read_direct_delay(text, at, form);
}

// 同发布日期, 与发布日期相同: at the word 日期.
bool read_same_day(std::string_view text, std::size_t& at, const RelativeForm& form) {
  const std::string_view before = text.substr(0, form.begin);
  if (!before.ends_with("同") && !before.ends_with("与")) return false;
  if (!skip_any(text, at, {"日期", "时间", "日"})) return false;
  skip_any(text, at, {"相同", "一致", "同"});
  return true;
}

// Before the first word stands 自 or 从, which belongs to the wording.
std::size_t begin_of(std::string_view text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && at - before < 2 && text[before - 1] == ' ') --before;
  for (std::string_view word : {"自", "从"})
    if (text.substr(0, before).ends_with(word)) return before - word.size();
  return at;
}

bool is_end_of_value(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  constexpr std::string_view kMarks[] = {" ", "\n", "。", ";", ",", ")"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return text.substr(at).starts_with(mark); });
}

}  // namespace

std::optional<RelativeForm> read_relative_form(std::string_view text, std::size_t at,
                                               RelativeUse use) {
  RelativeForm form;
  form.begin = begin_of(text, at);
  form.from_publication = skip_any(text, at, {"发布", "公布", "印发", "颁布"});
  if (!form.from_publication && !skip_any(text, at, {"批准"})) return std::nullopt;
  const bool same_day = use == RelativeUse::field && read_same_day(text, at, form);
  if (!same_day && !read_day(text, at, form)) return std::nullopt;
  const bool verb = skip_implementing(text, at);
  if (!verb && use == RelativeUse::sentence) return std::nullopt;
  if (!verb) {
    skip_any(text, at, {"起", "后起", "后", "以后", "之后"});
    if (!is_end_of_value(text, at)) return std::nullopt;
  }
  // 发布日实施日期 and the like are labels.
  if (text.substr(at).starts_with("日期")) return std::nullopt;
  form.end = at;
  return form;
}

std::optional<Date> resolve(const RelativeForm& form, const Date& published) {
  if (!form.from_publication || form.unit == DelayUnit::unknown || !is_valid(published))
    return std::nullopt;
  return form.unit == DelayUnit::months ? add_months(published, form.delay).date
                                        : add_days(published, form.delay);
}

std::optional<Date> resolve_relative(std::string_view wording, const Date& published) {
  const std::string text = folded(wording);
  for (RelativeUse use : {RelativeUse::sentence, RelativeUse::field})
    for (std::size_t at = 0; at < text.size(); ++at)
      if (const auto form = read_relative_form(text, at, use)) return resolve(*form, published);
  return std::nullopt;
}

bool is_relative_value(std::string_view print) {
  const std::string text = folded(print);
  for (std::size_t at = 0; at < text.size() && at < kLongestLead; ++at)
    if (read_relative_form(text, at, RelativeUse::field)) return true;
  return false;
}

}  // namespace biaoshen
