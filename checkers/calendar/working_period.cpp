#include "checkers/calendar/working_period.h"

namespace biaoshen {

tl::expected<WorkingPeriod, MissingYear> working_period(const HolidayCalendar& calendar,
                                                        const Date& from, int days) {
  WorkingPeriod period;
  period.from = from;
  for (Date day = add_days(from, 1);; day = add_days(day, 1)) {
    if (const auto missing = missing_year(calendar, day))
      return tl::unexpected(MissingYear{*missing});
    for (int year : years_for(day)) period.years.insert(year);
    const Holiday* holiday = holiday_on(calendar, day);
    if (holiday != nullptr && (period.skipped.empty() || period.skipped.back() != *holiday))
      period.skipped.push_back(*holiday);
    if (!is_working_day(calendar, day)) continue;
    if (is_weekend(day)) period.working_weekends.push_back(day);
    if (period.days == 0) period.first = day;
    period.last = day;
    if (++period.days == days) return period;
  }
}

}  // namespace biaoshen
