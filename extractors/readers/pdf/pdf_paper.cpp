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
constexpr std::size_t kFewAreas = 32;  // that each question may go through

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
}

std::size_t Paper::column(float x) const {
  return static_cast<std::size_t>(std::clamp(x / side_, 0.0f, static_cast<float>(columns_)));
}

std::size_t Paper::row(float y) const {
  return static_cast<std::size_t>(std::clamp(y / side_, 0.0f, static_cast<float>(rows_)));
}

void Paper::paint(const Box& box, Ground ground, const Colour& colour, bool is_opaque,
                  std::uint32_t step) {
  if (!is_known_ || columns_ == 0 || !(width(box) >= kLeastSide) || !(height(box) >= kLeastSide))
    return;
  // Spots of which the middle lies in the box.
  const std::size_t left = column(box.left + side_ / 2), right = column(box.right + side_ / 2);
  const std::size_t top = row(box.top + side_ / 2), bottom = row(box.bottom + side_ / 2);
  effort_ += (right - left) * (bottom - top);
  if (effort_ > kMostEffort) {
    is_known_ = false;
    return;
  }
  const Area area{left,
                  top,
                  std::min(right, columns_),
                  std::min(bottom, rows_),
                  is_opaque,
                  {ground, colour, is_opaque ? step : 0}};
  if (!spots_.empty()) return spread(area);
  areas_.push_back(area);
  if (areas_.size() <= kFewAreas) return;
  spots_.resize(columns_ * rows_);
  for (const Area& one : areas_) spread(one);
  areas_.clear();
}

void Paper::spread(const Area& area) {
  for (std::size_t y = area.top; y < area.bottom; ++y)
    for (std::size_t x = area.left; x < area.right; ++x) {
      Spot& spot = spots_[y * columns_ + x];
      spot.ground = area.spot.ground;
      spot.colour = area.spot.colour;
      if (area.is_opaque) spot.hidden_at = area.spot.hidden_at;
    }
}

// What the last area left there, and when the last opaque one was laid over it.
Paper::Spot Paper::top_of_areas(std::size_t column, std::size_t row) const {
  Spot spot;
  bool is_found = false;
  for (auto area = areas_.rbegin(); area != areas_.rend(); ++area) {
    if (!area->has(column, row)) continue;
    if (!is_found) spot = area->spot;
    is_found = true;
    if (!area->is_opaque) continue;
    spot.hidden_at = area->spot.hidden_at;
    break;
  }
  return spot;
}

Paper::Spot Paper::at(float x, float y) const {
  const std::size_t c = column(x), r = row(y);
  if (!is_known_ || c >= columns_ || r >= rows_) return {Ground::unknown, {}, 0};
  return spots_.empty() ? top_of_areas(c, r) : spots_[r * columns_ + c];
}

}  // namespace biaoshen
