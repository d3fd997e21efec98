#include "extractors/readers/doc/doc_formats.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr std::size_t kPage = 512;
constexpr std::size_t kParagraphEntry = 13;
constexpr std::size_t kNone = ~std::size_t{0};

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  return static_cast<std::uint32_t>(number_at(bytes, at, count, ByteOrder::little));
}

}  // namespace

DocFormats::DocFormats(const ByteSource& main, std::string_view table, DocFormatOf of)
    : main_(main), of_(of), loaded_(kNone) {
  const std::size_t count = table.size() < 4 ? 0 : (table.size() - 4) / 8;
  for (std::size_t i = 0; i <= count && count > 0; ++i) begins_.push_back(number(table, i * 4, 4));
  for (std::size_t i = 0; i < count; ++i)
    pages_.push_back(number(table, (count + 1) * 4 + i * 4, 4) & 0x3FFFFF);
}

void DocFormats::load(std::size_t page) {
  if (loaded_ == page) return;
  page_ = main_.read(std::uint64_t{pages_[page]} * kPage, kPage);
  page_.resize(kPage);
  loaded_ = page;
}

const DocFormat& DocFormats::at(std::uint64_t byte) {
  if (format_.begin <= byte && byte < format_.end) return format_;
  format_ = {};
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), byte);
  if (after == begins_.begin() || after == begins_.end()) return format_;
  load(static_cast<std::size_t>(after - begins_.begin()) - 1);
  const std::size_t count = number(page_, kPage - 1, 1);
  for (std::size_t i = 0; i < count && (i + 2) * 4 < kPage; ++i) {
    if (byte >= number(page_, i * 4, 4) && byte < number(page_, i * 4 + 4, 4)) {
      format_ = entry(i, count);
      break;
    }
  }
  return format_;
}

DocFormat DocFormats::entry(std::size_t index, std::size_t count) const {
  DocFormat format;
  format.begin = number(page_, index * 4, 4);
  format.end = number(page_, index * 4 + 4, 4);
  const std::size_t width = of_ == DocFormatOf::letters ? 1 : kParagraphEntry;
  std::size_t at = std::size_t{number(page_, (count + 1) * 4 + index * width, 1)} * 2;
  if (at == 0) return format;
  std::size_t size = number(page_, at, 1);
  ++at;
  if (of_ == DocFormatOf::letters) {
    format.changes = slice(page_, at, size);
    return format;
  }
  // Counted in words; where the byte is zero, the next one counts.
  size = size != 0 ? size * 2 - 1 : std::size_t{number(page_, at++, 1)} * 2;
  const std::string_view list = slice(page_, at, size);
  format.style = static_cast<std::uint16_t>(number(list, 0, 2));
  format.changes = list.size() > 2 ? list.substr(2) : std::string_view();
  return format;
}

}  // namespace biaoshen
