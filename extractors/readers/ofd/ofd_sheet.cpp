#include "extractors/readers/ofd/ofd_sheet.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr float kHidesPage = 0.7f;  // share of the page

template <typename T>
void append(const std::vector<T>& more, std::vector<T>& all) {
  all.insert(all.end(), more.begin(), more.end());
}

bool holds(const Box& box, float x, float y) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

bool has_middle_in(const Box& box, const Box& around) {
  return holds(around, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

}  // namespace

void ofd_add(const OfdSheet& lower, OfdSheet& sheet) {
  append(lower.walk.words, sheet.walk.words);
  append(lower.walk.rulings, sheet.walk.rulings);
  append(lower.walk.images, sheet.walk.images);
  append(lower.parts, sheet.parts);
  append(std::vector<std::size_t>(lower.under.size(), 0), sheet.under);
  append(lower.hidden_words, sheet.hidden_words);
  append(lower.white_words, sheet.white_words);
  append(lower.fills, sheet.fills);
  sheet.walk.characters += lower.walk.characters;
  sheet.walk.unexplained += lower.walk.unexplained;
  sheet.walk.hidden_characters += lower.walk.hidden_characters;
  sheet.walk.outlines += lower.walk.outlines;
  sheet.walk.strokes += lower.walk.strokes;
  sheet.walk.patterns += lower.walk.patterns;
  if (sheet.missing.empty()) sheet.missing = lower.missing;
  sheet.text_bytes += lower.text_bytes;
  sheet.watermarks += lower.watermarks;
}

void ofd_settle(OfdSheet& sheet) {
  PageWalk& walk = sheet.walk;
  for (OfdWhiteWord& white : std::exchange(sheet.white_words, {})) {
    const bool is_seen = std::any_of(sheet.fills.begin(), sheet.fills.end(), [&](const Box& fill) {
      return has_middle_in(white.word.box, fill);
    });
    (is_seen ? walk.characters : walk.hidden_characters) += white.characters;
    (is_seen ? walk.words : sheet.hidden_words).push_back(std::move(white.word));
  }
  const Box paper{0, 0, walk.width, walk.height};
  std::erase_if(walk.words, [&](PrintedWord& word) {
    if (has_middle_in(word.box, paper)) return false;
    const std::size_t characters = std::min(count_code_points(word.text), walk.characters);
    walk.characters -= characters;
    walk.hidden_characters += characters;
    return true;
  });
  for (std::size_t i = 0; i < walk.images.size(); ++i) {
    const DrawnImage& drawn = walk.images[i];
    Box& shown = walk.images[i].shown;
    shown = {std::max(shown.left, 0.0f), std::max(shown.top, 0.0f),
             std::min(shown.right, walk.width), std::min(shown.bottom, walk.height)};
    if (!(shown.left < shown.right && shown.top < shown.bottom)) shown = {};
    // Some scanners print what they recognised first and lay the picture over it.
    if (drawn.is_opaque && width(shown) * height(shown) > kHidesPage * walk.width * walk.height)
      walk.covered = std::max(walk.covered, std::min(sheet.under[i], walk.characters));
  }
}

}  // namespace biaoshen
