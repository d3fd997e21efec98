#include "pipeline/model/date.h"

#include <chrono>
#include <cstdio>

namespace biaoshen {
namespace {

std::chrono::year_month_day calendar(const Date& date) {
  return std::chrono::year(date.year) / date.month / date.day;
}

Date plain(const std::chrono::year_month_day& ymd) {
  return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())),
          static_cast<int>(unsigned(ymd.day()))};
}

}  // namespace

bool is_valid(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.day >= 1 &&
         calendar(date).ok();
}

std::string to_string(const Date& date) {
  char buffer[40];
  static_cast<void>(
      std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day));
  return buffer;
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (char c : iso.substr(at, length))
      value = c < '0' || c > '9' ? -100000 : value * 10 + (c - '0');
    return value;
  };
  const Date date{number(0, 4), number(5, 2), number(8, 2)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

Shifted add_months(const Date& date, int months) {
  const auto moved = calendar(date) + std::chrono::months(months);
  if (moved.ok()) return {plain(moved), false};
  return {plain(moved.year() / moved.month() / std::chrono::last), true};
}

Date add_days(const Date& date, int days) {
  return plain(std::chrono::sys_days(calendar(date)) + std::chrono::days(days));
}

}  // namespace biaoshen
