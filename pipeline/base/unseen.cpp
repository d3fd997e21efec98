#include "pipeline/base/unseen.h"

#include <unicode/uchar.h>

#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr int kMostMarks = 6;  // syllables of Tibetan have up to five

bool is_plain(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF);
}

bool is_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

// Braille without a dot, and what encloses annotations between lines.
bool is_blank_sign(char32_t c) {
  return c == 0x2800 || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

void append_hex(std::string& out, std::string_view mark, char32_t value, int digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += mark;
  while (digits-- > 0) out += kDigits[value >> (4 * digits) & 15];
}

// As UTF-16, as JSON wants it.
void append_json_escape(std::string& out, char32_t c) {
  if (c < 0x10000) return append_hex(out, "\\u", c, 4);
  append_hex(out, "\\u", 0xD800 + ((c - 0x10000) >> 10), 4);
  append_hex(out, "\\u", 0xDC00 + (c & 0x3FF), 4);
}

}  // namespace

bool is_control(char32_t c) {
  if (is_plain(c)) return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_BIDI_CONTROL);
}

bool has_control(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (is_control(next_code_point(utf8, at))) return true;
  return false;
}

bool takes_no_room(char32_t c) {
  return !is_plain(c) &&
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool UnseenScan::is_unseen(char32_t c) {
  if (!is_plain(c)) {
    if (is_selector(c)) return std::exchange(has_selector_, true);
    if (is_mark(c) && !takes_no_room(c)) return ++marks_ > kMostMarks;
  }
  marks_ = 0;
  // Where nothing is seen, there is nothing to select a form of.
  return has_selector_ =
             is_control(c) || takes_no_room(c) || is_noncharacter(c) || is_blank_sign(c);
}

void append_escape(std::string& out, char32_t c) {
  if (c == '\n' || c == '\r' || c == '\t') {
    out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
  } else if (c < 0x100) {
    append_hex(out, "\\x", c, 2);
  } else if (c < 0x10000) {
    append_hex(out, "\\u", c, 4);
  } else {
    append_hex(out, "\\U", c, 8);
  }
}

std::string with_unseen_escaped(std::string json) {
  std::string out;
  UnseenScan scan;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(json, at);
    // Between the texts JSON has line ends of its own, and within them none.
    if (!scan.is_unseen(c) || c < 0x20) continue;
    out.append(json, copied, begin - copied);
    append_json_escape(out, c);
    copied = at;
  }
  if (copied == 0) return json;
  return out.append(json, copied);
}

}  // namespace biaoshen
