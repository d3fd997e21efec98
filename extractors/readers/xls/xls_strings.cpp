#include "extractors/readers/xls/xls_strings.h"

#include <algorithm>
#include <utility>

#include "extractors/readers/byte_source.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint32_t kIsWide = 1, kHasMore = 4, kHasRuns = 8;

}  // namespace

XlsTexts::XlsTexts(std::string first, std::vector<std::string> more) {
  bodies_.push_back(std::move(first));
  for (std::string& body : more) bodies_.push_back(std::move(body));
}

bool XlsTexts::is_over() {
  while (body_ < bodies_.size() && at_ >= bodies_[body_].size()) {
    ++body_;
    at_ = 0;
  }
  return body_ == bodies_.size();
}

std::uint32_t XlsTexts::number(std::size_t bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes && !is_over(); ++i) {
    const auto byte = static_cast<unsigned char>(bodies_[body_][at_++]);
    value |= static_cast<std::uint32_t>(byte) << (8 * i);
  }
  return value;
}

void XlsTexts::skip(std::uint64_t bytes) {
  while (bytes > 0 && !is_over()) {
    const std::uint64_t here = std::min<std::uint64_t>(bytes, bodies_[body_].size() - at_);
    at_ += static_cast<std::size_t>(here);
    bytes -= here;
  }
}

std::string XlsTexts::text() {
  const std::uint32_t count = number(2), flags = number(1);
  const std::uint32_t runs = (flags & kHasRuns) != 0 ? number(2) : 0;
  const std::uint32_t more = (flags & kHasMore) != 0 ? number(4) : 0;
  std::string text = letters(count, flags);
  skip(std::uint64_t{runs} * 4 + more);
  return text;
}

std::string XlsTexts::letters(std::size_t count, std::uint32_t flags) {
  std::string text;
  char32_t lead = 0;
  for (; count > 0; --count) {
    const std::size_t body = body_;
    if (is_over()) break;
    if (body_ != body) flags = number(1);
    const std::uint32_t unit = number((flags & kIsWide) != 0 ? 2 : 1);
    if (unit >= 0xD800 && unit < 0xDC00) {
      lead = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000 && lead != 0) {
      append_utf8(text, 0x10000u + ((lead - 0xD800u) << 10) + (unit - 0xDC00u));
      lead = 0;
    } else {
      append_utf8(text, unit);
    }
  }
  return text;
}

}  // namespace biaoshen
