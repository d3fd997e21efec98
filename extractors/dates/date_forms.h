// The forms of a date, without regard to what it is the date of.
// Tested through tests/dates/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/model/date.h"

namespace biaoshen {

struct DateForm {
  Date date;              // day 0: only the month is there
  std::size_t end = 0;    // of the folded text
  std::string doubt;      // "dash" or empty
  bool in_words = false;  // with 年 and 月, so that a month alone is surely one
};

// The date that begins at `at` of folded `text`; it may be no day of the calendar.
std::optional<DateForm> read_date_form(std::string_view text, std::size_t at);

// Exactly eight digits at `at`: YYYYMMDD with a likely year; nothing else is checked.
std::optional<Date> read_compact_date(std::string_view text, std::size_t at);

// Whole numbers up to 99 in digits or Chinese numerals (6, 06, 六, 十二, 廿三, 三十); moves `at`
// past it.
std::optional<int> read_small_number(std::string_view text, std::size_t& at);

// Moves `at` past blanks and at most one line end.
void skip_gap(std::string_view text, std::size_t& at);
bool skip(std::string_view text, std::size_t& at, std::string_view what);
bool is_digit_at(std::string_view text, std::size_t at);

}  // namespace biaoshen
