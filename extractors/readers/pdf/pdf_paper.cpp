#include "extractors/readers/pdf/pdf_paper.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace biaoshen {
namespace {

constexpr std::size_t kMostSpots = 300'000;      // A4 has 125,000
constexpr std::size_t kMostEffort = 60'000'000;  // spots painted; half a second
constexpr float kLeastSide = 4;                  // points; what is thinner is a line
constexpr int kAlike = 10;

}  // namespace

bool are_alike(const Colour& a, const Colour& b) {
  return std::abs(a.red - b.red) <= kAlike && std::abs(a.green - b.green) <= kAlike &&
         std::abs(a.blue - b.blue) <= kAlike;
}

Paper::Paper(float width, float height) {
  if (!(width > 0) || !(height > 0)) return;
  side_ = std::max(side_, std::sqrt(width * height / static_cast<float>(kMostSpots)));
  columns_ = static_cast<std::size_t>(width / side_) + 1;
  rows_ = static_cast<std::size_t>(height / side_) + 1;
  if (columns_ > 4 * kMostSpots / rows_) columns_ = rows_ = 0;  // a page like a thread
  spots_.resize(columns_ * rows_);
}

std::size_t Paper::column(float x) const {
  return static_cast<std::size_t>(std::clamp(x / side_, 0.0f, static_cast<float>(columns_)));
}

std::size_t Paper::row(float y) const {
  return static_cast<std::size_t>(std::clamp(y / side_, 0.0f, static_cast<float>(rows_)));
}

void Paper::paint(const Box& box, Ground ground, const Colour& colour, bool is_opaque,
                  std::uint32_t step) {
  if (!is_known_ || !(width(box) >= kLeastSide) || !(height(box) >= kLeastSide)) return;
  // Spots of which the middle lies in the box.
  const std::size_t left = column(box.left + side_ / 2), right = column(box.right + side_ / 2);
  const std::size_t top = row(box.top + side_ / 2), bottom = row(box.bottom + side_ / 2);
  effort_ += (right - left) * (bottom - top);
  if (effort_ > kMostEffort) {
    is_known_ = false;
    return;
  }
  for (std::size_t y = top; y < std::min(bottom, rows_); ++y)
    for (std::size_t x = left; x < std::min(right, columns_); ++x) {
      Spot& spot = spots_[y * columns_ + x];
      spot.ground = ground;
      spot.colour = colour;
      if (is_opaque) spot.hidden_at = step;
    }
}

Paper::Spot Paper::at(float x, float y) const {
  const std::size_t c = column(x), r = row(y);
  if (!is_known_ || c >= columns_ || r >= rows_) return {Ground::unknown, {}, 0};
  return spots_[r * columns_ + c];
}

}  // namespace biaoshen
