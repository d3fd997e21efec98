#include "extractors/pictures/bright_quad.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "extractors/pictures/reduced_picture.h"

namespace biaoshen {
namespace {

// The threshold that parts light from dark best (Otsu), or none where they lie close together.
std::optional<int> light_from_dark(const Plane& plane) {
  std::array<double, 256> count{};
  for (const std::uint8_t v : plane.pixels) ++count[v];
  double all = 0, weight = 0, dark = 0, dark_weight = 0, best = -1;
  for (std::size_t v = 0; v < 256; ++v)
    all += count[v], weight += static_cast<double>(v) * count[v];
  int at = 0;
  double gap = 0;
  for (std::size_t v = 0; v + 1 < 256; ++v) {
    dark += count[v], dark_weight += static_cast<double>(v) * count[v];
    const double light = all - dark;
    if (dark == 0 || light == 0) continue;
    const double apart = (weight - dark_weight) / light - dark_weight / dark;
    const double score = dark * light * apart * apart;
    if (score > best) best = score, at = static_cast<int>(v) + 1, gap = apart;
  }
  if (gap < 45) return std::nullopt;
  return at;
}

// The largest light area with its print filled in; null where it covers too little.
PixPtr largest_light_area(const Plane& plane, int threshold) {
  const Plane limit{
      plane.width, plane.height, plane.factor,
      std::vector<std::uint8_t>(plane.pixels.size(), static_cast<std::uint8_t>(threshold))};
  PixPtr dark = darker_than(plane, limit, 256);
  if (!dark) return nullptr;
  pixInvert(dark.get(), dark.get());
  PixPtr light(pixCloseSafeBrick(nullptr, dark.get(), 7, 7));
  pixOpenBrick(light.get(), light.get(), 5, 5);
  Pixa* areas = nullptr;
  Boxa* boxes = pixConnComp(light.get(), &areas, 4);
  PixPtr largest;
  int most = plane.width * plane.height / 5, left = 0, top = 0;
  for (int i = 0; i < pixaGetCount(areas); ++i) {
    PixPtr area(pixaGetPix(areas, i, L_CLONE));
    int count = 0;
    pixCountPixels(area.get(), &count, nullptr);
    if (count <= most) continue;
    most = count;
    boxaGetBoxGeometry(boxes, i, &left, &top, nullptr, nullptr);
    largest = std::move(area);
  }
  PixPtr filled;
  if (largest) {
    filled.reset(pixCreate(plane.width, plane.height, 1));
    pixRasterop(filled.get(), left, top, pixGetWidth(largest.get()), pixGetHeight(largest.get()),
                PIX_SRC, largest.get(), 0, 0);
    PixPtr holes(pixHolesByFilling(filled.get(), 4));
    if (holes) pixOr(filled.get(), filled.get(), holes.get());
  }
  pixaDestroy(&areas);
  boxaDestroy(&boxes);
  return filled;
}

bool is_set(const Pix& bits, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(const_cast<Pix*>(&bits), x, y, &value);
  return value != 0;
}

struct Side {  // a·x + b·y = c with a² + b² = 1
  double a = 0, b = 0, c = 0;
};

// Through the points by least squares; once more without those that lie far off. None where what
// is left is not straight or too little.
std::optional<Side> side_through(std::vector<PicturePoint> spots, double tolerance) {
  const std::size_t given = spots.size();
  Side side;
  for (int round = 0; round < 4; ++round) {
    if (spots.size() < 12 || spots.size() * 10 < given * 7) return std::nullopt;
    double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
    for (const PicturePoint& s : spots) mx += s.x, my += s.y;
    mx /= static_cast<double>(spots.size()), my /= static_cast<double>(spots.size());
    for (const PicturePoint& s : spots)
      xx += (s.x - mx) * (s.x - mx), xy += (s.x - mx) * (s.y - my), yy += (s.y - my) * (s.y - my);
    const double along = 0.5 * std::atan2(2 * xy, xx - yy);
    side = {-std::sin(along), std::cos(along), 0};
    side.c = side.a * mx + side.b * my;
    const double far = round < 2 ? 3 * tolerance : tolerance;
    std::erase_if(spots, [&](const PicturePoint& s) {
      return std::abs(side.a * s.x + side.b * s.y - side.c) > far;
    });
  }
  return side;
}

std::optional<PicturePoint> crossing(const Side& s, const Side& t) {
  const double det = s.a * t.b - s.b * t.a;
  if (std::abs(det) < 0.5) return std::nullopt;
  return PicturePoint{(s.c * t.b - s.b * t.c) / det, (s.a * t.c - s.c * t.a) / det};
}

// The outermost pixels of `area` towards one side, between its corners and a tenth away from them.
// `turn` 0 to 3: top, right, bottom, left.
std::vector<PicturePoint> edge(const Pix& area, const Quad& corners, std::size_t turn) {
  const int width = pixGetWidth(const_cast<Pix*>(&area)),
            height = pixGetHeight(const_cast<Pix*>(&area));
  const PicturePoint a = corners[turn], b = corners[(turn + 1) % 4];
  const bool is_level = turn % 2 == 0;
  const double from = is_level ? std::min(a.x, b.x) : std::min(a.y, b.y);
  const double to = is_level ? std::max(a.x, b.x) : std::max(a.y, b.y);
  const int depth = is_level ? height : width;
  std::vector<PicturePoint> spots;
  for (int i = static_cast<int>(from + 0.1 * (to - from)); i < to - 0.1 * (to - from); ++i)
    for (int j = 0; j < depth; ++j) {
      const int k = turn == 0 || turn == 3 ? j : depth - 1 - j;
      if (!is_set(area, is_level ? i : k, is_level ? k : i)) continue;
      // The far edge of a pixel on the right and below.
      const double outer = turn == 0 || turn == 3 ? k : k + 1;
      spots.push_back(is_level ? PicturePoint{i + 0.5, outer} : PicturePoint{outer, i + 0.5});
      break;
    }
  return spots;
}

Quad outermost(const Pix& area) {
  Pix* pix = const_cast<Pix*>(&area);
  Quad corners{};
  double best[4] = {-1e9, -1e9, -1e9, -1e9};
  for (int y = 0; y < pixGetHeight(pix); ++y)
    for (int x = 0; x < pixGetWidth(pix); ++x) {
      if (!is_set(area, x, y)) continue;
      const double reach[4] = {-1.0 * x - y, 1.0 * x - y, 1.0 * x + y, 1.0 * y - x};
      for (std::size_t i = 0; i < 4; ++i)
        if (reach[i] > best[i]) best[i] = reach[i], corners[i] = {1.0 * x, 1.0 * y};
    }
  return corners;
}

double distance(const PicturePoint& a, const PicturePoint& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

bool is_sheet(const Quad& quad, const Plane& plane) {
  double area = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const PicturePoint &before = quad[(i + 3) % 4], &at = quad[i], &after = quad[(i + 1) % 4];
    area += (at.x * after.y - after.x * at.y) / 2;
    const double turn =
        ((after.x - at.x) * (before.y - at.y) - (after.y - at.y) * (before.x - at.x)) /
        (distance(at, after) * distance(at, before));
    if (!(turn > 0.82)) return false;  // an angle beyond 55° to 125°
    const double margin = 1.5;
    if (at.x < margin || at.y < margin || at.x > plane.width - margin ||
        at.y > plane.height - margin)
      return false;
  }
  const double across = distance(quad[0], quad[1]) / distance(quad[3], quad[2]),
               down = distance(quad[0], quad[3]) / distance(quad[1], quad[2]);
  return area > 0.2 * plane.width * plane.height && across > 0.5 && across < 2 && down > 0.5 &&
         down < 2;
}

std::vector<std::uint8_t> rim_of(const Plane& plane) {
  std::vector<std::uint8_t> rim;
  for (int x = 0; x < plane.width; ++x)
    rim.push_back(plane.at(x, 0)), rim.push_back(plane.at(x, plane.height - 1));
  for (int y = 0; y < plane.height; ++y)
    rim.push_back(plane.at(0, y)), rim.push_back(plane.at(plane.width - 1, y));
  std::sort(rim.begin(), rim.end());
  return rim;
}

// The sheet as what is lighter than `threshold`. The rim of the picture must be dark, or what
// looks like a sheet is a part of a page.
std::optional<Quad> sheet_above(const Plane& plane, const std::vector<std::uint8_t>& rim,
                                int threshold) {
  if (rim[rim.size() * 4 / 5] >= threshold) return std::nullopt;
  const PixPtr area = largest_light_area(plane, threshold);
  if (!area) return std::nullopt;
  const Quad rough = outermost(*area);
  std::array<Side, 4> sides;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::optional<Side> side = side_through(edge(*area, rough, i), 1.0);
    if (!side) return std::nullopt;
    sides[i] = *side;
  }
  Quad quad;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::optional<PicturePoint> corner = crossing(sides[(i + 3) % 4], sides[i]);
    if (!corner) return std::nullopt;
    quad[i] = *corner;
  }
  if (!is_sheet(quad, plane)) return std::nullopt;
  for (PicturePoint& corner : quad) corner.x *= plane.factor, corner.y *= plane.factor;
  return quad;
}

}  // namespace

