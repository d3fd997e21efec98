// The reader of a calendar's lines: read_calendar_year of holiday_calendar.h.
#include <algorithm>

#include "checkers/calendar/holiday_calendar.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using Words = std::vector<std::string>;

// Words between blanks of any kind, the ideographic one included.
Words words_of(std::string_view line) {
  std::string plain = replace_all(std::string(line), "\xE3\x80\x80", " ");
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '\t' || c == '\r'; }, ' ');
  Words words;
  for (std::string_view word : split(plain, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

class CalendarLines {
 public:
  explicit CalendarLines(int year) { made_.year = year; }

  void take(std::string_view text) {
    ++line_;
    const Words words = words_of(text);
    if (words.empty() || words.front().starts_with("#")) return;
    if (words.front() == "通知") return take_notice(words);
    if (words.front() == "放假") return take_holiday(words);
    if (words.front() == "上班") return take_working_day(words);
    mistake("“" + words.front() + "”: a line begins with 通知, 放假, 上班 or #");
  }

  ReadCalendarYear finish() && {
    check_working_days();
    check_complete();
    std::stable_sort(mistakes_.begin(), mistakes_.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    if (!mistakes_.empty()) return {std::nullopt, std::move(mistakes_)};
    std::sort(made_.holidays.begin(), made_.holidays.end(),
              [](const Holiday& a, const Holiday& b) { return a.first < b.first; });
    return {std::move(made_), {}};
  }

 private:
  void mistake(std::string message) { mistakes_.push_back({line_, std::move(message)}); }

  void take_notice(const Words& words) {
    if (words.size() < 3) return mistake("a notice has a number and a title: 通知 文号 标题");
    std::string title = words[2];
    for (std::size_t i = 3; i < words.size(); ++i) title += " " + words[i];
    made_.notices.push_back({words[1], std::move(title)});
  }

  void take_holiday(const Words& words) {
    if (words.size() != 3 && words.size() != 4)
      return mistake("a holiday has a name, its first and its last day: 放假 春节 首日 末日");
    const auto first = date(words[2]);
    const auto last = words.size() == 4 ? date(words[3]) : first;
    if (!first || !last) return;
    if (*last < *first) return mistake("the last day is before the first");
    for (const Holiday& other : made_.holidays) {
      if (*first <= other.last && other.first <= *last)
        return mistake("overlaps with " + other.name);
    }
    made_.holidays.push_back({words[1], *first, *last});
  }

  void take_working_day(const Words& words) {
    if (words.size() != 2) return mistake("one day a line: 上班 YYYY-MM-DD");
    const auto day = date(words[1]);
    if (!day) return;
    if (!is_weekend(*day)) return mistake(words[1] + " is no Saturday or Sunday");
    if (!made_.working_days.insert(*day).second) return mistake(words[1] + " is said twice");
    lines_of_days_.emplace_back(*day, line_);
  }

  std::optional<Date> date(const std::string& word) {
    const auto read = parse_date(word);
    const Date earliest{made_.year - 1, 12, 25}, latest{made_.year, 12, 31};
    if (!read)
      mistake("“" + word + "” is no date; write YYYY-MM-DD");
    else if (*read < earliest || latest < *read)
      mistake(word + " is not of " + std::to_string(made_.year));
    else
      return read;
    return std::nullopt;
  }

  void check_working_days() {
    for (const auto& [day, line] : lines_of_days_) {
      for (const Holiday& holiday : made_.holidays) {
        if (holiday.first <= day && day <= holiday.last)
          mistakes_.push_back({line, to_string(day) + " lies in the holiday " + holiday.name});
      }
    }
  }

  // A forgotten holiday would count as working days.
  void check_complete() {
    if (made_.notices.empty()) mistake("no notice is given: 通知 文号 标题");
    for (std::string_view name : {"元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆"}) {
      const bool is_named =
          std::any_of(made_.holidays.begin(), made_.holidays.end(),
                      [&](const Holiday& holiday) { return contains(holiday.name, name); });
      if (!is_named) mistake("no holiday is called " + std::string(name));
    }
  }

  CalendarYear made_;
  std::vector<CalendarMistake> mistakes_;
  std::vector<std::pair<Date, int>> lines_of_days_;
  int line_ = 0;
};

}  // namespace

ReadCalendarYear read_calendar_year(std::string_view text, int year) {
  constexpr std::size_t kLargest = 64u << 10;
  if (text.size() > kLargest) return {std::nullopt, {{1, "a year takes less than 64 KB"}}};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text)) return {std::nullopt, {{1, "not UTF-8; save it as UTF-8"}}};
  CalendarLines lines(year);
  for (std::string_view line : split(text, '\n')) lines.take(line);
  return std::move(lines).finish();
}

}  // namespace biaoshen
