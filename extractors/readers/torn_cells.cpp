#include "extractors/readers/torn_cells.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr float kStrip = 1.2f;  // letters: blanks between words are narrower
constexpr std::size_t kEnoughRows = 2;
constexpr std::size_t kMostWords = 2000;  // beyond, no cell of a table anyway

struct Interval {
  float from = 0, to = 0;
};

// The empty strips between the leftmost and the rightmost word, over all rows.
std::vector<Interval> strips(std::vector<Box> words, float letter) {
  std::sort(words.begin(), words.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  std::vector<Interval> found;
  float reached = words.front().right;
  for (const Box& word : words) {
    if (word.left - reached > kStrip * letter) found.push_back({reached, word.left});
    reached = std::max(reached, word.right);
  }
  return found;
}

// Rows as vertical intervals; words overlap theirs by half their height.
std::vector<Interval> rows(std::vector<Box> words) {
  std::sort(words.begin(), words.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  std::vector<Interval> found;
  for (const Box& word : words) {
    const float middle = (word.top + word.bottom) / 2;
    if (found.empty() || middle > found.back().to) found.push_back({word.top, word.bottom});
  }
  return found;
}

}  // namespace

bool is_torn(std::vector<Box> words, float letter) {
  if (words.size() < 2 * kEnoughRows || words.size() > kMostWords || letter <= 0) return false;
  const std::vector<Interval> all_rows = rows(words);
  if (all_rows.size() < kEnoughRows) return false;
  for (const Interval& strip : strips(words, letter)) {
    const auto has_both_sides = [&](const Interval& row) {
      bool left = false, right = false;
      for (const Box& word : words) {
        const float middle = (word.top + word.bottom) / 2;
        if (middle < row.from || middle > row.to) continue;
        left = left || word.right <= strip.from;
        right = right || word.left >= strip.to;
      }
      return left && right;
    };
    const auto torn = std::count_if(all_rows.begin(), all_rows.end(), has_both_sides);
    if (static_cast<std::size_t>(torn) >= kEnoughRows) return true;
  }
  return false;
}

}  // namespace biaoshen
