#include "pipeline/base/untrusted_path.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

void append_hex(std::string& out, std::string_view mark, char32_t value, int digits) {
  out += mark;
  while (digits-- > 0) out += kDigits[value >> (4 * digits) & 15];
}

bool is_assigned_text(const icu::UnicodeString& text) {
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_charType(c) == U_PRIVATE_USE_CHAR || u_charType(c) == U_UNASSIGNED) return false;
  }
  return true;
}

bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::optional<std::string> decode_strictly(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding, &status),
                                                               ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string text(bytes.size() * 2 + 1, u'\0');
  const std::int32_t length =
      ucnv_toUChars(converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString decoded(text.data(), length);
  if (!is_assigned_text(decoded)) return std::nullopt;
  std::string out;
  decoded.toUTF8String(out);
  return out;
}

std::string escape_bytes(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      append_hex(out, "\\x", byte, 2);
  }
  return out;
}

std::string escape_unseen(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      append_hex(out, "\\x", c, 2);
    else if (turns_direction(c) || c == 0x2028 || c == 0x2029)
      append_hex(out, "\\u", c, 4);
    else
      append_utf8(out, c);
  }
  return out;
}

ReadableName readable_name(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return {escape_unseen(bytes), false};
  return {escape_unseen(decode_strictly(bytes, "GB18030").value_or(escape_bytes(bytes))), true};
}

}  // namespace biaoshen
