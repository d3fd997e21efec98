// Numbers whose code stands in the tables: GB, GBZ/T, NB/SH/T, JTG/T F20, JJF, TSG,
// and unknown codes that show by /T or /Z what they are. A bare code is the weakest
// head there is (SC, SH and QC mean other things too), so it has to show a year.
#include "extractors/numbers/heads.h"
#include "pipeline/model/number_codes.h"

namespace biaoshen {
namespace {

constexpr std::size_t kLongestCode = 5;  // four letters and a T or Z glued to them

constexpr std::size_t kLongestUnknown =
    8;  // a sequence under an unknown code: patents have more digits

bool is_nature(char c) {
  return c == 'T' || c == 'Z';
}

SequenceShape shape_of(std::string_view code) {
  if (code.starts_with("JT") && code.size() == 3)
    return {.lead_letters = true, .hyphens = true, .slash = true};
  if (code == "TSG") return {.lead_letters = true};
  if (code == "GJB") return {.trail_letter = true};
  if (code == "GSB" || code == "DGJ") return {.hyphens = true};
  return {};
}

// The second code of NB/SH/T.
void take_second_code(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  if (!ahead.take_slash()) return;
  const std::string_view code = ahead.take_capitals(kLongestCode);
  const NumberCode* row = code.size() == 2 ? find_number_code(code) : nullptr;
  if (!row || row->kind != NumberKind::industry || !Cursor(ahead).take_slash()) return;
  reading.number.prefix += "/" + std::string(code);
  cursor = ahead;
}

// JJG(京): a region's own regulation.
void take_region(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  ahead.take_blanks();
  if (!ahead.take("(")) return;
  const std::size_t begin = ahead.at;
  while (ahead.at - begin < 9 && static_cast<unsigned char>(ahead.peek()) >= 0x80) ++ahead.at;
  const std::string region(ahead.text.substr(begin, ahead.at - begin));
  if (region.empty() || !ahead.take(")")) return;
  reading.number.prefix += "(" + region + ")";
  cursor = ahead;
}

// The code, and the nature where it is glued to it (GBT). Null where there is none of ours.
const NumberCode* take_code(Cursor& cursor, Reading& reading, NumberContext context) {
  std::string_view run = cursor.take_capitals(kLongestCode + 1);
  if (const NumberCode* row = find_number_code(run)) return row;
  if (run.size() < 3 || !is_nature(run.back())) return nullptr;
  const NumberCode* row = find_number_code(run.substr(0, run.size() - 1));
  if (!row) return nullptr;
  reading.number.nature = run.substr(run.size() - 1);
  if (context != NumberContext::file_name) mark_uncertain(reading, "slash-lost");
  return row;
}

// GBZ is 职业卫生 with small numbers; GBZ 43194 is GB/Z whose slash was lost.
void tell_gbz(Reading& reading) {
  StandardNumber& number = reading.number;
  if (number.prefix != "GBZ" || !number.nature.empty()) return;
  if (number.sequence.find('.') != std::string::npos || number.sequence.size() < 4) return;
  number.prefix = "GB";
  number.nature = "Z";
  reading.head = "GB/Z";
  mark_uncertain(reading, "slash-lost");
  compose(reading);
}

// Text about character sets speaks of GB2312 and means an encoding.
bool is_character_set(const Cursor& after, Reading& reading, bool glued) {
  const StandardNumber& number = reading.number;
  if (number.prefix != "GB" || !number.nature.empty() || !number.year.empty()) return false;
  const bool named =
      number.sequence == "2312" || number.sequence == "18030" || number.sequence == "13000";
  if (!named) return false;
  Cursor ahead = after;
  ahead.take_blanks();
  for (std::string_view word : {"编码", "字符", "内码", "汉字", "字库", "码"})
    if (ahead.sees(word)) return true;
  if (glued) mark_uncertain(reading, "character-set");
  return false;
}

// How much a bare code (no /T, no /Z) has to show to be believed.
bool is_believable(Reading& reading, const NumberCode& row) {
  const StandardNumber& number = reading.number;
  if (!number.nature.empty())
    return !number.uncertain || number.doubt != "slash-lost" || !number.year.empty();
  if (!number.year.empty()) return true;
  // DB alone is 地震, but undated it is far more often the start of a local number.
  if ((row.use == CodeUse::historic && row.code.size() == 2) || row.code == "DB") return false;
  reading.weak = row.code == "GB" ? number.sequence.size() < 3 : row.code.size() == 2;
  return true;
}

bool read_known(Cursor& cursor, Reading& reading, const NumberCode& row, NumberContext context) {
  StandardNumber& number = reading.number;
  number.kind = row.kind;
  number.prefix = row.code;
  if (row.code == "NB") take_second_code(cursor, reading);
  if (row.code == "JJG" || row.code == "JJF") take_region(cursor, reading);
  // The T of TSG T7001 belongs to its sequence.
  if (number.nature.empty() && row.code != "TSG") take_nature(cursor, reading, context);
  reading.head = number.prefix + (number.nature.empty() ? "" : "/" + number.nature);
  reading.head_end = cursor.at;
  reading.colon = row.code == "CECS";
  const bool glued = is_digit(cursor.peek());
  if (!read_tail(cursor, reading, shape_of(row.code), context) || !is_believable(reading, row))
    return false;
  if (row.code == "SZ") mark_uncertain(reading, "unknown-code");
  tell_gbz(reading);
  return !is_character_set(cursor, reading, glued);
}

// AB/T 1234: an industry that the table does not know yet.
bool read_unknown(Cursor& cursor, Reading& reading, std::string_view code, NumberContext context) {
  if (code.size() < 2 || code.size() > 4) return false;
  StandardNumber& number = reading.number;
  number.kind = NumberKind::industry;
  number.prefix = code;
  if (cursor.take_slash()) {
    number.nature = cursor.take_capitals(2);
    if (number.nature != "T" && number.nature != "Z") return false;
  } else {
    // GN 43 for GA 36: only where a list of standards says that it is one.
    const bool committee = code == "TC" || code == "SC" || code == "WG";
    if (context != NumberContext::citation || code.size() != 2 || committee || cursor.peek() != ' ')
      return false;
    reading.weak = true;
  }
  reading.head = number.prefix + (number.nature.empty() ? "" : "/" + number.nature);
  reading.head_end = cursor.at;
  if (!read_tail(cursor, reading, {}, context)) return false;
  mark_uncertain(reading, "unknown-code");
  if (number.sequence.size() > kLongestUnknown) return false;
  return !number.year.empty() || number.sequence.size() >= 3 || reading.weak;
}

}  // namespace

bool take_nature(Cursor& cursor, Reading& reading, NumberContext context) {
  const bool file = context == NumberContext::file_name;
  Cursor ahead = cursor;
  bool lost = false;
  if (!ahead.take_slash()) {
    const bool blank = !ahead.take_blanks().empty();
    if (!blank && file) ahead.take("_") || ahead.take("-");
    lost = !file;
  }
  if (!is_nature(ahead.peek()) || is_capital(ahead.peek(1))) return false;
  reading.number.nature = std::string(1, ahead.peek());
  ++ahead.at;
  if (lost) {
    const bool number_follows =
        is_digit(ahead.peek()) || (ahead.peek() == ' ' && is_digit(ahead.peek(1)));
    if (!number_follows) return reading.number.nature.clear(), false;
    mark_uncertain(reading, "slash-lost");
  }
  cursor = ahead;
  return true;
}

bool read_coded_number(Cursor& cursor, Reading& reading, NumberContext context) {
  const Cursor start = cursor;
  const Reading untouched = reading;
  if (const NumberCode* row = take_code(cursor, reading, context))
    return read_known(cursor, reading, *row, context);
  reading = untouched;
  cursor = start;
  const std::string_view code = cursor.take_capitals(kLongestCode);
  return read_unknown(cursor, reading, code, context);
}

}  // namespace biaoshen
