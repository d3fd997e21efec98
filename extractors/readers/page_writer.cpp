#include "extractors/readers/page_writer.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// A page of very short lines costs more in words than in text.
constexpr std::size_t kMostLines = 100'000;

}  // namespace

void PageWriter::word(std::string_view text, const Place& place, Origin origin) {
  if (trim(text).empty()) return;
  const std::uint32_t begin = mark();
  page_.text += text;
  std::replace(page_.text.begin() + begin, page_.text.end(), '\n', ' ');
  page_.words.push_back({begin, mark(), place, origin, 100});
}

void PageWriter::gap(char gap) {
  page_.text += gap;
}

void PageWriter::end_line(float size) {
  if (!line_has_words()) {
    page_.text.resize(begin_);
    return;
  }
  const auto last = static_cast<std::uint32_t>(page_.words.size());
  page_.lines.push_back({first_, last, begin_, mark(), size});
  page_.text += '\n';
  first_ = last;
  begin_ = mark();
}

void PageWriter::line(std::string_view text, const Place& place, float size, Origin origin) {
  word(text, place, origin);
  end_line(size);
}

bool PageWriter::fits(std::size_t more, const Limits& limits) const {
  return page_.text.size() + more + 1 <= limits.page_text && page_.lines.size() < kMostLines;
}

Page PageWriter::take() {
  first_ = begin_ = 0;
  return std::exchange(page_, Page{});
}

}  // namespace biaoshen
