#include "extractors/pictures/straighten.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "extractors/pictures/bright_quad.h"
#include "extractors/pictures/reduced_picture.h"
#include "extractors/pictures/warped_picture.h"

namespace biaoshen {
namespace {

constexpr double kTolerated = 0.3;  // degrees that recognition does not mind
constexpr double kMost = 8;         // degrees looked at to either side

// Ink and edges, without what comes in from the rim: shadows, the lid of the scanner.
PixPtr ink(const Pix& picture) {
  const Plane plane = reduced_grey(picture, factor_for(picture, 1000), Keep::mean);
  if (plane.width < 50 || plane.height < 50) return nullptr;
  PixPtr bits = darker_than(plane, local_mean(plane, 15), 218);
  if (bits) bits.reset(pixRemoveBorderConnComps(bits.get(), 8));
  return bits;
}

struct Skew {
  double degrees = 0;  // clockwise
  double confidence = 0;
};
Skew skew_of(Pix* bits) {
  float angle = 0, confidence = 0, end_score = 0;
  if (pixFindSkewSweepAndSearchScore(bits, &angle, &confidence, &end_score, 2, 1, 0, kMost, 0.5f,
                                     0.02f) != 0)
    return {};
  return {-static_cast<double>(angle), static_cast<double>(confidence)};
}

PixPtr half_of(Pix* bits, bool is_lower) {
  const int half = pixGetHeight(bits) / 2;
  ::Box* box = boxCreate(0, is_lower ? half : 0, pixGetWidth(bits), half);
  PixPtr part(pixClipRectangle(bits, box, nullptr));
  boxDestroy(&box);
  return part;
}

// The skew, if the whole picture says it plainly, or less plainly but both its halves agree.
// Photographs and drawings have a best angle too; theirs is hardly better than any other.
double believed_skew(const Pix& picture) {
  constexpr double kPlain = 2.5, kHint = 1.4, kAgreement = 0.5;
  const PixPtr bits = ink(picture);
  if (!bits) return 0;
  const Skew whole = skew_of(bits.get());
  if (std::abs(whole.degrees) < kTolerated || std::abs(whole.degrees) > kMost - 0.5) return 0;
  if (whole.confidence >= kPlain) return whole.degrees;
  if (whole.confidence < kHint) return 0;
  for (const bool is_lower : {false, true}) {
    const PixPtr half = half_of(bits.get(), is_lower);
    if (!half || std::abs(skew_of(half.get()).degrees - whole.degrees) > kAgreement) return 0;
  }
  return whole.degrees;
}

// From a picture turned upright, large enough to hold all of it, to the one given.
struct Turn {
  PixelMap to_original;
  int width = 0, height = 0;
};
Turn turn_back(double clockwise, int width, int height) {
  const double angle = clockwise * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
  Turn turn;
  turn.width = static_cast<int>(std::ceil(width * c + height * std::abs(s)));
  turn.height = static_cast<int>(std::ceil(height * c + width * std::abs(s)));
  const double x = turn.width / 2.0, y = turn.height / 2.0;
  const double m[9] = {c, -s, width / 2.0 - c * x + s * y, s, c, height / 2.0 - s * x - c * y, 0,
                       0, 1};
  std::copy(std::begin(m), std::end(m), std::begin(turn.to_original.m));
  return turn;
}

double length(const PicturePoint& a, const PicturePoint& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool is_level(const Quad& quad) {
  const auto off = [](double along, double aside) {
    return std::abs(std::atan2(aside, along)) * 180 / std::numbers::pi;
  };
  return std::max({off(quad[1].x - quad[0].x, quad[1].y - quad[0].y),
                   off(quad[2].x - quad[3].x, quad[2].y - quad[3].y),
                   off(quad[3].y - quad[0].y, quad[3].x - quad[0].x),
                   off(quad[2].y - quad[1].y, quad[2].x - quad[1].x)}) < 0.5;
}

StraightPicture rectify(const Pix& picture, const Quad& quad) {
  StraightPicture straight;
  const double width = std::round(std::max(length(quad[0], quad[1]), length(quad[3], quad[2])));
  const double height = std::round(std::max(length(quad[0], quad[3]), length(quad[1], quad[2])));
  straight.to_original = rectangle_to(quad, width, height);
  straight.pix =
      warped(picture, straight.to_original, static_cast<int>(width), static_cast<int>(height));
  straight.is_rectified = straight.pix != nullptr;
  return straight;
}

}  // namespace

StraightPicture straighten(const Pix& picture) {
  StraightPicture straight;
  const std::optional<Quad> quad = bright_quad(picture);
  if (quad && !is_level(*quad)) straight = rectify(picture, *quad);
  const Pix& seen = straight.pix ? *straight.pix : picture;
  const double skew = believed_skew(seen);
  if (skew == 0) return straight;
  const Turn turn =
      turn_back(skew, pixGetWidth(const_cast<Pix*>(&seen)), pixGetHeight(const_cast<Pix*>(&seen)));
  const PixelMap to_original = straight.to_original * turn.to_original;
  PixPtr turned = warped(picture, to_original, turn.width, turn.height);
  if (!turned) return straight;
  straight.pix = std::move(turned);
  straight.to_original = to_original;
  straight.skew = skew;
  return straight;
}

}  // namespace biaoshen
