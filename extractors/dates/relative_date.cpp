#include "extractors/dates/relative_date.h"

#include "extractors/dates/date_forms.h"
#include "extractors/dates/date_grammar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

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

// 30日后, 三个月后, 满6个月.
void read_delay(std::string_view text, std::size_t& at, RelativeForm& form) {
  std::size_t ahead = at;
  skip_any(text, ahead, {"满", "第"});
  skip_gap(text, ahead);
  const std::optional<int> amount = read_small_number(text, ahead);
  if (!amount) return;
  form.delay = *amount;
  if (skip_any(text, ahead, {"个工作日", "工作日"}))
    form.unit = DelayUnit::unknown;
  else if (skip_any(text, ahead, {"日", "天", "个自然日"}))
    form.unit = DelayUnit::days;
  else if (skip_any(text, ahead, {"个月", "月"}))
    form.unit = DelayUnit::months;
  else if (skip_any(text, ahead, {"年"}))
    form.unit = DelayUnit::months, form.delay *= 12;
  else
    form.unit = DelayUnit::unknown;
  at = ahead;
}

// Before the first word stands 自 or 从, which belongs to the wording.
std::size_t begin_of(std::string_view text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && at - before < 2 && text[before - 1] == ' ') --before;
  for (std::string_view word : {"自", "从"})
    if (text.substr(0, before).ends_with(word)) return before - word.size();
  return at;
}

}  // namespace

std::optional<RelativeForm> read_relative_form(std::string_view text, std::size_t at) {
  RelativeForm form;
  form.begin = begin_of(text, at);
  form.from_publication = skip_any(text, at, {"发布", "公布", "印发", "颁布"});
  if (!form.from_publication && !skip_any(text, at, {"批准"})) return std::nullopt;
  if (skip_any(text, at, {"次日"})) {
    form.delay = 1;
  } else if (skip_any(text, at, {"之日", "日"})) {
    if (skip_any(text, at, {"的次日", "次日"})) form.delay = 1;
    skip_any(text, at, {"起"});
    read_delay(text, at, form);
  } else if (!skip_any(text, at, {"即", "同日", "当日"})) {
    return std::nullopt;
  }
  if (!skip_implementing(text, at)) return std::nullopt;
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
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const auto form = read_relative_form(text, at)) return resolve(*form, published);
  return std::nullopt;
}

}  // namespace biaoshen
