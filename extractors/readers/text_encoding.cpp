#include "extractors/readers/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <memory>
#include <string>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr double kMostZeros = 0.6;     // of a text with zero bytes among it
constexpr double kCommonEnough = 0.5;  // of its two-byte characters
constexpr double kBarelyText = 0.3;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

bool is_text_unit(char16_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x1A;
  return c != 0x7F && c < 0xFFFE;
}

bool is_private_unit(char16_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

// Whether the bytes are text in the encoding, without one error. In GB18030 and Big5 nearly all
// bytes are something: there, a character of private use is an error. In UTF-8 it is a bullet that
// was copied out of Word.
enum class PrivateUse : unsigned char { is_error, is_text };
bool is_text_in(const char* encoding, std::string_view bytes, SampleIs is,
                PrivateUse private_use = PrivateUse::is_error) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string text(bytes.size() + 16, u'\0');
  UChar* out = text.data();
  const char* in = bytes.data();
  ucnv_toUnicode(converter.get(), &out, text.data() + text.size(), &in, bytes.data() + bytes.size(),
                 nullptr, is == SampleIs::whole, &status);
  return U_SUCCESS(status) && std::all_of(text.data(), out, [&](char16_t c) {
           return is_text_unit(c) && (private_use == PrivateUse::is_text || !is_private_unit(c));
         });
}

struct PairRange {  // of two-byte characters in common use
  unsigned char first, last, least_trail;
};
// Level 1 of GB 2312 with its punctuation; level 1 of Big5 with its.
constexpr PairRange kGbCommon[] = {{0xA1, 0xA3, 0xA1}, {0xB0, 0xD7, 0xA1}};
constexpr PairRange kBig5Common[] = {{0xA1, 0xA3, 0x40}, {0xA4, 0xC6, 0x40}};

template <std::size_t N>
double common_share(std::string_view bytes, const PairRange (&common)[N]) {
  std::size_t pairs = 0, good = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x81) continue;
    const auto trail = static_cast<unsigned char>(bytes[++i]);
    ++pairs;
    good += static_cast<std::size_t>(
        std::any_of(std::begin(common), std::end(common), [&](const PairRange& range) {
          return lead >= range.first && lead <= range.last && trail >= range.least_trail;
        }));
  }
  return pairs == 0 ? 0 : static_cast<double>(good) / static_cast<double>(pairs);
}

const char* chinese_encoding(std::string_view bytes, SampleIs is) {
  const bool may_be_gb = is_text_in("gb18030", bytes, is);
  const double gb_share = may_be_gb ? common_share(bytes, kGbCommon) : 0;
  if (gb_share >= kCommonEnough) return "gb18030";
  if (common_share(bytes, kBig5Common) >= kCommonEnough && is_text_in("Big5", bytes, is))
    return "Big5";
  return gb_share >= kBarelyText ? "gb18030" : nullptr;
}

// Zero bytes are the high halves of letters, digits and line ends in UTF-16.
const char* utf16_by_zeros(std::string_view bytes, SampleIs is) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  if (zeros[0] > 0 && zeros[1] > 0) return nullptr;
  const char* name = zeros[0] > 0 ? "UTF-16BE" : "UTF-16LE";
  return bytes.size() % 2 == 0 && is_text_in(name, bytes, is) ? name : nullptr;
}

}  // namespace

std::optional<TextEncoding> detect_encoding(std::string_view sample, SampleIs is) {
  if (sample.starts_with("\xEF\xBB\xBF"sv)) return TextEncoding{"UTF-8", 3};
  if (sample.starts_with("\xFF\xFE"sv)) return TextEncoding{"UTF-16LE", 2};
  if (sample.starts_with("\xFE\xFF"sv)) return TextEncoding{"UTF-16BE", 2};
  std::string kept(sample);
  const bool has_zeros = sample.find('\0') != std::string_view::npos;
  if (has_zeros) {
    if (const char* name = utf16_by_zeros(sample, is)) return TextEncoding{name};
    kept.erase(std::remove(kept.begin(), kept.end(), '\0'), kept.end());
    const auto zeros = static_cast<double>(sample.size() - kept.size());
    if (zeros > kMostZeros * static_cast<double>(sample.size())) return std::nullopt;
  }
  if (kept.empty()) return std::nullopt;
  if (is_text_in("UTF-8", kept, is, PrivateUse::is_text))
    return TextEncoding{"UTF-8", 0, has_zeros};
  if (const char* name = chinese_encoding(kept, is)) return TextEncoding{name, 0, has_zeros};
  return std::nullopt;
}

}  // namespace biaoshen
