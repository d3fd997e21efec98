#include "pipeline/stages/whole_words.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace biaoshen {
namespace {

std::optional<Box> box_of(const Word& word, std::uint32_t image) {
  if (const auto* on = std::get_if<OnPage>(&word.place); on != nullptr && image == 0)
    return on->box;
  if (const auto* in = std::get_if<InImage>(&word.place); in != nullptr && in->image == image)
    return in->box;
  return std::nullopt;
}

// From where to where a word reaches along the axis that is cut.
struct Reach {
  float from, to;
};

// A left or top edge, moved from `at`: words that it cuts through and that show by half are taken
// in, by at most `grow`; the others are left out, as far as `kept` allows.
float low_edge(float at, float kept, float grow, const std::vector<Reach>& reaches) {
  float taken = at, left = at;
  for (const Reach& word : reaches) {
    if (word.from >= at || word.to <= at) continue;
    const bool is_taken = word.to - at >= (word.to - word.from) / 2 || word.to > kept;
    if (is_taken && at - word.from <= grow) taken = std::min(taken, word.from);
    if (!is_taken) left = std::max(left, word.to);
  }
  return taken < at ? taken : std::min(left, kept);
}

std::vector<Reach> mirrored(std::vector<Reach> reaches) {
  for (Reach& word : reaches) word = {-word.to, -word.from};
  return reaches;
}

float high_edge(float at, float kept, float grow, const std::vector<Reach>& reaches) {
  return -low_edge(-at, -kept, grow, mirrored(reaches));
}

}  // namespace

Box whole_words(const Box& around, const Box& kept, const Page& page, std::uint32_t image) {
  std::vector<Reach> upright, across;
  for (const Word& word : page.words) {
    const auto box = box_of(word, image);
    if (!box || box->right <= around.left || box->left >= around.right ||
        box->bottom <= around.top || box->top >= around.bottom)
      continue;
    upright.push_back({box->top, box->bottom});
    // A line above or below may begin and end where it likes.
    if (box->bottom > kept.top && box->top < kept.bottom) across.push_back({box->left, box->right});
  }
  const float line = height(kept);
  return {low_edge(around.left, kept.left, 6 * line, across),
          low_edge(around.top, kept.top, line, upright),
          high_edge(around.right, kept.right, 6 * line, across),
          high_edge(around.bottom, kept.bottom, line, upright)};
}

}  // namespace biaoshen
