// A period of so many working days, as a public notice of 15 runs: the day it begins with is not
// counted (Civil Code, article 201), the last working day is its last.
//
// It refuses to count over days that no notice covers, and names the year that is missing.
// Tested by tests/calendar/working_period_test.cpp.
#pragma once

#include <set>
#include <tl/expected.hpp>
#include <vector>

#include "checkers/calendar/holiday_calendar.h"

namespace biaoshen {

struct WorkingPeriod {
  Date from;                     // not counted
  Date first, last;              // the first and the last working day
  int days = 0;                  // working days from first to last
  std::vector<Holiday> skipped;  // that it runs over, whole
  std::vector<Date> working_weekends;
  std::set<int> years;  // whose notices it rests on
};

struct MissingYear {
  int year;
};

constexpr int kMostWorkingDays = 1000;

// `days` is from 1 to kMostWorkingDays, `from` valid.
tl::expected<WorkingPeriod, MissingYear> working_period(const HolidayCalendar& calendar,
                                                        const Date& from, int days);

}  // namespace biaoshen