std::optional<Quad> bright_quad(const Pix& picture) {
  const Plane plane = reduced_grey(picture, factor_for(picture, 320), Keep::mean);
  if (plane.width < 60 || plane.height < 60) return std::nullopt;
  const std::optional<int> threshold = light_from_dark(plane);
  if (!threshold) return std::nullopt;
  // A screen shows dark bars of its own: what is somewhat lighter than the surround comes first.
  const std::vector<std::uint8_t> rim = rim_of(plane);
  const int above_rim = rim[rim.size() * 9 / 10] + 20;
  if (above_rim < *threshold)
    if (const std::optional<Quad> quad = sheet_above(plane, rim, above_rim)) return quad;
  return sheet_above(plane, rim, *threshold);
}

// Heckbert's map of the unit square, its columns divided by the sides of the rectangle.
PixelMap rectangle_to(const Quad& q, double width, double height) {
  const double dx1 = q[1].x - q[2].x, dx2 = q[3].x - q[2].x,
               dx3 = q[0].x - q[1].x + q[2].x - q[3].x;
  const double dy1 = q[1].y - q[2].y, dy2 = q[3].y - q[2].y,
               dy3 = q[0].y - q[1].y + q[2].y - q[3].y;
  const double det = dx1 * dy2 - dx2 * dy1;
  const double g = (dx3 * dy2 - dx2 * dy3) / det, h = (dx1 * dy3 - dx3 * dy1) / det;
  PixelMap map;
  const double m[9] = {(q[1].x - q[0].x + g * q[1].x) / width,
                       (q[3].x - q[0].x + h * q[3].x) / height,
                       q[0].x,
                       (q[1].y - q[0].y + g * q[1].y) / width,
                       (q[3].y - q[0].y + h * q[3].y) / height,
                       q[0].y,
                       g / width,
                       h / height,
                       1};
  std::copy(std::begin(m), std::end(m), std::begin(map.m));
  return map;
}

}  // namespace biaoshen
