#include "extractors/pictures/seals.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "extractors/pictures/red_ink.h"
#include "extractors/pictures/ring_finder.h"

namespace biaoshen {
namespace {

constexpr int kInk = 22;  // mean redness of a block that a stamp's line crosses

// Box of the ring in the plane.
Box box_of(const Ring& ring) {
  const double c = std::cos(ring.turn), s = std::sin(ring.turn);
  const double w = std::hypot(ring.along * c, ring.across * s),
               h = std::hypot(ring.along * s, ring.across * c);
  return {static_cast<float>(ring.x - w), static_cast<float>(ring.y - h),
          static_cast<float>(ring.x + w + 1), static_cast<float>(ring.y + h + 1)};
}

// In pixels of the picture, with half a block around, cut where the picture ends.
SeenSeal seal_at(const Box& box, bool is_round, const Plane& plane, const Pix& picture) {
  const auto f = static_cast<float>(plane.factor);
  const auto w = static_cast<float>(pixGetWidth(const_cast<Pix*>(&picture))),
             h = static_cast<float>(pixGetHeight(const_cast<Pix*>(&picture)));
  SeenSeal seal;
  seal.is_round = is_round;
  const Box whole{(box.left - 0.5f) * f, (box.top - 0.5f) * f, (box.right + 0.5f) * f,
                  (box.bottom + 0.5f) * f};
  seal.box = {std::max(whole.left, 0.0f), std::max(whole.top, 0.0f), std::min(whole.right, w),
              std::min(whole.bottom, h)};
  seal.is_cut = width(seal.box) < 0.97f * width(whole) || height(seal.box) < 0.97f * height(whole);
  return seal;
}

// What is inked and in none of the boxes, closed into pieces.
std::vector<Box> pieces_outside(const Plane& ink, const std::vector<Box>& boxes) {
  const Plane limit{ink.width, ink.height, ink.factor,
                    std::vector<std::uint8_t>(ink.pixels.size(), kInk)};
  PixPtr bits = darker_than(ink, limit, 256);
  std::vector<Box> pieces;
  if (!bits) return pieces;
  pixInvert(bits.get(), bits.get());
  for (const Box& box : boxes)
    pixRasterop(bits.get(), static_cast<int>(box.left), static_cast<int>(box.top),
                static_cast<int>(width(box)) + 1, static_cast<int>(height(box)) + 1, PIX_CLR,
                nullptr, 0, 0);
  PixPtr closed(pixCloseSafeBrick(nullptr, bits.get(), 7, 7));
  Boxa* places = pixConnComp(closed.get(), nullptr, 8);
  for (int i = 0; i < boxaGetCount(places) && pieces.size() < 200; ++i) {
    int x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(places, i, &x, &y, &w, &h);
    if (w < 14 || h < 14) continue;
    pieces.push_back({static_cast<float>(x), static_cast<float>(y), static_cast<float>(x + w),
                      static_cast<float>(y + h)});
  }
  boxaDestroy(&places);
  return pieces;
}

struct Candidate {
  Box box;  // in the plane
  double worth = 0;
};

// The part of the plane around a piece, made taller so that an oval lying on its side is round.
constexpr double kOval = 4.0 / 3;  // of the oval stamps in use, 40 mm by 30 mm
Plane made_round(const Plane& ink, const Box& part) {
  Plane tall;
  tall.width = static_cast<int>(width(part));
  tall.height = static_cast<int>(height(part) * kOval);
  for (int y = 0; y < tall.height; ++y)
    for (int x = 0; x < tall.width; ++x)
      tall.pixels.push_back(
          ink.at(static_cast<int>(part.left) + x, static_cast<int>(part.top + y / kOval)));
  return tall;
}

std::vector<Candidate> ovals_in(const Plane& ink, const Box& piece) {
  std::vector<Candidate> ovals;
  if (width(piece) < 1.1f * height(piece) || height(piece) < 16) return ovals;
  const float room = 6;
  const Box part{std::max(piece.left - room, 0.0f), std::max(piece.top - room, 0.0f),
                 std::min(piece.right + room, static_cast<float>(ink.width)),
                 std::min(piece.bottom + room, static_cast<float>(ink.height))};
  const Plane tall = made_round(ink, part);
  for (const Ring& ring : find_rings(tall, kInk, 12, std::min(tall.width, tall.height) * 11 / 20)) {
    const Box box = box_of(ring);
    const auto flat = static_cast<float>(kOval);
    ovals.push_back({{part.left + box.left, part.top + box.top / flat, part.left + box.right,
                      part.top + box.bottom / flat},
                     ring.worth});
  }
  return ovals;
}

// How much of the smaller box the other covers.
float covered(const Box& a, const Box& b) {
  const float w = std::min(a.right, b.right) - std::max(a.left, b.left);
  const float h = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  if (w <= 0 || h <= 0) return 0;
  return w * h / std::min(width(a) * height(a), width(b) * height(b));
}

// Circles and ovals, each where it is drawn best: the writing of an oval makes a poor circle.
std::vector<Candidate> round_seals(const Plane& ink) {
  constexpr double kSure = 1.85;
  const int smaller = std::min(ink.width, ink.height);
  std::vector<Candidate> all;
  std::vector<Box> sure;
  for (const Ring& ring : find_rings(ink, kInk, std::max(10, smaller / 40), smaller * 11 / 20)) {
    all.push_back({box_of(ring), ring.worth});
    if (ring.worth >= kSure) sure.push_back(all.back().box);
  }
  for (const Box& piece : pieces_outside(ink, sure)) {
    const std::vector<Candidate> ovals = ovals_in(ink, piece);
    all.insert(all.end(), ovals.begin(), ovals.end());
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
  std::vector<Candidate> kept;
  for (const Candidate& candidate : all)
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Candidate& k) { return covered(k.box, candidate.box) > 0.5f; }))
      kept.push_back(candidate);
  return kept;
}

