#include "pipeline/base/untrusted_path.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// Strict GB18030; empty where the bytes are not that.
std::string from_gb18030(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open("gb18030", &status),
                                                               ucnv_close);
  if (U_FAILURE(status)) return {};
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string text(bytes.size() * 2 + 1, u'\0');
  const std::int32_t length =
      ucnv_toUChars(converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return {};
  std::string out;
  icu::UnicodeString(text.data(), length).toUTF8String(out);
  return out;
}

std::string with_escapes(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += "\\x";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

// A line break in a name would tear lists apart: it is shown as \n, others as \xNN.
std::string without_controls(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (byte < 0x20 || byte == 0x7F)
      out.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    else
      out += c;
  }
  return out;
}

}  // namespace

ReadableName readable_name(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return {without_controls(bytes), false};
  const std::string decoded = from_gb18030(bytes);
  return {without_controls(decoded.empty() ? with_escapes(bytes) : decoded), true};
}

bool is_litter(std::string_view name) {
  constexpr std::array kNames = {"thumbs.db", "desktop.ini",     ".ds_store", "__macosx",
                                 "@eadir",    ".spotlight-v100", "#recycle"};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  if (std::any_of(kNames.begin(), kNames.end(),
                  [&](std::string_view known) { return lower == known; }))
    return true;
  for (std::string_view unfinished : {".part", ".partial", ".crdownload", ".filepart"})
    if (lower.ends_with(unfinished)) return true;
  return lower.starts_with("~$") || lower.starts_with("._") || lower.starts_with(".~lock.") ||
         (lower.starts_with("~wrl") && lower.ends_with(".tmp"));
}

}  // namespace biaoshen
