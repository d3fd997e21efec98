// Local standards. DB with two, four or six digits is a region; DB alone is 地震.
// The year trap: DB11/T 2020—2022 is sequence 2020 of 2022, never a range of years.
#include "extractors/numbers/heads.h"
#include "pipeline/model/number_codes.h"

namespace biaoshen {
namespace {

void set_head(Reading& reading, const std::string& prefix, bool bare_slash) {
  StandardNumber& number = reading.number;
  number.prefix = prefix;
  reading.head = prefix + (bare_slash ? "/" : number.nature.empty() ? "" : "/" + number.nature);
}

void check_region(Reading& reading, std::string_view digits) {
  if (region_name(digits.substr(0, 2)).empty()) mark_uncertain(reading, "unknown-region");
}

// DB323700: region 32 and sequence 3700, or city 3237 and no more.
bool read_ambiguous(Cursor& cursor, Reading& reading, std::string_view digits,
                    NumberContext context) {
  if (context != NumberContext::file_name || digits.size() < 5 || digits.size() > 7) return false;
  if (region_name(digits.substr(0, 2)).empty()) return false;
  cursor.at -= digits.size() - 2;
  reading.head_end = cursor.at;
  set_head(reading, "DB" + std::string(digits.substr(0, 2)), false);
  if (!read_tail(cursor, reading, {}, context)) return false;
  mark_uncertain(reading, "ambiguous");
  return true;
}

// "DB34T-团体标准评价指南": the name of a file whose number was cut short.
bool read_incomplete(Cursor& cursor, Reading& reading, NumberContext context) {
  if (context != NumberContext::file_name || reading.number.nature.empty() || cursor.peek() != '-')
    return false;
  if (static_cast<unsigned char>(cursor.peek(1)) < 0x80) return false;
  reading.number.sequence.clear();
  reading.end = cursor.at;
  mark_uncertain(reading, "incomplete");
  compose(reading);
  return true;
}

bool read_region_number(Cursor& cursor, Reading& reading, const std::string& letters,
                        NumberContext context) {
  const NumberGap gap = cursor.take_gap();
  const std::string_view digits = cursor.take_digits(8);
  const bool is_region = digits.size() == 2 || digits.size() == 4 || digits.size() == 6;
  bool bare_slash = false;
  if (!is_region || !take_nature(cursor, reading, context)) {
    if (is_region) bare_slash = cursor.take_slash();
    if (!bare_slash && gap != NumberGap::none) return false;
    if (!bare_slash && (!is_region || cursor.peek() != ' '))
      return read_ambiguous(cursor, reading, digits, context);
  }
  set_head(reading, letters + std::string(digits), bare_slash);
  reading.head_end = cursor.at;
  if (gap == NumberGap::broken) mark_uncertain(reading, "split");
  check_region(reading, digits);
  const Cursor start = cursor;
  if (!read_tail(cursor, reading, {}, context)) {
    cursor = start;
    return read_incomplete(cursor, reading, context);
  }
  const StandardNumber& number = reading.number;
  const bool needs_year = (number.nature.empty() && !bare_slash) || number.doubt == "slash-lost";
  return !needs_year || !number.year.empty();
}

// DBJ/T 15-30-2003, DBJ50/T-123-2020.
bool read_construction(Cursor& cursor, Reading& reading, NumberContext context) {
  const std::string_view digits = Cursor(cursor).take_digits(3);
  if (digits.size() == 2) cursor.take_digits(2);
  take_nature(cursor, reading, context);
  set_head(reading, "DBJ" + std::string(digits.size() == 2 ? digits : ""), false);
  reading.head_end = cursor.at;
  return read_tail(cursor, reading, {.hyphens = true}, context) && !reading.number.year.empty();
}

// DG/TJ 08-2064-2009 of Shanghai: T is the nature, J stands for 工程建设.
bool read_shanghai(Cursor& cursor, Reading& reading, NumberContext context) {
  const bool slash = cursor.take_slash();
  if (!cursor.take("TJ") || is_capital(cursor.peek())) return false;
  reading.number.prefix = "DG/TJ";
  reading.number.nature = "T";
  reading.head = "DG/TJ";
  reading.head_end = cursor.at;
  if (!read_tail(cursor, reading, {.hyphens = true}, context) || reading.number.year.empty())
    return false;
  if (!slash) mark_uncertain(reading, "slash-lost");
  return true;
}

}  // namespace

bool read_local_number(Cursor& cursor, Reading& reading, NumberContext context) {
  reading.number.kind = NumberKind::local;
  if (cursor.take("DBJ")) return read_construction(cursor, reading, context);
  if (cursor.take("DBS")) return read_region_number(cursor, reading, "DBS", context);
  if (cursor.take("DB")) return read_region_number(cursor, reading, "DB", context);
  return cursor.take("DG") && read_shanghai(cursor, reading, context);
}

}  // namespace biaoshen