// How much of the straight line between two points is inked, a pixel aside counted.
double drawn_between(const Plane& ink, double x0, double y0, double x1, double y1) {
  const int steps = static_cast<int>(std::max(std::abs(x1 - x0), std::abs(y1 - y0)));
  int hits = 0;
  for (int i = 0; i <= steps; ++i) {
    const int x = static_cast<int>(std::lround(x0 + (x1 - x0) * i / std::max(steps, 1))),
              y = static_cast<int>(std::lround(y0 + (y1 - y0) * i / std::max(steps, 1)));
    bool is_hit = false;
    for (int d = -1; d <= 1; ++d) {
      const bool is_level = std::abs(x1 - x0) > std::abs(y1 - y0);
      const int px = is_level ? x : x + d, py = is_level ? y + d : y;
      is_hit = is_hit ||
               (px >= 0 && py >= 0 && px < ink.width && py < ink.height && ink.at(px, py) >= kInk);
    }
    hits += is_hit;
  }
  return 1.0 * hits / (steps + 1);
}

// Four straight sides with writing in the same ink between them.
bool is_square_stamp(const Plane& ink, const Box& box) {
  const double w = width(box) - 1, h = height(box) - 1,
               smallest = 0.06 * std::min(ink.width, ink.height);
  if (std::min(w, h) < std::max(smallest, 14.0) ||
      std::max(w, h) > 0.35 * std::max(ink.width, ink.height) ||
      std::max(w, h) > 2.2 * std::min(w, h))
    return false;
  int inner = 0, area = 0;
  for (int y = static_cast<int>(box.top + 0.2 * h); y < box.bottom - 0.2 * h; ++y)
    for (int x = static_cast<int>(box.left + 0.2 * w); x < box.right - 0.2 * w; ++x)
      ++area, inner += ink.at(x, y) >= kInk;
  if (inner < 0.12 * area || inner > 0.85 * area) return false;
  const double x = box.left + w / 2, y = box.top + h / 2;
  for (int step = -5; step <= 5; ++step) {
    const double turn = step * std::numbers::pi / 90, c = std::cos(turn),
                 s = std::abs(std::sin(turn));
    // The sides of the turned rectangle whose upright box is this one.
    const double det = c * c - s * s, a = (w * c - h * s) / det / 2, b = (h * c - w * s) / det / 2;
    const double sn = std::sin(turn);
    const double cx[4] = {-a, a, a, -a}, cy[4] = {-b, -b, b, b};
    double least = 1;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t j = (i + 1) % 4;
      least =
          std::min(least, drawn_between(ink, x + cx[i] * c - cy[i] * sn, y + cx[i] * sn + cy[i] * c,
                                        x + cx[j] * c - cy[j] * sn, y + cx[j] * sn + cy[j] * c));
    }
    if (least > 0.75) return true;
  }
  return false;
}

}  // namespace

// A grey scan kept as colour differs between its channels by rounding alone; a colour scan of
// black print shows fringes, a pure black-and-white drawing in colour is as good as grey.
bool has_colour(const Pix& picture) {
  Pix* pix = const_cast<Pix*>(&picture);
  if (pixGetDepth(pix) != 32) return false;
  const std::size_t width = static_cast<std::size_t>(pixGetWidth(pix));
  std::uint64_t coloured = 0, all = 0;
  for (int y = 0; y < pixGetHeight(pix); y += 3) {
    const l_uint32* line =
        pixGetData(pix) + static_cast<std::size_t>(pixGetWpl(pix)) * static_cast<std::size_t>(y);
    for (std::size_t x = 0; x < width; x += 3, ++all) {
      const auto [least, most] =
          std::minmax({line[x] >> 24, line[x] >> 16 & 255, line[x] >> 8 & 255});
      coloured += most - least >= 16;
    }
  }
  return coloured * 2000 > all;
}

std::vector<SeenSeal> find_seals(const Pix& picture) {
  std::vector<SeenSeal> seals;
  if (!has_colour(picture)) return seals;
  const Plane ink = reduced_redness(picture, factor_for(picture, 480));
  if (std::min(ink.width, ink.height) < 32) return seals;
  const std::vector<Candidate> round = round_seals(ink);
  std::vector<Box> boxes;
  for (const Candidate& candidate : round) {
    boxes.push_back(candidate.box);
    seals.push_back(seal_at(candidate.box, true, ink, picture));
  }
  for (const Box& piece : pieces_outside(ink, boxes))
    if (is_square_stamp(ink, piece)) seals.push_back(seal_at(piece, false, ink, picture));
  std::stable_sort(seals.begin(), seals.end(), [](const SeenSeal& a, const SeenSeal& b) {
    return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.left < b.box.left;
  });
  return seals;
}

}  // namespace biaoshen
