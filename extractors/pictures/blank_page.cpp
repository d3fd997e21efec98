// Whether there is print at all. What is much darker than the paper around it and larger than
// dust is print. What is a little darker may be pale print or the ink of the other side; paper
// blurs the latter.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/pictures/page_signs.h"
#include "extractors/pictures/reduced_picture.h"

namespace biaoshen {
namespace {

struct Speck {
  int left, top, width, height;
};

// Pieces darker than share/256 of the paper around, off the rim and not of its shadow.
std::vector<Speck> specks(const Plane& plane, const Plane& paper, int share) {
  std::vector<Speck> found;
  PixPtr bits = darker_than(plane, paper, share);
  if (!bits) return found;
  const int rim_x = plane.width / 50 + 1, rim_y = plane.height / 50 + 1;
  PixPtr inner(pixRemoveBorderConnComps(bits.get(), 8));
  Boxa* boxes = inner ? pixConnComp(inner.get(), nullptr, 8) : nullptr;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    Speck s{};
    boxaGetBoxGeometry(boxes, i, &s.left, &s.top, &s.width, &s.height);
    const bool is_at_rim = s.left < rim_x || s.top < rim_y ||
                           s.left + s.width > plane.width - rim_x ||
                           s.top + s.height > plane.height - rim_y;
    if (!is_at_rim) found.push_back(s);
  }
  boxaDestroy(&boxes);
  return found;
}

// A millimetre is about three pixels here; dust and the holes of a punch are round and small or
// few.
bool has_print(const std::vector<Speck>& found) {
  int letters = 0, dots = 0;
  for (const Speck& s : found) {
    const int larger = std::max(s.width, s.height);
    letters += larger >= 7;
    dots += larger >= 4;
  }
  return letters >= 1 || dots >= 12;
}

// The steepest step over two pixels inside, as a share of the whole contrast there.
double sharpness(const Plane& whole, const Speck& s, int factor) {
  const int left = std::max(s.left * factor, 1),
            right = std::min((s.left + s.width) * factor, whole.width - 1);
  const int top = std::max(s.top * factor, 1),
            bottom = std::min((s.top + s.height) * factor, whole.height - 1);
  int least = 255, most = 0, steepest = 0;
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) {
      const int v = whole.at(x, y);
      least = std::min(least, v), most = std::max(most, v);
      steepest = std::max({steepest, std::abs(whole.at(x + 1, y) - whole.at(x - 1, y)),
                           std::abs(whole.at(x, y + 1) - whole.at(x, y - 1))});
    }
  return most - least < 12 ? 0 : 1.0 * steepest / (most - least);
}

bool has_sharp_print(const Pix& picture, const std::vector<Speck>& faint, int factor) {
  std::vector<double> all;
  const Plane whole = reduced_grey(picture, 1, Keep::mean);
  for (const Speck& s : faint)
    if (std::max(s.width, s.height) >= 5 && all.size() < 100)
      all.push_back(sharpness(whole, s, factor));
  if (all.size() < 6) return false;
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::nth_element(all.begin(), middle, all.end());
  return *middle > 0.75;
}

}  // namespace

bool is_blank(const Pix& picture) {
  Plane plane = reduced_grey(picture, factor_for(picture, 1000), Keep::mean);
  if (plane.width < 20 || plane.height < 20) return false;
  if (is_mostly_dark(plane))
    for (std::uint8_t& v : plane.pixels) v = static_cast<std::uint8_t>(255 - v);
  const Plane paper = local_mean(plane, 14);
  if (has_print(specks(plane, paper, 190))) return false;
  const std::vector<Speck> faint = specks(plane, paper, 238);
  return !has_sharp_print(picture, faint, plane.factor);
}

}  // namespace biaoshen
