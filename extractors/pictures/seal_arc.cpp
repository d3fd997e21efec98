// The writing along the rim of a seal, as a straight strip. Seen from the middle, the rim is a
// band:
//
//   1.00 ── the line of the rim ──
//   0.95 ┐
//        │ the name, from the lower left over the top to the lower right
//   0.58 ┘
//   below: star, writing across, numbers
//
// The strip is cut open where the outer part of the band is empty for longest, downwards.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "extractors/pictures/red_ink.h"
#include "extractors/pictures/seals.h"

namespace biaoshen {
namespace {

constexpr int kDirections = 360;
constexpr int kInk = 40;

// The ellipse of a seal in the picture.
struct Oval {
  double x, y, across, down;
};
Oval oval_of(const SeenSeal& seal) {
  return {(seal.box.left + seal.box.right) / 2.0, (seal.box.top + seal.box.bottom) / 2.0,
          width(seal.box) / 2.0, height(seal.box) / 2.0};
}

// Redness at a direction (0: down, clockwise as seen) and a share of the radius.
struct Reader {
  const Pix& picture;
  Oval oval;
  int at(double degrees, double share) const {
    Pix* pix = const_cast<Pix*>(&picture);
    const double angle = (degrees + 90) * std::numbers::pi / 180;
    const double fx = oval.x + oval.across * share * std::cos(angle) - 0.5,
                 fy = oval.y + oval.down * share * std::sin(angle) - 0.5;
    const int x = static_cast<int>(std::floor(fx)), y = static_cast<int>(std::floor(fy));
    if (x < 0 || y < 0 || x + 1 >= pixGetWidth(pix) || y + 1 >= pixGetHeight(pix)) return 0;
    const l_uint32* upper =
        pixGetData(pix) + static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(y);
    const l_uint32* lower = upper + pixGetWpl(pix);
    const double right = fx - x, below = fy - y;
    return static_cast<int>(
        (redness(upper[x]) * (1 - right) + redness(upper[x + 1]) * right) * (1 - below) +
        (redness(lower[x]) * (1 - right) + redness(lower[x + 1]) * right) * below);
  }
};

// The box of a seal is right to a hundredth or two of its size; the strip needs it better. Where
// the line of the rim is drawn most completely there it is, and its radius is 1.
Oval centred_on_rim(const Pix& picture, const Oval& rough) {
  Oval best = rough;
  int most = 0;
  for (int dy = -3; dy <= 3; ++dy)
    for (int dx = -3; dx <= 3; ++dx) {
      const Oval moved{rough.x + dx * 0.01 * rough.across, rough.y + dy * 0.01 * rough.down,
                       rough.across, rough.down};
      const Reader reader{picture, moved};
      for (int r = 90; r <= 104; ++r) {
        int ink = 0;
        for (int d = 0; d < kDirections; d += 4) ink += std::min(reader.at(d, r / 100.0), 120);
        if (ink <= most) continue;
        most = ink;
        best = {moved.x, moved.y, rough.across * r / 100, rough.down * r / 100};
      }
    }
  return best;
}

// The share of directions with ink at each hundredth of the radius.
std::vector<double> ink_by_radius(const Reader& reader) {
  std::vector<double> share(101, 0);
  for (int r = 0; r <= 100; ++r)
    for (int d = 0; d < kDirections; ++d)
      share[static_cast<std::size_t>(r)] += reader.at(d, r / 100.0) > kInk ? 1.0 / kDirections : 0;
  return share;
}

// Inside the line of the rim, and inside a second line if there is one: hundredths of the radius.
int inner_edge_of_rim(const std::vector<double>& share) {
  int edge = 100;
  for (int r = 100; r >= 86; --r)
    if (share[static_cast<std::size_t>(r)] > 0.8) edge = r;
  while (edge > 70 && share[static_cast<std::size_t>(edge)] > 0.75) --edge;
  return edge - 1;
}

// Down to where the ring of writing ends: the emptiest radius in the range where that can be.
int inner_edge_of_writing(const std::vector<double>& share, int rim) {
  int best = rim - 30;
  for (int r = rim - 18; r >= rim - 42; --r)
    if (share[static_cast<std::size_t>(r)] < share[static_cast<std::size_t>(best)] - 0.01) best = r;
  return best;
}

struct Arc {
  int from = 0, to = 0;  // degrees from straight down, clockwise; `to` may pass 360
};

// The writing over the top: from the top both ways to the first long empty stretch.
Arc writing_over_the_top(const Reader& reader, int inner, int rim) {
  std::vector<bool> has_ink(kDirections);
  for (int d = 0; d < kDirections; ++d)
    for (int r = (inner + 2 * rim) / 3; r < rim - 1 && !has_ink[static_cast<std::size_t>(d)]; ++r)
      has_ink[static_cast<std::size_t>(d)] = reader.at(d, r / 100.0) > kInk;
  constexpr int kEmpty = 40, kTop = 180, kMargin = 5;
  const auto end = [&](int step) {
    int last = kTop;
    for (int i = 0; i < 176; ++i) {
      const int d = kTop + step * i;
      if (has_ink[static_cast<std::size_t>(d)]) last = d;
      if (std::abs(d - last) > kEmpty && i > 2 * kEmpty) break;
    }
    return last + step * kMargin;
  };
  return {end(-1), end(1)};
}

// Redness of the darkest strokes of the writing.
int full_ink(const Reader& reader, const Arc& arc, int middle) {
  std::vector<int> seen;
  for (int d = arc.from; d < arc.to; ++d)
    for (int r = middle - 8; r <= middle + 8; r += 2) seen.push_back(reader.at(d, r / 100.0));
  const auto at = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() * 9 / 10);
  std::nth_element(seen.begin(), at, seen.end());
  return std::max(*at, 30);
}

}  // namespace

PixPtr unrolled(const Pix& picture, const SeenSeal& seal) {
  if (pixGetDepth(const_cast<Pix*>(&picture)) != 32 || !seal.is_round || seal.is_cut)
    return nullptr;
  const Reader reader{picture, centred_on_rim(picture, oval_of(seal))};
  if (std::min(reader.oval.across, reader.oval.down) < 20) return nullptr;
  const std::vector<double> share = ink_by_radius(reader);
  const int rim = inner_edge_of_rim(share), inner = inner_edge_of_writing(share, rim);
  const Arc arc = writing_over_the_top(reader, inner, rim);
  if (arc.to - arc.from < 40) return nullptr;
  const double radius = (reader.oval.across + reader.oval.down) / 2;
  // As it stands, but at least the height that recognition reads at.
  const double scale = std::max(1.0, 48 / (radius * (rim - inner) / 100));
  const int high = static_cast<int>(radius * (rim - inner) / 100 * scale);
  const int wide = static_cast<int>(radius * (rim + inner) / 200 * (arc.to - arc.from) *
                                    std::numbers::pi / 180 * scale);
  if (high < 8 || wide < high || high > 2000 || wide > 20000) return nullptr;
  const int full = full_ink(reader, arc, (rim + inner) / 2);
  PixPtr strip(pixCreate(wide, high, 8));
  if (!strip) return nullptr;
  for (int y = 0; y < high; ++y)
    for (int x = 0; x < wide; ++x) {
      const double degrees = arc.from + (arc.to - arc.from) * (x + 0.5) / wide,
                   at = (rim - (rim - inner) * (y + 0.5) / high) / 100;
      pixSetPixel(strip.get(), x, y,
                  static_cast<l_uint32>(255 - std::min(255, reader.at(degrees, at) * 255 / full)));
    }
  return strip;
}

}  // namespace biaoshen
