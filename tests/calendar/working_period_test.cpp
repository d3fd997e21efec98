// Counting working days: weekends, holidays, exchanged weekends, the turn of the year.
#include "checkers/calendar/working_period.h"

#include <catch2/catch.hpp>

#include "tests/calendar/shipped.h"

using namespace biaoshen;

namespace {

std::string last_of(const Date& from, int days = 15) {
  const auto period = working_period(shipped(), from, days);
  return period ? to_string(period->last) : std::to_string(period.error().year) + " is missing";
}

}  // namespace

TEST_CASE("the day of publication is not counted") {
  CHECK(last_of({2024, 7, 1}, 1) == "2024-07-02");
  CHECK(last_of({2024, 7, 5}, 1) == "2024-07-08");  // from a Friday to Monday
  CHECK(last_of({2024, 7, 6}, 1) == "2024-07-08");  // from a Saturday
}

TEST_CASE("fifteen working days without a holiday are three weeks") {
  CHECK(last_of({2024, 7, 1}) == "2024-07-22");
  CHECK(last_of({2026, 3, 2}) == "2026-03-23");
}

TEST_CASE("a holiday is left out, a weekend day that is worked counts") {
  // 14 September (Saturday) is worked, 15 to 17 are free, 29 (Sunday) is worked, 1 to 7 October
  // free.
  const auto period = working_period(shipped(), {2024, 9, 11}, 15);
  REQUIRE(period);
  CHECK(period->first == Date{2024, 9, 12});
  CHECK(to_string(period->last) == "2024-10-09");
  REQUIRE(period->skipped.size() == 2);
  CHECK(period->skipped[0].name == "中秋节");
  CHECK(period->skipped[1] == Holiday{"国庆节", {2024, 10, 1}, {2024, 10, 7}});
  CHECK(period->working_weekends == std::vector<Date>{{2024, 9, 14}, {2024, 9, 29}});
  CHECK(period->years == std::set<int>{2024});
}

TEST_CASE("a holiday of the next year may begin in December") {
  // 2022-12-31 to 2023-01-02 by the notice for 2023.
  const auto period = working_period(shipped(), {2022, 12, 29}, 2);
  REQUIRE(period);
  CHECK(period->last == Date{2023, 1, 3});
  CHECK(period->skipped.at(0).name == "元旦");
  CHECK(period->years == std::set<int>{2022, 2023});
  // 2018-12-29, a Saturday, is worked by the notice for 2019; 2018 itself is not shipped.
  CHECK(is_working_weekend(shipped(), {2018, 12, 29}));
  CHECK(last_of({2018, 12, 28}, 1) == "2018 is missing");
}

TEST_CASE("the extended Spring Festival of 2020 ended on 2 February") {
  CHECK(last_of({2020, 1, 23}, 1) == "2020-02-03");
  CHECK_FALSE(is_working_day(shipped(), {2020, 2, 1}));
}

TEST_CASE("a day that no notice covers is never guessed") {
  HolidayCalendar some = shipped();
  while (some.rbegin()->first > 2026) some.erase(std::prev(some.end()));
  const auto ask = [&](const Date& from) { return working_period(some, from, 15); };
  REQUIRE(ask({2026, 12, 1}));
  CHECK(ask({2026, 12, 1})->last == Date{2026, 12, 22});
  REQUIRE_FALSE(ask({2026, 12, 10}));  // would reach the last week of December
  CHECK(ask({2026, 12, 10}).error().year == 2027);
  CHECK(ask({2027, 5, 1}).error().year == 2027);
  CHECK(working_period({}, {2024, 7, 1}, 1).error().year == 2024);
}
