// China's holidays and working weekends: one file a year, made from the notice of the General
// Office of the State Council (README.md here has the format and what is checked).
//
// A weekday in no holiday is a working day, a weekend day only where the notice says so.
// It refuses to guess: a date is known only where the notice of its year is there, and from 25
// December on that of the next year, too, because New Year may begin in December.
//
// Tested by tests/calendar/holiday_calendar_test.cpp and shipped_calendars_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/date.h"

namespace biaoshen {

struct Holiday {
  std::string name;
  Date first, last;  // both included
  bool operator==(const Holiday&) const = default;
};
struct HolidayNotice {
  std::string number, title;  // 国办发明电〔2025〕7号
};
struct CalendarYear {
  int year = 0;
  std::vector<HolidayNotice> notices;
  std::vector<Holiday> holidays;  // by date
  std::set<Date> working_days;    // of weekends
};

struct CalendarMistake {
  int line;  // from 1
  std::string message;
};
struct ReadCalendarYear {
  std::optional<CalendarYear> year;  // none where there is a mistake
  std::vector<CalendarMistake> mistakes;
};
ReadCalendarYear read_calendar_year(std::string_view text, int year);

// "2027.txt" is the file of 2027; nothing for other names.
std::optional<int> year_of_file(std::string_view name);

using HolidayCalendar = std::map<int, CalendarYear>;

// The years inside the program.
Result<HolidayCalendar> shipped_calendar();

// The years whose notices have a say in `date`.
std::vector<int> years_for(const Date& date);
// The first of them that is not there.
std::optional<int> missing_year(const HolidayCalendar& calendar, const Date& date);

// The holiday that `date` belongs to, or null; `date` is known.
const Holiday* holiday_on(const HolidayCalendar& calendar, const Date& date);

bool is_weekend(const Date& date);
bool is_working_weekend(const HolidayCalendar& calendar, const Date& date);
bool is_working_day(const HolidayCalendar& calendar, const Date& date);

}  // namespace biaoshen
