#include "checkers/calendar/holiday_calendar.h"

#include <algorithm>
#include <chrono>

#include "embedded/calendar_files.h"

namespace biaoshen {
namespace {

constexpr int kNewYearFrom = 25;  // of December: earlier no New Year has begun

}  // namespace

std::optional<int> year_of_file(std::string_view name) {
  if (name.size() != 8 || !name.ends_with(".txt")) return std::nullopt;
  int year = 0;
  for (char c : name.substr(0, 4)) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year >= 1949 ? std::optional(year) : std::nullopt;
}

Result<HolidayCalendar> shipped_calendar() {
  HolidayCalendar calendar;
  for (const embedded::File& file : embedded::calendar_files()) {
    const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
    const auto year = year_of_file(name);
    if (!year) return fail(ErrorCode::internal, std::string(file.path) + ": no file of a year");
    ReadCalendarYear read = read_calendar_year(file.content, *year);
    if (!read.year) {
      const CalendarMistake& first = read.mistakes.front();
      return fail(ErrorCode::internal,
                  std::string(file.path) + ":" + std::to_string(first.line) + ": " + first.message);
    }
    calendar.emplace(*year, std::move(*read.year));
  }
  return calendar;
}

std::vector<int> years_for(const Date& date) {
  if (date.month == 12 && date.day >= kNewYearFrom) return {date.year, date.year + 1};
  return {date.year};
}

std::optional<int> missing_year(const HolidayCalendar& calendar, const Date& date) {
  for (int year : years_for(date)) {
    if (!calendar.contains(year)) return year;
  }
  return std::nullopt;
}

const Holiday* holiday_on(const HolidayCalendar& calendar, const Date& date) {
  for (int year : years_for(date)) {
    const auto found = calendar.find(year);
    if (found == calendar.end()) continue;
    for (const Holiday& holiday : found->second.holidays) {
      if (holiday.first <= date && date <= holiday.last) return &holiday;
    }
  }
  return nullptr;
}

bool is_weekend(const Date& date) {
  const auto day = std::chrono::year(date.year) / date.month / date.day;
  const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding();
  return weekday >= 6;
}

bool is_working_weekend(const HolidayCalendar& calendar, const Date& date) {
  const std::vector<int> years = years_for(date);
  return std::any_of(years.begin(), years.end(), [&](int year) {
    const auto found = calendar.find(year);
    return found != calendar.end() && found->second.working_days.contains(date);
  });
}

bool is_working_day(const HolidayCalendar& calendar, const Date& date) {
  if (is_working_weekend(calendar, date)) return true;
  return !is_weekend(date) && holiday_on(calendar, date) == nullptr;
}

}  // namespace biaoshen
