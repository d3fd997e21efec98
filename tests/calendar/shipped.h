// The calendar that the program ships, read once for all tests of what it says.
#pragma once

#include "checkers/calendar/holiday_calendar.h"

namespace biaoshen {

inline const HolidayCalendar& shipped() {
  static const HolidayCalendar kCalendar = shipped_calendar().value();
  return kCalendar;
}

}  // namespace biaoshen
