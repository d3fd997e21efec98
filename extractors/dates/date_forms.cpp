#include "extractors/dates/date_forms.h"

namespace biaoshen {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2099;
constexpr int kMostBlanks = 4;

constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::string_view kZeros[] = {"〇", "○", "零", "O", "0", "o", "◯"};

bool is_likely_year(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

bool is_blank_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ';
}

// 一 to 九, or 0.
int read_numeral(std::string_view text, std::size_t& at) {
  for (int value = 1; value <= 9; ++value)
    if (skip(text, at, kNumerals[value - 1])) return value;
  return 0;
}

bool skip_zero(std::string_view text, std::size_t& at) {
  for (std::string_view zero : kZeros)
    if (skip(text, at, zero)) return true;
  return false;
}

// 十, 十二, 二十, 二十三, 廿三, 卅一, 六, 〇六.
std::optional<int> read_chinese_small(std::string_view text, std::size_t& at) {
  if (skip(text, at, "元")) return 1;
  if (skip(text, at, "廿")) return 20 + read_numeral(text, at);
  if (skip(text, at, "卅")) return 30 + read_numeral(text, at);
  std::size_t ahead = at;
  skip_zero(text, ahead);
  int value = read_numeral(text, ahead);
  if (skip(text, ahead, "十")) value = (value == 0 ? 1 : value) * 10 + read_numeral(text, ahead);
  if (value == 0) return std::nullopt;
  at = ahead;
  return value;
}

// 二〇二三, 二○二三, 二零二三, 二O二三: four characters.
std::optional<int> read_chinese_year(std::string_view text, std::size_t& at) {
  std::size_t ahead = at;
  int year = 0;
  for (int place = 0; place < 4; ++place) {
    const int digit = read_numeral(text, ahead);
    if (digit == 0 && (place == 0 || !skip_zero(text, ahead))) return std::nullopt;
    year = year * 10 + digit;
    while (is_blank_at(text, ahead) && place < 3) ++ahead;
  }
  if (!is_likely_year(year)) return std::nullopt;
  at = ahead;
  return year;
}

struct Year {
  int value = 0;
  bool letter_spaced = false;  // 2 0 2 3: month and day may be so too
};

// 2023, "20 23", "2 0 2 3".
std::optional<Year> read_arabic_year(std::string_view text, std::size_t& at) {
  std::size_t ahead = at;
  Year year;
  int blanks = 0;
  for (int place = 0; place < 4; ++place) {
    if (place > 0 && is_blank_at(text, ahead) && is_digit_at(text, ahead + 1)) ++ahead, ++blanks;
    if (!is_digit_at(text, ahead)) return std::nullopt;
    year.value = year.value * 10 + (text[ahead++] - '0');
  }
  if (is_digit_at(text, ahead) || !is_likely_year(year.value)) return std::nullopt;
  year.letter_spaced = blanks == 3;
  at = ahead;
  return year;
}

std::optional<int> read_month_or_day(std::string_view text, std::size_t& at, bool letter_spaced) {
  if (letter_spaced && is_digit_at(text, at) && is_blank_at(text, at + 1) &&
      is_digit_at(text, at + 2)) {
    at += 3;
    return (text[at - 3] - '0') * 10 + (text[at - 1] - '0');
  }
  return read_small_number(text, at);
}

// After the year: 年6月1日; 日 must be there, or only the month counts.
std::optional<DateForm> read_in_words(std::string_view text, std::size_t at, const Year& year) {
  skip_gap(text, at);
  if (!skip(text, at, "年")) return std::nullopt;
  skip_gap(text, at);
  const std::optional<int> month = read_month_or_day(text, at, year.letter_spaced);
  if (!month) return std::nullopt;
  skip_gap(text, at);
  if (!skip(text, at, "月")) return std::nullopt;
  DateForm form{{year.value, *month, 0}, at, "", true};
  skip_gap(text, at);
  const std::optional<int> day = read_month_or_day(text, at, year.letter_spaced);
  if (!day) return form;
  skip_gap(text, at);
  if (!skip(text, at, "日") && !skip(text, at, "号")) return form;
  form.date.day = *day;
  form.end = at;
  return form;
}

bool skip_separator(std::string_view text, std::size_t& at, std::string_view separator) {
  std::size_t ahead = at;
  for (int blanks = 0; blanks < kMostBlanks && is_blank_at(text, ahead); ++blanks) ++ahead;
  if (!skip(text, ahead, separator)) return false;
  if (separator == "-")
    skip_gap(text, ahead);
  else
    for (int blanks = 0; blanks < kMostBlanks && is_blank_at(text, ahead); ++blanks) ++ahead;
  at = ahead;
  return true;
}

// The text goes on as a longer number: 2020.1.1-2018 is a standard, 2023.1.1-2023.12.31 a span of
// days.
bool is_continued(std::string_view text, std::size_t at, std::string_view separator) {
  if (is_digit_at(text, at)) return true;
  if (at + 1 >= text.size() || std::string_view("-./").find(text[at]) == std::string_view::npos)
    return false;
  if (!is_digit_at(text, at + 1)) return false;
  if (separator == text.substr(at, 1)) return true;
  std::size_t next = at + 1;
  return !(read_arabic_year(text, next) && text.substr(next, separator.size()) == separator);
}

std::optional<DateForm> read_separated(std::string_view text, std::size_t at, const Year& year,
                                       std::string_view separator) {
  if (!skip_separator(text, at, separator) || !is_digit_at(text, at)) return std::nullopt;
  const std::optional<int> month = read_month_or_day(text, at, year.letter_spaced);
  if (!month || is_digit_at(text, at)) return std::nullopt;
  DateForm form{{year.value, *month, 0}, at, separator == "一" ? "dash" : "", false};
  if (skip_separator(text, at, separator) && is_digit_at(text, at)) {
    const std::optional<int> day = read_month_or_day(text, at, year.letter_spaced);
    if (!day) return std::nullopt;
    form.date.day = *day;
    form.end = at;
  }
  if (is_continued(text, form.end, separator)) return std::nullopt;
  return form;
}

}  // namespace

