// The year of a number, with all the ways print and extraction have to damage it:
//   —2017  -93  一 2005  ~2017  - 20 11  —⏎2017  —20031 (footnote)  00552024 (dash lost)
// Not a year: 2017 in "GB/T 1591 2017-09-01", 9004 in the range GJB/Z 9001-9004-96.
#include <charconv>

#include "extractors/numbers/reading.h"

namespace biaoshen {
namespace {

constexpr int kFirstYear = 1950, kLastYear = 2049;
constexpr int kFirstGroupYear = 2015;  // the platform of group standards opened in 2016

int value_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

void set_year(Reading& reading, std::string_view year) {
  reading.number.year = year;
  const bool too_old = reading.number.kind == NumberKind::group && year.size() == 4 &&
                       value_of(year) < kFirstGroupYear;
  if ((year.size() == 4 && !is_likely_year(year)) || too_old) mark_uncertain(reading, "year-range");
}

// XX, ××, 20XX, 20□□, 202X where the year should stand.
bool sees_placeholder(Cursor cursor) {
  const int wanted = cursor.take_digits(3).size() == 3 ? 1 : 2;
  int marks = 0;
  for (; marks < wanted; ++marks)
    if (!cursor.take("X") && !cursor.take("×") && !cursor.take("□") && !cursor.take("*")) break;
  return marks == wanted;
}

// "2 0 1 1", "20 11": digits of a year with single blanks between them.
std::string spaced_year(Cursor& cursor) {
  Cursor ahead = cursor;
  std::string digits;
  while (digits.size() < 4) {
    const std::string_view some = ahead.take_digits(4 - digits.size());
    if (some.empty()) return {};
    digits += some;
    if (digits.size() < 4 && !ahead.take(" ")) return {};
  }
  if (is_digit(ahead.peek()) || !is_likely_year(digits)) return {};
  cursor = ahead;
  return digits;
}

// After the first dash: "2-2003" (a part written with a dash), "9004-96" (a range).
bool read_second_step(Cursor& cursor, Reading& reading, std::string_view digits, Dash dash) {
  Cursor ahead = cursor;
  std::string step(digits);
  if (ahead.peek() == '.' && is_digit(ahead.peek(1))) {
    ahead.take(".");
    step += '.';
    step += ahead.take_digits(3);
  }
  const bool is_part = step.size() <= 2;
  const bool is_range =
      !is_part && step.size() >= 4 && value_of(step) > value_of(reading.number.sequence);
  if (!is_part && !is_range) return false;
  ahead.take_blanks();
  if (ahead.take_dash() == Dash::none) return false;
  ahead.take_blanks();
  const std::string_view year = ahead.take_digits(5);
  const bool old = is_range && year.size() == 2;
  if (!is_likely_year(year) && !old) return false;
  reading.number.sequence += (is_part ? "." : "-") + step;
  set_year(reading, old ? "19" + std::string(year) : std::string(year));
  mark_uncertain(reading, is_range ? "range" : dash == Dash::plain ? "dash" : "split");
  cursor = ahead;
  return true;
}

// -93 is 1993. A group standard has no such form, so its two digits stay for a rule to see.
bool read_two_digits(Cursor& cursor, Reading& reading, std::string_view digits, Dash dash) {
  const char next = cursor.peek();
  if (is_capital(next) || ((next == '.' || next == '-') && is_digit(cursor.peek(1)))) return false;
  const StandardNumber& number = reading.number;
  if (number.kind == NumberKind::group || number.kind == NumberKind::enterprise) {
    if (dash != Dash::plain) return false;
    set_year(reading, digits);
    return true;
  }
  const bool is_old = digits[0] >= '5';
  const bool is_bare = number.nature.empty() && number.kind != NumberKind::national;
  if ((is_bare && number.sequence.size() < 2) || (!is_old && is_bare)) return false;
  if (dash == Dash::han && number.nature.empty()) return false;
  set_year(reading, (is_old ? "19" : "20") + std::string(digits));
  if (!is_old) mark_uncertain(reading, "year-part");
  if (dash != Dash::plain) mark_uncertain(reading, "dash");
  return true;
}

bool read_year_digits(Cursor& cursor, Reading& reading, Dash dash) {
  if (const std::string spaced =
          Cursor(cursor).take_digits(4).size() < 4 ? spaced_year(cursor) : "";
      !spaced.empty()) {
    set_year(reading, spaced);
    mark_repaired(reading, "spaced");
    return true;
  }
  const std::size_t begin = cursor.at;
  const std::string_view digits = cursor.take_digits(9);
  const bool firm = dash == Dash::plain || dash == Dash::underscore;
  if (digits.size() == 4 && is_likely_year(digits)) {
    set_year(reading, digits);
    return true;
  }
  if (!digits.empty() && dash != Dash::han && read_second_step(cursor, reading, digits, dash))
    return true;
  if (digits.size() == 2) return read_two_digits(cursor, reading, digits, dash);
  if (!firm) return false;
  if (digits.size() == 4) {
    set_year(reading, digits);
    return true;
  }
  if ((digits.size() == 5 || digits.size() == 6) && is_likely_year(digits.substr(0, 4))) {
    set_year(reading, digits.substr(0, 4));
    mark_uncertain(reading, "footnote");
    cursor.at = begin + 4;
    return true;
  }
  return false;
}

// A date or another amount goes on after these.
bool ends_like_a_year(const Cursor& cursor) {
  const char next = cursor.peek();
  if (is_digit(next) || is_capital(next) || next == '-' || next == ':' || next == '/') return false;
  if (next == '.' && is_digit(cursor.peek(1))) return false;
  Cursor ahead = cursor;
  ahead.take_blanks();
  return !ahead.sees("年") && !ahead.sees("月") && !ahead.sees("个") && !ahead.sees("-");
}

// "2142017", "17825.4 1999", "2828 1-2003".
void read_lost_dash(Cursor& cursor, Reading& reading, NumberContext context) {
  std::string& sequence = reading.number.sequence;
  const std::size_t point = sequence.find_last_not_of("0123456789");
  const std::size_t run =
      point == std::string::npos ? sequence.size() : sequence.size() - point - 1;
  if (run >= 7 && is_likely_year(std::string_view(sequence).substr(sequence.size() - 4))) {
    set_year(reading, sequence.substr(sequence.size() - 4));
    sequence.resize(sequence.size() - 4);
    mark_uncertain(reading, "dash-lost");
    return;
  }
  Cursor ahead = cursor;
  if (!ahead.take(" ")) return;
  const std::string_view digits = ahead.take_digits(5);
  const bool is_ours = !reading.number.nature.empty() || reading.number.kind == NumberKind::group;
  if (is_likely_year(digits) && ends_like_a_year(ahead) &&
      (is_ours || context == NumberContext::file_name)) {
    set_year(reading, digits);
    mark_uncertain(reading, "dash-lost");
    cursor = ahead;
  } else if (context == NumberContext::file_name && (digits.size() == 1 || digits.size() == 2) &&
             read_second_step(ahead, reading, digits, Dash::none)) {
    cursor = ahead;
  }
}

void mark_dash(Reading& reading, Dash dash, bool broken) {
  if (dash == Dash::han) mark_repaired(reading, "dash");
  if (dash == Dash::tilde) mark_uncertain(reading, "dash");
  if (broken) mark_uncertain(reading, "split");
}

// Whether what follows is settled: a year, a place for one, or a doubt.
bool read_year_after_dash(Cursor& cursor, Reading& reading, NumberContext context) {
  Cursor ahead = cursor;
  const NumberGap before = ahead.take_gap();
  Dash dash = ahead.take_dash();
  if (dash == Dash::none && reading.colon && ahead.take(":"))
    dash = Dash::plain;
  else
    reading.colon = false;
  if (dash == Dash::none || (dash == Dash::underscore && context != NumberContext::file_name))
    return false;
  const NumberGap after = ahead.take_gap();
  reading.is_template = sees_placeholder(ahead);
  if (reading.is_template) return true;
  // A dash at the start of a line is more often a bullet than a year's.
  const bool broken = before == NumberGap::broken || after == NumberGap::broken;
  if (!is_digit(ahead.peek()) || (before == NumberGap::broken && after != NumberGap::none) ||
      (broken && !is_likely_year(Cursor(ahead).take_digits(5))))
    return false;
  if (read_year_digits(ahead, reading, dash)) {
    mark_dash(reading, dash, broken);
    cursor = ahead;
    return true;
  }
  if (dash != Dash::plain || before != NumberGap::none) return false;
  mark_uncertain(reading, "year-part");
  return true;
}

}  // namespace

bool is_likely_year(std::string_view digits) {
  return digits.size() == 4 && value_of(digits) >= kFirstYear && value_of(digits) <= kLastYear;
}

void read_year(Cursor& cursor, Reading& reading, NumberContext context) {
  if (!read_year_after_dash(cursor, reading, context)) read_lost_dash(cursor, reading, context);
}

}  // namespace biaoshen
