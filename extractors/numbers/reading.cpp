#include "extractors/numbers/reading.h"

#include <algorithm>

#include "extractors/numbers/foreign_number.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostDigits = 12;
constexpr std::size_t kMostParts = 4;

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

// After "15" in "15-30-2003": there is another dash, so this one joins parts of the sequence.
bool sees_hyphen_part(Cursor cursor) {
  if (!cursor.take("-") || cursor.take_digits(6).empty()) return false;
  if (cursor.peek() == '.' && is_digit(cursor.peek(1))) {
    cursor.take(".");
    cursor.take_digits(4);
  }
  cursor.take_blanks();
  if (cursor.take_dash() == Dash::none) return false;
  cursor.take_gap();
  return is_digit(cursor.peek());
}

// "1 . 1", "16422.⏎2", "4 3 5 6 4": letter-spaced print. Only single digits, so that a lost dot
// ("2828 1") is not swallowed.
bool read_spaced_sequence(Cursor& cursor, std::string& sequence) {
  Cursor ahead = cursor;
  std::string found;
  bool single = true;
  while (found.size() < kMostDigits) {
    const std::string_view digits = ahead.take_digits(6);
    if (digits.empty()) return false;
    single = single && digits.size() == 1;
    found += digits;
    Cursor next = ahead;
    const bool blank = !next.take_blanks().empty();
    if (next.take(".")) {
      next.take_gap();
      if (!is_digit(next.peek())) return false;
      found += '.';
      single = true;
    } else if (!blank || !is_digit(next.peek())) {
      break;
    } else if (!single || is_digit(next.peek(1))) {
      return false;
    }
    ahead = next;
  }
  if (found.size() == sequence.size()) return false;
  sequence = found;
  cursor = ahead;
  return true;
}

// A second look at a number without year, allowing for letter-spaced digits.
void read_spaced(const Cursor& start, Cursor& cursor, Reading& reading, NumberContext context) {
  Cursor ahead = start;
  Reading spaced = reading;
  spaced.number.sequence = std::string(Cursor(start).take_digits(kMostDigits));
  if (!read_spaced_sequence(ahead, spaced.number.sequence)) return;
  read_year(ahead, spaced, context);
  if (!is_likely_year(spaced.number.year) || spaced.number.doubt == "dash-lost") return;
  mark_uncertain(spaced, "spaced");
  reading = spaced;
  cursor = ahead;
}

// Between head and sequence; a dash there is common in names of files and needs a year to be
// believed.
bool take_joint(Cursor& cursor, const Reading& reading, NumberContext context) {
  const bool file = context == NumberContext::file_name;
  const bool has_class =
      !reading.number.nature.empty() || reading.head.find('/') != std::string::npos;
  if (cursor.peek() == '-' && (file || has_class)) return cursor.take("-");
  return file && cursor.take("_");
}

bool fits_what_follows(const Cursor& cursor, Reading& reading) {
  const char next = cursor.peek();
  // "GB/T 294 1": perhaps one number that the scan pulled apart.
  if (reading.number.year.empty() && next == ' ' && is_digit(cursor.peek(1)))
    mark_uncertain(reading, "spaced");
  if (reading.number.doubt == "footnote") return true;
  if (is_digit(next) || (next == '.' && is_digit(cursor.peek(1)))) return false;
  if (!is_capital(next)) return true;
  if (reading.number.year.empty()) return false;
  mark_uncertain(reading, "glued");
  return true;
}

}  // namespace

void mark_uncertain(Reading& reading, std::string_view doubt) {
  if (reading.number.uncertain) return;
  reading.number.uncertain = true;
  reading.number.doubt = doubt;
}

void mark_repaired(Reading& reading, std::string_view doubt) {
  reading.number.repaired = true;
  if (reading.number.doubt.empty()) reading.number.doubt = doubt;
}

bool read_sequence(Cursor& cursor, std::string& sequence, const SequenceShape& shape) {
  const std::size_t begin = cursor.at;
  if (shape.lead_letters) cursor.take_capitals(4);
  if (cursor.take_digits(kMostDigits).empty() || is_digit(cursor.peek())) return false;
  for (std::size_t parts = 1; parts < kMostParts; ++parts) {
    const bool dot = cursor.peek() == '.' && is_digit(cursor.peek(1));
    const bool slash = shape.slash && cursor.peek() == '/' && is_digit(cursor.peek(1));
    if (!dot && !slash && !(shape.hyphens && sees_hyphen_part(cursor))) break;
    ++cursor.at;
    cursor.take_digits(6);
  }
  if (shape.trail_letter && is_capital(cursor.peek()) && !is_capital(cursor.peek(1)) &&
      !is_digit(cursor.peek(1)))
    ++cursor.at;
  sequence = cursor.text.substr(begin, cursor.at - begin);
  return true;
}

bool read_tail(Cursor& cursor, Reading& reading, const SequenceShape& shape,
               NumberContext context) {
  const NumberGap gap = cursor.take_gap();
  const bool joint = gap == NumberGap::none && take_joint(cursor, reading, context);
  StandardNumber& number = reading.number;
  const Cursor start = cursor;
  if (!read_sequence(cursor, number.sequence, shape)) return false;
  read_year(cursor, reading, context);
  if (reading.is_template) return false;
  if (number.year.empty()) read_spaced(start, cursor, reading, context);
  if (joint && number.year.empty()) return false;
  // Across a line end an undated number is believed only if it cannot be the next clause's.
  if (gap == NumberGap::broken && number.year.empty() &&
      (number.nature.empty() || count_digits(number.sequence) < 3))
    return false;
  if (!fits_what_follows(cursor, reading)) return false;
  read_suffix(cursor, reading);
  reading.end = cursor.at;
  compose(reading);
  return true;
}

void compose(Reading& reading) {
  StandardNumber& number = reading.number;
  const std::string stem =
      reading.head + (number.sequence.empty() ? "" : reading.joint + number.sequence);
  const bool dated = !number.year.empty();
  number.display =
      stem + (dated ? (reading.colon ? ":" : "—") + number.year : "") + reading.edition_display;
  number.key = capitals_of(stem);
  number.key += (dated ? (reading.colon ? ":" : "-") + number.year : "") + reading.edition;
}

}  // namespace biaoshen
