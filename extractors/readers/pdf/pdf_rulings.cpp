#include "extractors/readers/pdf/pdf_rulings.h"

#include <poppler/GfxState.h>

#include <algorithm>
#include <cmath>

namespace biaoshen {
namespace {

constexpr std::size_t kMostRulings = 20000;  // a drawing, not a table, beyond this
constexpr double kThin = 3;                  // a filled rectangle this thin is a ruling
constexpr double kShortest = 6;              // shorter strokes are parts of letters or dots

void add_ruling(double x0, double y0, double x1, double y1, std::vector<Ruling>& rulings) {
  const double dx = std::abs(x1 - x0), dy = std::abs(y1 - y0);
  if (!std::isfinite(dx) || !std::isfinite(dy)) return;
  if (dy < 1 && dx >= kShortest)
    rulings.push_back({true, static_cast<float>((y0 + y1) / 2),
                       static_cast<float>(std::min(x0, x1)), static_cast<float>(std::max(x0, x1))});
  else if (dx < 1 && dy >= kShortest)
    rulings.push_back({false, static_cast<float>((x0 + x1) / 2),
                       static_cast<float>(std::min(y0, y1)), static_cast<float>(std::max(y0, y1))});
}

void add_segments(GfxState& state, const GfxSubpath& subpath, std::vector<Ruling>& rulings) {
  for (int i = 1; i < subpath.getNumPoints() && rulings.size() < kMostRulings; ++i) {
    if (subpath.getCurve(i)) continue;
    double x0, y0, x1, y1;
    state.transform(subpath.getX(i - 1), subpath.getY(i - 1), &x0, &y0);
    state.transform(subpath.getX(i), subpath.getY(i), &x1, &y1);
    add_ruling(x0, y0, x1, y1, rulings);
  }
}

void add_thin_rectangle(GfxState& state, const GfxSubpath& subpath, std::vector<Ruling>& rulings) {
  if (subpath.getNumPoints() < 4 || subpath.getNumPoints() > 6) return;
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  for (int i = 0; i < subpath.getNumPoints(); ++i) {
    if (subpath.getCurve(i)) return;
    double x, y;
    state.transform(subpath.getX(i), subpath.getY(i), &x, &y);
    left = std::min(left, x), right = std::max(right, x);
    top = std::min(top, y), bottom = std::max(bottom, y);
  }
  if (bottom - top <= kThin)
    add_ruling(left, (top + bottom) / 2, right, (top + bottom) / 2, rulings);
  if (right - left <= kThin)
    add_ruling((left + right) / 2, top, (left + right) / 2, bottom, rulings);
}

}  // namespace

bool is_rectangle(const GfxSubpath& path) {
  if (path.getNumPoints() > 6) return false;
  for (int i = 0; i < path.getNumPoints(); ++i)
    if (path.getCurve(i)) return false;
  for (int i = 1; i < path.getNumPoints(); ++i)
    if (path.getX(i) != path.getX(i - 1) && path.getY(i) != path.getY(i - 1)) return false;
  return true;
}

void add_rulings(GfxState& state, bool is_stroked, std::vector<Ruling>& rulings) {
  const GfxPath* path = state.getPath();
  for (int i = 0; path != nullptr && i < path->getNumSubpaths(); ++i) {
    if (rulings.size() >= kMostRulings) return;
    if (is_stroked)
      add_segments(state, *path->getSubpath(i), rulings);
    else
      add_thin_rectangle(state, *path->getSubpath(i), rulings);
  }
}

}  // namespace biaoshen
