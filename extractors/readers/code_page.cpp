#include "extractors/readers/code_page.h"

#include <unicode/ucnv.h>

#include <memory>

namespace biaoshen {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct CodePage {
  std::uint32_t number;
  const char* encoding;
};
constexpr CodePage kCodePages[] = {
    {936, "gb18030"},       {54936, "gb18030"},     {10008, "gb18030"},     {950, "Big5"},
    {932, "windows-932"},   {949, "windows-949"},   {1200, "UTF-16LE"},     {65001, "UTF-8"},
    {1250, "windows-1250"}, {1251, "windows-1251"}, {1253, "windows-1253"}, {1254, "windows-1254"},
};

}  // namespace

const char* encoding_of_code_page(std::uint32_t code_page) {
  for (const CodePage& known : kCodePages) {
    if (known.number == code_page) return known.encoding;
  }
  return "windows-1252";
}

std::u32string decoded(std::string_view bytes, const char* encoding) {
  std::u32string text;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return text;
  const char* in = bytes.data();
  const char* end = in + bytes.size();
  while (in < end) {
    status = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter.get(), &in, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    text += U_FAILURE(status) ? U'\uFFFD' : static_cast<char32_t>(c);
  }
  return text;
}

}  // namespace biaoshen
