#include "extractors/readers/pdf/pdf_strings.h"

#include <poppler/Object.h>
#include <poppler/PDFDocEncoding.h>

#include <algorithm>
#include <optional>

#include "extractors/readers/text_encoding.h"
#include "pipeline/base/text.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

std::string utf8_of_utf16(std::string_view bytes, bool is_big_endian) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return is_big_endian ? static_cast<char32_t>(a << 8 | b) : static_cast<char32_t>(b << 8 | a);
  };
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) c = 0xFFFD;
    append_utf8(text, c);
  }
  return text;
}

std::string utf8_of_doc_encoding(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const char32_t c = pdfDocEncoding[code];
    append_utf8(text, c == 0 && code != 0 ? U'\uFFFD' : c);
  }
  return text;
}

std::string decoded(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF"sv)) return utf8_of_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFF\xFE"sv)) return utf8_of_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return std::string(bytes.substr(3));
  const bool is_ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
  if (is_ascii) return std::string(bytes);
  if (is_valid_utf8(bytes)) return std::string(bytes);  // by chance as good as never
  const auto encoding = detect_encoding(bytes, SampleIs::whole);
  if (encoding)
    if (const auto text = decode_strictly(bytes, encoding->name); text && has_han(*text))
      return *text;
  return utf8_of_doc_encoding(bytes);
}

}  // namespace

std::string text_string(std::string_view bytes) {
  std::string text = replace_all(decoded(bytes), "\r\n", "\n");
  std::replace(text.begin(), text.end(), '\r', '\n');
  // "zh" of a language mark between two escapes says nothing to people.
  for (std::size_t at = 0; (at = text.find('\x1B', at)) != std::string::npos;) {
    const std::size_t end = text.find('\x1B', at + 1);
    text.erase(at, end == std::string::npos || end - at > 8 ? 1 : end - at + 1);
  }
  return clean_utf8(text);
}

std::string text_in(const Object& object) {
  if (object.isString()) {
    const GooString* string = object.getString();
    return text_string({string->c_str(), static_cast<std::size_t>(string->getLength())});
  }
  return object.isName() ? text_string(std::string_view(object.getName())) : std::string();
}

}  // namespace biaoshen
