// The shipped years, against what the notices imply and none of the files says.
#include <catch2/catch.hpp>
#include <map>

#include "checkers/calendar/holiday_calendar.h"
#include "pipeline/base/text.h"
#include "tests/calendar/shipped.h"

using namespace biaoshen;

namespace {

std::size_t days_of(const Holiday& holiday) {
  std::size_t days = 0;
  for (Date day = holiday.first; day <= holiday.last; day = add_days(day, 1)) ++days;
  return days;
}

}  // namespace

TEST_CASE("the years 2019 to 2026 are shipped without a mistake") {
  const auto calendar = shipped_calendar();
  REQUIRE(calendar);
  for (int year = 2019; year <= 2026; ++year) {
    CAPTURE(year);
    REQUIRE(calendar->contains(year));
    CHECK(calendar->at(year).year == year);
  }
}

TEST_CASE("each rests on a notice about its own year") {
  for (const auto& [year, made] : shipped()) {
    for (const HolidayNotice& notice : made.notices) {
      CAPTURE(notice.number, notice.title);
      CHECK(notice.number.starts_with("国办发明电〔"));
      CHECK(contains(notice.title, std::to_string(year) + "年"));
    }
  }
}

// National holidays are 11 days a year, 13 from 2025; exchanges with weekends win nothing.
TEST_CASE("a year has as many free weekdays as national holidays, no more for the exchange") {
  const std::map<int, int> extra = {{2020, 2}};  // 31 January free, 1 February no longer worked
  for (const auto& [year, made] : shipped()) {
    int free = 0, owed = 0;
    for (const Holiday& holiday : made.holidays) {
      for (Date day = holiday.first; day <= holiday.last; day = add_days(day, 1))
        free += is_weekend(day) ? 0 : 1;
    }
    owed = static_cast<int>(made.working_days.size());
    CAPTURE(year, free, owed);
    const int national = year >= 2025 ? 13 : 11;
    CHECK(free - owed <= national + (extra.contains(year) ? extra.at(year) : 0));
    CHECK(free - owed >= national - 3);
  }
}

TEST_CASE("no holiday is longer than the longest there was, ten days") {
  for (const auto& [year, made] : shipped()) {
    for (const Holiday& holiday : made.holidays) {
      CAPTURE(year, holiday.name);
      CHECK(days_of(holiday) <= 10);
    }
  }
}

TEST_CASE("the years agree where they meet: no day is free by one and worked by the other") {
  for (const auto& [year, made] : shipped()) {
    const auto next = shipped().find(year + 1);
    if (next == shipped().end()) continue;
    for (const Holiday& holiday : next->second.holidays) {
      for (const Holiday& own : made.holidays)
        CHECK((holiday.last < own.first || own.last < holiday.first));
      for (const Date& day : made.working_days) CHECK((day < holiday.first || holiday.last < day));
    }
  }
}
