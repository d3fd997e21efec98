// A calendar date, and the arithmetic that the programmes' periods need.
// Tested by tests/model/date_test.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace biaoshen {

struct Date {
  std::int32_t year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

bool is_valid(const Date& date);
std::string to_string(const Date& date);               // YYYY-MM-DD
std::optional<Date> parse_date(std::string_view iso);  // YYYY-MM-DD only

struct Shifted {
  Date date;
  // The day did not exist in the month: 31 August + 6 months = 28 or 29 February.
  bool clamped = false;
};
Shifted add_months(const Date& date, int months);
Date add_days(const Date& date, int days);

}  // namespace biaoshen
