#include "extractors/dates/date_grammar.h"

#include <algorithm>

#include "extractors/dates/date_forms.h"
#include "extractors/dates/date_roles.h"
#include "extractors/dates/relative_date.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A date continues no number and no word: not 010-2023-06-01, not V2023.6.1.
bool can_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_digit_at(text, at - 1) || is_latin(before))
    return !is_digit_at(text, at) && !is_digit_at(text, at - 1);
  const bool joins = before == '-' || before == '.' || before == '/';
  return !(joins && at >= 2 && is_digit_at(text, at - 2));
}

bool begins_like_a_date(std::string_view text, std::size_t at) {
  return is_digit_at(text, at) || text.substr(at).starts_with("一") ||
         text.substr(at).starts_with("二");
}

class DateFinder {
 public:
  explicit DateFinder(std::string_view print) : folded_(fold(print)), text_(folded_.text) {}

  std::vector<FoundDate> run() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    resolve_relatives();
    return std::move(found_);
  }

 private:
  std::size_t step(std::size_t at) {
    if (begins_like_a_date(text_, at) && can_begin_or_continue_span(at)) {
      if (const auto form = read_date_form(text_, at); form && add_form(at, *form))
        return last_end_ = form->end;
      if (const std::size_t end = add_compact(at)) return last_end_ = end;
    }
    if (const auto form = read_relative_form_at(at)) {
      add(form->begin, form->end, std::nullopt, DateRole::implemented, "relative");
      found_.back().relative = true;
      relatives_.emplace_back(found_.size() - 1, *form);
      return form->end;
    }
    return at + 1;
  }

  // The second date of 2023.1.1-2023.12.31 or 2023-05-01/2023-06-01 begins right after the first.
  bool can_begin_or_continue_span(std::size_t at) const {
    return can_begin(text_, at) ||
           (last_end_ + 1 == at && (text_[at - 1] == '-' || text_[at - 1] == '/'));
  }

  std::optional<RelativeForm> read_relative_form_at(std::size_t at) const {
    // All first words are Han; looking at the first byte keeps the common case cheap.
    if (static_cast<unsigned char>(text_[at]) < 0xE0) return std::nullopt;
    if (auto form = read_relative_form(text_, at)) return form;
    const auto value = read_relative_form(text_, at, RelativeUse::field);
    if (!value || role_before(text_, begin_of_value(value->begin)) != DateRole::implemented)
      return std::nullopt;
    return value;
  }

  // 同发布日期 begins before its first word.
  std::size_t begin_of_value(std::size_t at) const {
    const std::string_view before = std::string_view(text_).substr(0, at);
    for (std::string_view word : {"同", "与"})
      if (before.ends_with(word)) return at - word.size();
    return at;
  }

  bool add_form(std::size_t begin, const DateForm& form) {
    const std::vector<DateRole> roles = roles_of(begin, form.end);
    const bool month_only = form.date.day == 0;
    if (month_only && (form.date.month < 1 || form.date.month > 12)) return false;
    // 2023.06 is a decimal unless words make it a month.
    if (month_only && !form.in_words && roles == std::vector{DateRole::other}) return false;
    const bool valid = is_valid(form.date);
    const std::string doubt = month_only ? "month-only" : !valid ? "invalid" : form.doubt;
    for (DateRole role : roles)
      add(begin, form.end, valid ? std::optional(form.date) : std::nullopt, role, doubt);
    return true;
  }

  // 20200331发布, ２０２００３３１67: the hyphens are lost, and with some fonts the words have
  // become digits.
  std::size_t add_compact(std::size_t at) {
    const std::optional<Date> date = read_compact_date(text_, at);
    if (!date) return 0;
    const std::size_t end = at + 8;
    const bool more = is_digit_at(text_, end);
    std::vector<DateRole> roles;
    if (!more) {
      roles = roles_of(at, end);
      if (roles == std::vector{DateRole::other} || !is_valid(*date)) return 0;
    } else {
      const std::string_view tail = std::string_view(text_).substr(end, 2);
      const bool ends = !is_digit_at(text_, end + 2);
      if (!ends || (tail != "67" && tail != "89") || !is_full_width(at, end)) return 0;
      roles = {tail == "67" ? DateRole::published : DateRole::implemented};
    }
    for (DateRole role : roles)
      add(at, end, is_valid(*date) ? date : std::nullopt, role, "damaged");
    return more ? end + 2 : end;
  }

  // Founder print has full-width digits; ten plain digits are more likely a telephone.
  bool is_full_width(std::size_t begin, std::size_t end) const {
    const auto [from, to] = folded_.print_range(begin, end);
    return to - from == 3 * (end - begin);
  }

  std::vector<DateRole> roles_of(std::size_t begin, std::size_t end) const {
    if (const auto role = role_before(text_, begin)) return {*role};
    std::vector<DateRole> roles = roles_after(text_, end);
    return roles.empty() ? std::vector{DateRole::other} : roles;
  }

  void add(std::size_t begin, std::size_t end, std::optional<Date> value, DateRole role,
           std::string doubt) {
    const auto [from, to] = folded_.print_range(begin, end);
    found_.push_back({value, role, from, to, false, std::move(doubt)});
  }

  // Against the date of publication, if the print has exactly one.
  void resolve_relatives() {
    std::optional<Date> published;
    for (const FoundDate& date : found_) {
      if (date.role != DateRole::published || !date.value) continue;
      if (published && *published != *date.value) return;
      published = date.value;
    }
    if (!published) return;
    for (const auto& [index, form] : relatives_) found_[index].value = resolve(form, *published);
  }

  Folded folded_;
  const std::string& text_;
  std::vector<FoundDate> found_;
  std::vector<std::pair<std::size_t, RelativeForm>> relatives_;
  std::size_t last_end_ = 0;
};

}  // namespace

std::string_view name_of(DateRole role) {
  switch (role) {
    case DateRole::published:
      return "published";
    case DateRole::implemented:
      return "implemented";
    case DateRole::applied:
      return "applied";
    default:
      return "other";
  }
}

std::vector<FoundDate> find_dates(std::string_view print) {
  return DateFinder(print).run();
}

std::optional<Date> parse_chinese_date(std::string_view print) {
  const std::string whole = folded(trim(print));
  const std::string_view text = trim(whole);
  if (text.empty()) return std::nullopt;
  std::optional<Date> date;
  if (const auto form = read_date_form(text, 0); form && form->end == text.size())
    date = form->date;
  else if (text.size() == 8)
    date = read_compact_date(text, 0);
  return date && is_valid(*date) ? date : std::nullopt;
}

}  // namespace biaoshen
