#include "extractors/readers/ofd/ofd_shapes.h"

#include <algorithm>
#include <cmath>

namespace biaoshen {
namespace {

constexpr std::size_t kMostRulings = 20'000;  // a drawing, not a table, beyond this
constexpr std::size_t kMostFills = 5000;      // of a page
constexpr double kThin = 3;                   // points; a filled rectangle this thin is a ruling
constexpr double kShortest = 6;               // points; shorter strokes are parts of letters

bool is_rectangle(const OfdSubpath& path) {
  if (!path.is_straight || path.points.size() > 6) return false;
  for (std::size_t i = 1; i < path.points.size(); ++i)
    if (path.points[i].x != path.points[i - 1].x && path.points[i].y != path.points[i - 1].y)
      return false;
  return true;
}

OfdBox extent_of(const OfdSubpath& path) {
  double left = path.points[0].x, top = path.points[0].y, right = left, bottom = top;
  for (const OfdPoint& p : path.points) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  }
  return {left, top, right - left, bottom - top};
}

void add_ruling(const OfdMatrix& to_page, OfdPoint from, OfdPoint to, PageWalk& walk) {
  if (walk.rulings.size() >= kMostRulings) return;
  const OfdPoint a = to_page.apply(from), b = to_page.apply(to);
  const double across = std::abs(a.x - b.x), down = std::abs(a.y - b.y);
  const bool is_horizontal = down < 1 && across >= kShortest;
  if (!is_horizontal && !(across < 1 && down >= kShortest)) return;
  const auto [low, high] = is_horizontal ? std::minmax(a.x, b.x) : std::minmax(a.y, b.y);
  const double at = is_horizontal ? (a.y + b.y) / 2 : (a.x + b.x) / 2;
  walk.rulings.push_back(
      {is_horizontal, static_cast<float>(at), static_cast<float>(low), static_cast<float>(high)});
}

void stroke(const OfdSubpath& subpath, const OfdMatrix& to_page, PageWalk& walk) {
  if (!is_rectangle(subpath)) ++walk.strokes;
  for (std::size_t i = 1; subpath.is_straight && i < subpath.points.size(); ++i)
    add_ruling(to_page, subpath.points[i - 1], subpath.points[i], walk);
}

void fill(const OfdSubpath& subpath, const OfdShape& shape, OfdSheet& sheet) {
  if (!is_rectangle(subpath)) ++sheet.walk.outlines;
  const OfdBox extent = extent_of(subpath);
  const Box area = shape.to_page.apply(extent);
  const double x = extent.left + extent.width / 2, y = extent.top + extent.height / 2;
  if (is_rectangle(subpath) && height(area) <= kThin)
    add_ruling(shape.to_page, {extent.left, y}, {extent.left + extent.width, y}, sheet.walk);
  else if (is_rectangle(subpath) && width(area) <= kThin)
    add_ruling(shape.to_page, {x, extent.top}, {x, extent.top + extent.height}, sheet.walk);
  else if (!shape.is_white && sheet.fills.size() < kMostFills)
    sheet.fills.push_back(area);
}

}  // namespace

void ofd_draw(std::string_view abbreviated_path, const OfdShape& shape, OfdSheet& sheet) {
  for (const OfdSubpath& subpath : ofd_path(abbreviated_path)) {
    if (shape.is_stroked) stroke(subpath, shape.to_page, sheet.walk);
    if (shape.is_filled) fill(subpath, shape, sheet);
  }
}

}  // namespace biaoshen
