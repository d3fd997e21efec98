#include "pipeline/base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace biaoshen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

}  // namespace

std::string clean_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t clean = 0;  // where the bytes begin that are taken as they are
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    if (!control && c != kReplacement) continue;
    out.append(bytes.substr(clean, begin - clean));
    append_utf8(out, kReplacement);
    clean = at;
  }
  out.append(bytes.substr(clean));
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c;
    U8_NEXT(data, at, length, c);
    if (c < 0) return false;
  }
  return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (const auto first = static_cast<unsigned char>(text[at]); first < 0x80) {
    ++at;
    return first;
  }
  // A code point has at most four bytes, so the window keeps ICU's 32-bit index small.
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  std::int32_t used = 0;
  UChar32 c;
  U8_NEXT(data, used, length, c);
  at += static_cast<std::size_t>(used);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t code_point) {
  char buffer[4];
  std::int32_t length = 0;
  UBool error = false;
  U8_APPEND(reinterpret_cast<std::uint8_t*>(buffer), length, 4, static_cast<UChar32>(code_point),
            error);
  if (error) return append_utf8(out, kReplacement);
  out.append(buffer, static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

bool is_han(char32_t c) {
  return c >= 0x2E80 && (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) ||
                         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) ||
                         (c >= 0x2E80 && c <= 0x2FDF));
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

std::string_view trim(std::string_view text) {
  auto starts_blank = [](std::string_view t) -> std::size_t {
    if (t.starts_with("\xE3\x80\x80")) return 3;
    if (t.starts_with("\xC2\xA0")) return 2;
    return !t.empty() &&
           (t.front() == ' ' || t.front() == '\t' || t.front() == '\n' || t.front() == '\r');
  };
  auto ends_blank = [](std::string_view t) -> std::size_t {
    if (t.ends_with("\xE3\x80\x80")) return 3;
    if (t.ends_with("\xC2\xA0")) return 2;
    return !t.empty() &&
           (t.back() == ' ' || t.back() == '\t' || t.back() == '\n' || t.back() == '\r');
  };
  while (std::size_t n = starts_blank(text)) text.remove_prefix(n);
  while (std::size_t n = ends_blank(text)) text.remove_suffix(n);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  std::size_t at = from.empty() ? std::string::npos : text.find(from);
  if (at == std::string::npos) return text;
  std::string out;
  std::size_t copied = 0;
  for (; at != std::string::npos; at = text.find(from, copied)) {
    out.append(text, copied, at - copied).append(to);
    copied = at + from.size();
  }
  return out.append(text, copied);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  auto code_points = [](std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
  };
  const std::u32string from = code_points(a), to = code_points(b);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = diagonal + (from[i - 1] != to[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[to.size()];
}

}  // namespace biaoshen
