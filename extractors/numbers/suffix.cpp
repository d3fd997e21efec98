// What may follow the year:
//   /XG1-2006        amendment             belongs to the number
//   （2018年版）       partial revision      belongs to the number
//   （所有部分）       all parts             belongs to the number
//   /ISO 5509:2000   adopted standard      only noted
//   第2号修改单        amendment, in words   only noted
#include "extractors/numbers/foreign_number.h"
#include "extractors/numbers/reading.h"

namespace biaoshen {
namespace {

bool read_amendment(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  if (!ahead.take_slash() || !ahead.take("XG")) return false;
  ahead.take_blanks();
  const std::string_view count = ahead.take_digits(2);
  ahead.take_blanks();
  if (count.empty() || ahead.take_dash() == Dash::none) return false;
  ahead.take_blanks();
  const std::string_view year = ahead.take_digits(5);
  if (!is_likely_year(year)) return false;
  const std::string head = "/XG" + std::string(count);
  reading.edition = head + "-" + std::string(year);
  reading.edition_display = head + "—" + std::string(year);
  reading.number.suffix = reading.edition;
  cursor = ahead;
  return true;
}

bool take_all_parts(Cursor& cursor) {
  for (std::string_view words : {"所有部分", "全部部分", "全部", "ALL PARTS"})
    if (cursor.take(words)) return true;
  return false;
}

bool read_brackets(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  ahead.take_blanks();
  if (!ahead.take("(")) return false;
  ahead.take_blanks();
  if (take_all_parts(ahead)) {
    reading.edition = "(所有部分)";
    reading.edition_display = "（所有部分）";
  } else {
    const std::string year(ahead.take_digits(5));
    ahead.take_blanks();
    if (!is_likely_year(year) || !(ahead.take("年版") || ahead.take("版"))) return false;
    reading.edition = " (" + year + "年版)";
    reading.edition_display = "（" + year + "年版）";
  }
  ahead.take_blanks();
  if (!ahead.take(")")) return false;
  reading.number.suffix = reading.edition_display;
  cursor = ahead;
  return true;
}

bool read_adopted(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  if (reading.number.year.empty() || !ahead.take_slash()) return false;
  Reading adopted;
  if (!read_foreign_number(ahead, adopted)) return false;
  reading.number.suffix = "/" + adopted.number.display;
  cursor = ahead;
  return true;
}

bool read_amendment_in_words(Cursor& cursor, Reading& reading) {
  Cursor ahead = cursor;
  ahead.take_blanks();
  if (!ahead.take("第")) return false;
  ahead.take_blanks();
  const std::string count(ahead.take_digits(2));
  ahead.take_blanks();
  if (count.empty() || !ahead.take("号修改")) return false;
  ahead.take("单");
  reading.number.suffix = "第" + count + "号修改单";
  cursor = ahead;
  return true;
}

}  // namespace

void read_suffix(Cursor& cursor, Reading& reading) {
  if (read_amendment(cursor, reading) || read_brackets(cursor, reading)) return;
  if (read_adopted(cursor, reading)) return;
  read_amendment_in_words(cursor, reading);
}

}  // namespace biaoshen
