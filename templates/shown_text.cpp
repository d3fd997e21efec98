#include "templates/shown_text.h"

#include <algorithm>

#include "pipeline/base/personal_data.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"

namespace biaoshen {
namespace {

// `to`, where byte `byte` of a text has gone so far, after some of its bytes became stars.
std::size_t moved(std::size_t to, std::size_t byte, const HiddenBytes& hidden) {
  if (byte <= hidden.begin) return to;
  const std::size_t stars = byte >= hidden.end ? hidden.stars : 0;
  return to + stars - (std::min(byte, hidden.end) - hidden.begin);
}

void append_code(std::string& out, char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += "[U+";
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    if (shift == 20 && c < 0x100000) continue;
    out += kHex[(c >> shift) & 0xF];
  }
  out += ']';
}

}  // namespace

std::string masked(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (const HiddenBytes& hidden : personal_data(text)) {
    out.append(text.substr(copied, hidden.begin - copied)).append(hidden.stars, '*');
    copied = hidden.end;
  }
  return out.append(text.substr(copied));
}

std::string masked(std::string_view text, PersonalData data) {
  return data == PersonalData::masked ? masked(text) : std::string(text);
}

MaskedPieces masked_around(std::string_view text, std::size_t begin, std::size_t end,
                           PersonalData data) {
  const std::string all = masked(text, data);
  std::size_t from = begin, to = end;
  if (data == PersonalData::masked)
    for (const HiddenBytes& hidden : personal_data(text))
      from = moved(from, begin, hidden), to = moved(to, end, hidden);
  return {all.substr(0, from), all.substr(from, to - from), all.substr(to)};
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  UnseenScan scan;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\r' && at < text.size() && text[at] == '\n') continue;
    const bool is_shown = !scan.is_unseen(c) || c == '\n' || c == '\t';
    is_shown ? append_utf8(out, c) : append_code(out, c);
  }
  return out;
}

Shortened shortened(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < limit; ++count) next_code_point(text, at);
  return {std::string(text.substr(0, at)), at < text.size()};
}

std::string brief(std::string_view text, std::size_t limit, PersonalData data) {
  Shortened out = shortened(masked(text, data), limit);
  return out.cut ? out.text + "…" : std::move(out.text);
}

std::string html_text(std::string_view text, PersonalData data) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : visible(masked(text, data))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace biaoshen