void skip_gap(std::string_view text, std::size_t& at) {
  int blanks = 0;
  bool line_end = false;
  for (; at < text.size() && blanks < 2 * kMostBlanks; ++at, ++blanks) {
    if (text[at] == '\n' && !line_end)
      line_end = true;
    else if (text[at] != ' ')
      return;
  }
}

bool skip(std::string_view text, std::size_t& at, std::string_view what) {
  if (at > text.size() || text.substr(at, what.size()) != what) return false;
  at += what.size();
  return true;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::optional<int> read_small_number(std::string_view text, std::size_t& at) {
  if (!is_digit_at(text, at)) return read_chinese_small(text, at);
  int value = text[at++] - '0';
  if (is_digit_at(text, at)) value = value * 10 + (text[at++] - '0');
  return value;
}

std::optional<DateForm> read_date_form(std::string_view text, std::size_t at) {
  if (!is_digit_at(text, at)) {
    const std::optional<int> year = read_chinese_year(text, at);
    return year ? read_in_words(text, at, {*year, false}) : std::nullopt;
  }
  const std::optional<Year> year = read_arabic_year(text, at);
  if (!year) return std::nullopt;
  if (auto form = read_in_words(text, at, *year)) return form;
  for (std::string_view separator : {"-", ".", "/", "一"})
    if (auto form = read_separated(text, at, *year, separator)) return form;
  return std::nullopt;
}

std::optional<Date> read_compact_date(std::string_view text, std::size_t at) {
  int parts[3] = {0, 0, 0};
  constexpr int kEnds[3] = {4, 6, 8};
  for (int place = 0, part = 0; place < 8; ++place) {
    if (place == kEnds[part]) ++part;
    if (!is_digit_at(text, at + static_cast<std::size_t>(place))) return std::nullopt;
    parts[part] = parts[part] * 10 + (text[at + static_cast<std::size_t>(place)] - '0');
  }
  if (!is_likely_year(parts[0])) return std::nullopt;
  return Date{parts[0], parts[1], parts[2]};
}

}  // namespace biaoshen
