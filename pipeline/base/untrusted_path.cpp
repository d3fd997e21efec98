#include "pipeline/base/untrusted_path.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "pipeline/base/text.h"
#include "pipeline/base/unseen.h"

namespace biaoshen {
namespace {

bool is_assigned_text(const icu::UnicodeString& text) {
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_charType(c) == U_PRIVATE_USE_CHAR || u_charType(c) == U_UNASSIGNED) return false;
  }
  return true;
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
      append_escape(out, byte);
  }
  return out;
}

std::string escape_unseen(std::string_view utf8) {
  std::string out;
  UnseenScan scan;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (scan.is_unseen(c))
      append_escape(out, c);
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
