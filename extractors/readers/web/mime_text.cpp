#include "extractors/readers/web/mime_text.h"

#include <unicode/ucnv.h>

#include <memory>

#include "extractors/readers/text_encoding.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

std::string decoded_text(std::string_view bytes, std::string_view charset) {
  const auto seen =
      detect_encoding(bytes.substr(0, kEncodingSample),
                      bytes.size() > kEncodingSample ? SampleIs::cut : SampleIs::whole);
  std::string name = seen ? seen->name : "gb18030";
  if (seen && seen->mark > 0) bytes.remove_prefix(seen->mark);
  const bool is_certain = seen && (seen->mark > 0 || name.starts_with("UTF"));
  if (!is_certain && !charset.empty())
    name = charset.starts_with("gb") ? "gb18030" : std::string(charset);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return std::string(bytes);
  std::string text(3 * bytes.size() + 16, '\0');
  const int32_t size =
      ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(), static_cast<int32_t>(text.size()),
                         bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  text.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(size));
  return text;
}

bool write_lines(std::string_view text, const FlowPages& pages, DocxFlow& flow) {
  const std::size_t most = pages.limits().page_text / 2;
  bool is_whole = true;
  for (std::string_view line : split(text, '\n')) {
    if (pages.is_full()) return false;
    line = trim(line);
    if (line.empty()) continue;
    is_whole = is_whole && line.size() <= most;
    DocxParagraph paragraph;
    paragraph.number = flow.next_paragraph();
    paragraph.text = clean_utf8(line.substr(0, most));
    flow.paragraph(std::move(paragraph));
  }
  return is_whole;
}

}  // namespace biaoshen
