#include "extractors/readers/pictures/torn_cells.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr float kStrip = 1.2f;  // letters: blanks between words are narrower
constexpr std::size_t kEnoughRows = 2;
constexpr std::size_t kManyRows = 4;      // with gaps anywhere
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

// Lines of "label:   value" whose values do not begin at the same place.
bool has_gaps_in_most_rows(const std::vector<Box>& words, const std::vector<Interval>& all_rows,
                           float letter) {
  std::size_t with_gap = 0;
  for (const Interval& row : all_rows) {
    std::vector<Box> in_row;
    for (const Box& word : words) {
      const float middle = (word.top + word.bottom) / 2;
      if (middle >= row.from && middle <= row.to) in_row.push_back(word);
    }
    if (!in_row.empty() && !strips(in_row, letter).empty()) ++with_gap;
  }
  return all_rows.size() >= kManyRows && with_gap * 2 > all_rows.size();
}

}  // namespace

bool is_torn(std::vector<Box> words, float letter) {
  if (words.size() < 2 * kEnoughRows || words.size() > kMostWords || letter <= 0) return false;
  const std::vector<Interval> all_rows = rows(words);
  if (all_rows.size() < kEnoughRows) return false;
  if (has_gaps_in_most_rows(words, all_rows, letter)) return true;
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
