#include "extractors/numbers/foreign_number.h"

#include <algorithm>

namespace biaoshen {
namespace {

struct Body {
  std::string_view name;
  bool lettered;  // its sequences begin with letters: ASTM D1234, ITU-T G.711
  bool common;    // its name means other things too: undated numbers are weak
};
constexpr Body kBodies[] = {
    {"ISO", false, false},  {"IEC", false, false},   {"ITU-T", true, false},
    {"ITU-R", true, false}, {"CISPR", false, false}, {"OIML", true, false},
    {"IEEE", true, false},  {"IETF", false, false},  {"RFC", false, false},
    {"ETSI", true, true},   {"BS", false, true},     {"EN", false, true},
    {"DIN", false, true},   {"NF", true, true},      {"ANSI", true, true},
    {"ASTM", true, false},  {"ASME", true, true},    {"ASHRAE", false, true},
    {"API", false, true},   {"AATCC", false, true},  {"AOAC", false, true},
    {"AWS", true, true},    {"NFPA", false, true},   {"NEMA", true, true},
    {"UL", false, true},    {"SAE", true, true},     {"JIS", true, false},
    {"KS", true, true},     {"GOST", false, true},   {"CAC", false, true},
};

// Words between the bodies and the sequence.
struct Type {
  std::string_view folded, shown;
};
constexpr Type kTypes[] = {{"TR", "TR"},     {"TS", "TS"},     {"PAS", "PAS"}, {"DIS", "DIS"},
                           {"FDIS", "FDIS"}, {"CD", "CD"},     {"IS", "IS"},   {"GUIDE", "Guide"},
                           {"STD", "Std"},   {"SPEC", "SPEC"}, {"RFC", "RFC"}, {"IWA", "IWA"}};

constexpr std::string_view kFilmSpeeds[] = {"1600",  "3200",  "6400",  "12800",
                                            "25600", "51200", "102400"};

bool take_word(Cursor& cursor, std::string_view word) {
  if (!cursor.sees(word) || is_capital(cursor.peek(word.size()))) return false;
  cursor.at += word.size();
  return true;
}

const Body* take_body(Cursor& cursor) {
  for (const Body& body : kBodies)
    if (take_word(cursor, body.name)) return &body;
  return nullptr;
}

std::string_view take_type(Cursor& cursor) {
  for (const Type& type : kTypes)
    if (take_word(cursor, type.folded)) return type.shown;
  return {};
}

// BS EN ISO, ISO/IEC TR, ISO/DIS: returns the last body; null where there is none.
const Body* read_bodies(Cursor& cursor, Reading& reading) {
  const Body* body = take_body(cursor);
  if (!body) return nullptr;
  reading.head = body->name;
  for (int more = 0; more < 4; ++more) {
    Cursor ahead = cursor;
    const bool slash = ahead.take_slash();
    if (!slash && ahead.take_blanks().empty()) break;
    std::string_view name;
    if (const Body* next = take_body(ahead)) {
      name = next->name;
      body = next;
    } else if (name = take_type(ahead); name.empty()) {
      break;
    }
    reading.head += (slash ? "/" : " ") + std::string(name);
    cursor = ahead;
  }
  return body;
}

// Letters before the digits of a sequence: D1234, "B 0205", G.711, VIII.1.
bool take_lead(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.take_capitals(4).empty()) return true;
  if (ahead.peek() == '.' || ahead.peek() == ' ') ++ahead.at;
  if (!is_digit(ahead.peek())) return false;
  cursor = ahead;
  return true;
}

bool sees_year_after_colon(Cursor cursor) {
  return cursor.take(":") && is_likely_year(cursor.take_digits(5));
}

// Digits and their parts; a last part of four digits may be the year.
bool read_parts(Cursor& cursor, Reading& reading, const Body& body) {
  const std::size_t begin = cursor.at;
  if (body.lettered && !take_lead(cursor)) return false;
  if (cursor.take_digits(8).empty() || is_digit(cursor.peek())) return false;
  for (int part = 0; part < 4; ++part) {
    if ((cursor.peek() != '-' && cursor.peek() != '.') || !is_digit(cursor.peek(1))) break;
    Cursor ahead = cursor;
    ++ahead.at;
    const std::string_view digits = ahead.take_digits(7);
    if (cursor.peek() == '-' && is_likely_year(digits) && !sees_year_after_colon(ahead)) break;
    cursor = ahead;
  }
  if (is_capital(cursor.peek()) && !is_capital(cursor.peek(1)) && !is_digit(cursor.peek(1)))
    ++cursor.at;
  reading.number.sequence = cursor.text.substr(begin, cursor.at - begin);
  return true;
}

void read_foreign_year(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  ahead.take_blanks();
  const bool colon = ahead.take(":");
  if (!colon && ahead.take_dash() != Dash::plain) return;
  ahead.take_blanks();
  const std::string_view digits = ahead.take_digits(5);
  if (!is_likely_year(digits)) return;
  const bool international = reading.head.starts_with("ISO") || reading.head.starts_with("IEC");
  reading.number.year = digits;
  reading.colon = colon || international;
  cursor = ahead;
}

// IDT, MOD or NEQ: how a Chinese standard adopts this one.
void read_degree(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  ahead.take_blanks();
  if (!ahead.take(",")) return;
  ahead.take_blanks();
  for (std::string_view degree : {"IDT", "MOD", "NEQ"})
    if (take_word(ahead, degree)) {
      reading.number.suffix = "," + std::string(degree);
      cursor = ahead;
      return;
    }
}

bool is_weak(const Reading& reading, const Body& body) {
  const std::string& sequence = reading.number.sequence;
  if (!reading.number.year.empty()) return false;
  if (body.common || is_likely_year(sequence)) return true;
  if (std::find(std::begin(kFilmSpeeds), std::end(kFilmSpeeds), sequence) != std::end(kFilmSpeeds))
    return true;
  return sequence.size() < 4 && reading.head.find_first_of("/ ") == std::string::npos;
}

}  // namespace

bool read_foreign_number(Cursor& cursor, Reading& reading) {
  reading.number.kind = NumberKind::international;
  const Body* body = read_bodies(cursor, reading);
  if (!body) return false;
  reading.number.prefix = reading.head;
  reading.head_end = cursor.at;
  cursor.take_gap();
  if (!read_parts(cursor, reading, *body)) return false;
  read_foreign_year(cursor, reading);
  if (is_capital(cursor.peek()) || is_digit(cursor.peek())) return false;
  read_degree(cursor, reading);
  // ISO and IEC join parts with a hyphen.
  if (reading.head.starts_with("ISO") || reading.head.starts_with("IEC"))
    std::replace(reading.number.sequence.begin(), reading.number.sequence.end(), '.', '-');
  reading.weak = is_weak(reading, *body);
  reading.end = cursor.at;
  compose(reading);
  return true;
}

}  // namespace biaoshen
