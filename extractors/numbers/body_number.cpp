// Numbers of bodies that choose their own code: group standards (T/CAS 290—2017)
// and enterprise standards (Q/SRQ 0001S-2023).
//
// Where code and sequence are printed without a blank, the last letter ends the
// code (T/CMAX21002); where there is a blank, it decides (T/ABC2020 001). The
// rules judge codes, years and reserved letters, so odd ones are read as they are.
#include <algorithm>

#include "extractors/numbers/heads.h"
#include "pipeline/model/number_codes.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestCode = 24;

struct Code {
  std::string_view text;
  std::size_t end = 0;
};

bool is_code_letter(char c) {
  return is_capital(c) || is_digit(c);
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_capital);
}

bool is_placeholder(std::string_view code) {
  return std::all_of(code.begin(), code.end(), [](char c) { return c == 'X' || c == '-'; });
}

// CAS, CECA-G, SY-TZ, 310101009-C007; a hyphen joins only what goes on with a letter.
std::string_view take_token(Cursor& cursor) {
  const std::size_t begin = cursor.at;
  while (cursor.at - begin < kLongestCode) {
    const char c = cursor.peek();
    const bool joins = (c == '-' || c == '.') && cursor.at > begin && is_capital(cursor.peek(1));
    if (!is_code_letter(c) && !joins) break;
    ++cursor.at;
  }
  return is_code_letter(cursor.peek()) ? std::string_view()
                                       : cursor.text.substr(begin, cursor.at - begin);
}

std::size_t trailing_digits(std::string_view token) {
  const std::size_t last = token.find_last_not_of("0123456789");
  return last == std::string_view::npos ? token.size() : token.size() - last - 1;
}

void set_code(Reading& reading, std::string_view code) {
  reading.number.code = code;
  reading.head = reading.number.prefix + "/" + std::string(code);
}

// T/310101009-C007—2019: the form of the first years, with a number for the body.
bool read_early(Cursor& cursor, Reading& reading, std::string_view token) {
  const std::size_t hyphen = token.find('-');
  const std::string_view body = token.substr(0, hyphen), sequence = token.substr(hyphen + 1);
  if (has_capital(body) || body.size() < 6 || trailing_digits(sequence) == 0) return false;
  set_code(reading, body);
  reading.joint = "-";
  reading.number.sequence = sequence;
  read_year(cursor, reading, NumberContext::text);
  // Without a year, digits alone could be anything.
  if (reading.is_template || (reading.number.year.empty() && !has_capital(sequence))) return false;
  mark_uncertain(reading, "early-form");
  reading.end = cursor.at;
  compose(reading);
  return true;
}

// "T/CAS290 2017" lost its dash; "T/ABC2020 001—2022" has a code with digits.
bool is_year_after_blank(Cursor cursor, std::string_view token) {
  if (trailing_digits(token) == 0) return false;
  cursor.take_blanks();
  const std::string_view digits = cursor.take_digits(5);
  cursor.take_blanks();
  return is_likely_year(digits) && cursor.take_dash() == Dash::none;
}

bool is_good_code(std::string_view code) {
  return code.size() >= 2 && has_capital(code) && !is_placeholder(code);
}

// T/PTSHOES GS001—2017, T/XCFW TG06-011.3—2023: letters before the sequence need a year.
bool sees_lettered_sequence(Cursor cursor) {
  return !cursor.take_capitals(4).empty() && is_digit(cursor.peek());
}

bool read_after_code(Cursor& cursor, Reading& reading, const SequenceShape& shape,
                     NumberContext context) {
  const std::string_view token = take_token(cursor);
  Cursor next = cursor;
  const NumberGap gap = next.take_gap();
  if (token.find('-') != std::string_view::npos && read_early(cursor, reading, token)) return true;
  const bool lettered = gap == NumberGap::blank && sees_lettered_sequence(next);
  const bool digits =
      gap != NumberGap::none && is_digit(next.peek()) && !is_year_after_blank(cursor, token);
  if (is_good_code(token) && (digits || lettered)) {
    set_code(reading, token);
    reading.head_end = cursor.at;
    SequenceShape wide = shape;
    wide.lead_letters = wide.hyphens = lettered;
    return read_tail(cursor, reading, wide, context) && (!lettered || !reading.number.year.empty());
  }
  // The sequence is glued to the code; 0001S may end with a letter.
  std::string_view code = token;
  if (shape.trail_letter && code.size() > 1 && is_capital(code.back()) &&
      is_digit(code[code.size() - 2]))
    code.remove_suffix(1);
  code.remove_suffix(trailing_digits(code));
  if (!is_good_code(code)) return false;
  const bool dashed = code.size() == token.size();
  cursor.at -= token.size() - code.size();
  if (dashed && !(cursor.peek() == '-' && is_digit(cursor.peek(1)))) return false;
  set_code(reading, code);
  reading.head_end = cursor.at;
  if (!read_tail(cursor, reading, shape, context)) return false;
  if (dashed) mark_uncertain(reading, "dash");
  return true;
}

// TCAS290-2017, TCC-5-2020, "T CAS 290-2017": names of files without the slash, unless TB, TD, TSG.
bool read_without_slash(Cursor& cursor, Reading& reading) {
  cursor.take("T");
  const bool glued = is_capital(cursor.peek());
  if (!glued && !cursor.take("_") && !cursor.take(" ")) return false;
  const bool underscore = cursor.text[cursor.at - 1] == '_';
  if (!is_capital(cursor.peek())) return false;
  if (!read_after_code(cursor, reading, {}, NumberContext::file_name)) return false;
  if (underscore) return true;
  mark_uncertain(reading, "slash-lost");
  return !reading.number.year.empty();
}

}  // namespace

bool read_group_number(Cursor& cursor, Reading& reading, NumberContext context) {
  reading.number.kind = NumberKind::group;
  reading.number.prefix = "T";
  Cursor slash = cursor;
  if (slash.take("T") && slash.take_slash()) {
    cursor = slash;
    return read_after_code(cursor, reading, {}, context);
  }
  return context == NumberContext::file_name && read_without_slash(cursor, reading);
}

bool read_enterprise_number(Cursor& cursor, Reading& reading, NumberContext context) {
  reading.number.kind = NumberKind::enterprise;
  reading.number.prefix = "Q";
  if (!cursor.take("Q")) return false;
  const bool underscore = context == NumberContext::file_name && cursor.take("_");
  if (!underscore && !cursor.take_slash()) return false;
  if (!read_after_code(cursor, reading, {.trail_letter = true}, context)) return false;
  return !reading.number.year.empty() || reading.number.sequence.size() >= 3;
}

}  // namespace biaoshen
