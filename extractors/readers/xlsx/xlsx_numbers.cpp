#include "extractors/readers/xlsx/xlsx_numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "pipeline/model/date.h"

namespace biaoshen {
namespace {

constexpr double kLastDay = 2958465;  // 9999-12-31
constexpr int kDaySeconds = 86400;

std::optional<double> parsed(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

// Shortest decimal after rounding to 15 digits; exponents only where zeros would fill a line.
std::string decimal(double number) {
  std::array<char, 64> text{};
  const auto rounded =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 15);
  const double value = parsed({text.data(), rounded.ptr}).value_or(number);
  if (value == 0) return "0";
  const double size = std::fabs(value);
  const auto format =
      size >= 1e-9 && size < 1e21 ? std::chars_format::fixed : std::chars_format::general;
  const auto shortest = std::to_chars(text.data(), text.data() + text.size(), value, format);
  return {text.data(), shortest.ptr};
}

std::string clock(int seconds) {
  std::array<char, 16> text{};
  static_cast<void>(std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", seconds / 3600,
                                  seconds / 60 % 60, seconds % 60));
  return text.data();
}

// The calendar of 1900 has a 29 February that never was, as day 60.
std::optional<Date> day(int serial, DayZero day_zero) {
  if (day_zero == DayZero::in_1904) return add_days({1904, 1, 1}, serial);
  if (serial == 60) return std::nullopt;
  return add_days({1899, 12, serial < 60 ? 31 : 30}, serial);
}

std::string moment(double serial, NumberLook look, DayZero day_zero) {
  if (serial < 0 || serial > kLastDay) return decimal(serial);
  int days = static_cast<int>(serial);
  int seconds = static_cast<int>(std::lround((serial - days) * kDaySeconds));
  days += seconds / kDaySeconds;
  seconds %= kDaySeconds;
  if (days == 0 && (look == NumberLook::time || seconds > 0)) return clock(seconds);
  const std::optional<Date> date = day(days, day_zero);
  if (!date || !is_valid(*date)) return decimal(serial);
  return seconds == 0 ? to_string(*date) : to_string(*date) + " " + clock(seconds);
}

struct Letters {
  bool day_or_year = false, month = false, clock = false, percent = false;

  void take(char letter) {
    switch (letter | 0x20) {
      case 'y':
      case 'd':
        day_or_year = true;
        break;
      case 'm':
        month = true;
        break;
      case 'h':
      case 's':
        clock = true;
        break;
      default:
        percent = percent || letter == '%';
        break;
    }
  }
};

}  // namespace

NumberLook look_of_built_in(std::int64_t id) {
  const auto within = [&](std::int64_t first, std::int64_t last) {
    return id >= first && id <= last;
  };
  if (id == 9 || id == 10) return NumberLook::percent;
  if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return NumberLook::time;
  if (within(14, 22) || within(27, 36) || within(50, 58)) return NumberLook::date;
  return NumberLook::plain;
}

// Only the section for positive numbers; not what is quoted, escaped or in brackets, except
// that [h], [mm] and [ss] count hours, minutes and seconds over a day.
NumberLook look_of_code(std::string_view code) {
  Letters letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      const char next = code[i + 1];
      const bool counts = code.find_first_not_of(next, i + 1) == end;
      if (c == '[' && counts &&
          ((next | 0x20) == 'h' || (next | 0x20) == 'm' || (next | 0x20) == 's')) {
        letters.clock = true;
      }
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // what follows is drawn, or only measured
    } else {
      letters.take(c);
    }
  }
  if (letters.day_or_year) return NumberLook::date;
  if (letters.clock) return NumberLook::time;
  if (letters.month) return NumberLook::date;
  return letters.percent ? NumberLook::percent : NumberLook::plain;
}

std::string shown_number(std::string_view value, NumberLook look, DayZero day_zero) {
  const std::optional<double> number = parsed(value);
  if (!number) return std::string(value);
  switch (look) {
    case NumberLook::percent:
      return decimal(*number * 100) + "%";
    case NumberLook::date:
    case NumberLook::time:
      return moment(*number, look, day_zero);
    default:
      return decimal(*number);
  }
}

}  // namespace biaoshen
