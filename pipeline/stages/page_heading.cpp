#include "pipeline/stages/page_heading.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kHead = 8;         // lines at the top that count as heading
constexpr std::size_t kTitleWithin = 5;  // a new document shows its title among these
constexpr std::size_t kLongTitle = 150;  // bytes: 50 ideographs
constexpr std::size_t kLongestHeading = 240;
constexpr float kLarger = 1.15f;
constexpr float kLarge = 1.4f;
constexpr float kAsLarge = 0.95f;

float median_size(const Page& page) {
  std::vector<float> sizes;
  for (const Line& line : page.lines)
    if (line.size > 0) sizes.push_back(line.size);
  if (sizes.empty()) return 0;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(sizes.size() / 2), sizes.end());
  return sizes[sizes.size() / 2];
}

bool is_centred(const Page& page, const Line& line) {
  if (line.first >= line.last || page.width <= 0) return false;
  const auto* first = std::get_if<OnPage>(&page.words[line.first].place);
  const auto* last = std::get_if<OnPage>(&page.words[line.last - 1].place);
  if (first == nullptr || last == nullptr) return false;
  const float middle = (first->box.left + last->box.right) / 2;
  return std::abs(middle - page.width / 2) < 0.08f * page.width &&
         first->box.left > 0.12f * page.width;
}

// 五、 （三） 3.1 第二章: a section of the document at hand, not a new document.
bool is_numbered(std::string_view bare) {
  constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五",
                                            "六", "七", "八", "九", "十"};
  if (bare.starts_with("第") || bare.starts_with("(")) return true;
  if (!bare.empty() && bare[0] >= '0' && bare[0] <= '9') return true;
  return std::any_of(std::begin(kNumerals), std::end(kNumerals), [&](std::string_view n) {
    return bare.starts_with(n) && bare.substr(n.size()).starts_with("、");
  });
}

bool is_sentence(std::string_view bare) {
  return bare.ends_with(";") || bare.ends_with(":") || contains(bare, "。") ||
         contains(bare, ",") || contains(bare, "....") || contains(bare, "…");
}

bool stands_out(const Page& page, const Line& line, float text_size) {
  if (text_size > 0 && line.size >= kLarger * text_size) return true;
  if (is_centred(page, line)) return true;
  return page.width <= 0 || text_size == 0;  // without geometry nothing speaks against it
}

bool is_flow(const Page& page) {
  return !page.words.empty() && std::holds_alternative<InFlow>(page.words.front().place);
}

// Neither a row of a table, a numbered section nor a sentence.
bool is_short_title(std::string_view bare, std::string_view print) {
  return bare.size() <= kLongTitle && !contains(print, "\t") && !is_numbered(bare) &&
         !is_sentence(bare);
}

}  // namespace

std::vector<HeadingLine> heading_lines(const Page& page) {
  const float text_size = median_size(page);
  std::vector<HeadingLine> lines;
  std::size_t seen = 0;
  float first_size = 0;  // of the title that a page of a flow begins with
  for (const Line& line : page.lines) {
    const std::string_view print = page.line_text(line);
    std::string text = bare(print);
    if (text.empty()) continue;
    ++seen;
    const bool large = text_size > 0 && line.size >= kLarge * text_size;
    if (text.size() > kLongestHeading || is_sentence(text)) continue;
    const bool is_short = is_short_title(text, print);
    const bool below = is_short && first_size > 0 && line.size >= kAsLarge * first_size;
    if (seen > kHead && !large && !below) continue;
    const bool title = seen <= kTitleWithin && is_short && stands_out(page, line, text_size);
    const bool is_larger = text_size > 0 && line.size >= kLarger * text_size;
    if (first_size == 0 && title && is_larger && is_flow(page)) first_size = line.size;
    lines.push_back({std::move(text), std::string(print), title, below});
  }
  return lines;
}

}  // namespace biaoshen
