// Numbers of worksheet cells as text: dates as YYYY-MM-DD whatever their format draws,
// everything else as the shortest decimal of the 15 digits that a spreadsheet shows.
//
//   44562 in format 14 or yyyy"年"m"月"d"日"   2022-01-01
//   0.30000000000000004                        0.3
//   0.85 in a format with %                    85%
//
// It refuses the rest of number formats (digits shown, currency, colours): a rule compares
// values. Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace biaoshen {

enum class NumberLook : std::uint8_t { plain, percent, date, time };

NumberLook look_of_built_in(std::int64_t format_id);
NumberLook look_of_code(std::string_view format_code);

enum class DayZero : std::uint8_t { in_1900, in_1904 };

// `value` is what stands in <v>; it comes back as it is where it is no number.
std::string shown_number(std::string_view value, NumberLook look, DayZero day_zero);

}  // namespace biaoshen
