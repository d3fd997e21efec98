#include "extractors/pictures/ring_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biaoshen {
namespace {

constexpr std::size_t kDirections = 120;
constexpr std::size_t kMostCentres = 24;
constexpr int kMostRadii = 5;        // looked at closely about one centre
constexpr double kLeastWorth = 1.6;  // of 2; what writing makes up stays below
constexpr int kUnit = 64;            // length of a normal

using Circle = std::array<std::array<double, 2>, kDirections>;
const Circle& circle() {
  static const Circle kCircle = [] {
    Circle all{};
    for (std::size_t i = 0; i < kDirections; ++i) {
      const double angle = 2 * std::numbers::pi * static_cast<double>(i) / kDirections;
      all[i] = {std::cos(angle), std::sin(angle)};
    }
    return all;
  }();
  return kCircle;
}

int nearest(double v) {
  return static_cast<int>(v + 1024.5) - 1024;
}

// Where ink begins and ends, with the direction across.
struct Normal {
  std::int8_t x = 0, y = 0;  // of length kUnit; zero where there is no edge
};
struct Field {
  const Plane& ink;
  int threshold;
  std::vector<Normal> normals;
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(ink.width) +
           static_cast<std::size_t>(x);
  }
  bool has(int x, int y) const { return x >= 0 && y >= 0 && x < ink.width && y < ink.height; }
};

Field field_of(const Plane& ink, int threshold) {
  Field field{ink, threshold, std::vector<Normal>(ink.pixels.size())};
  const double least = 2.5 * threshold;
  for (int y = 1; y + 1 < ink.height; ++y)
    for (int x = 1; x + 1 < ink.width; ++x) {
      const int gx = 2 * (ink.at(x + 1, y) - ink.at(x - 1, y)) + ink.at(x + 1, y - 1) -
                     ink.at(x - 1, y - 1) + ink.at(x + 1, y + 1) - ink.at(x - 1, y + 1);
      const int gy = 2 * (ink.at(x, y + 1) - ink.at(x, y - 1)) + ink.at(x - 1, y + 1) -
                     ink.at(x - 1, y - 1) + ink.at(x + 1, y + 1) - ink.at(x + 1, y - 1);
      if (gx * gx + gy * gy < least * least) continue;
      const double scale = kUnit / std::sqrt(1.0 * gx * gx + 1.0 * gy * gy);
      field.normals[field.index(x, y)] = {static_cast<std::int8_t>(gx * scale),
                                          static_cast<std::int8_t>(gy * scale)};
    }
  return field;
}

struct Centre {
  int x = 0, y = 0, votes = 0;
};

// Every edge votes along its normal, both ways, for all centres it could be a circle of. The
// votes reach beyond the plane by `margin` on every side.
std::vector<Centre> voted_centres(const Field& field, int smallest, int largest) {
  const int margin = largest * 3 / 5, width = field.ink.width + 2 * margin,
            height = field.ink.height + 2 * margin;
  std::vector<std::uint16_t> votes(static_cast<std::size_t>(width) *
                                   static_cast<std::size_t>(height));
  const auto cell = [&](int x, int y) -> std::uint16_t& {
    return votes[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                 static_cast<std::size_t>(x)];
  };
  for (int y = 0; y < field.ink.height; ++y)
    for (int x = 0; x < field.ink.width; ++x) {
      const Normal n = field.normals[field.index(x, y)];
      if (n.x == 0 && n.y == 0) continue;
      for (const int side : {-1, 1}) {
        const int sx = side * n.x, sy = side * n.y;
        for (int r = smallest; r <= largest; ++r) {
          const int vx = x + margin + (r * sx + 32768) / kUnit - 512,
                    vy = y + margin + (r * sy + 32768) / kUnit - 512;
          if (vx < 0 || vy < 0 || vx >= width || vy >= height) break;
          std::uint16_t& count = cell(vx, vy);
          count = static_cast<std::uint16_t>(count + (count < 60000));
        }
      }
    }
  std::vector<Centre> all;
  for (int y = 1; y + 1 < height; ++y)
    for (int x = 1; x + 1 < width; ++x) {
      if (cell(x, y) < 6) continue;
      int sum = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) sum += cell(x + dx, y + dy);
      if (sum >= 4 * smallest) all.push_back({x - margin, y - margin, sum});
    }
  return all;
}

// Those with most votes, each the best of its neighbourhood.
std::vector<Centre> best_of(std::vector<Centre> all) {
  std::sort(all.begin(), all.end(), [](const Centre& a, const Centre& b) {
    return a.votes != b.votes ? a.votes > b.votes : a.y != b.y ? a.y < b.y : a.x < b.x;
  });
  std::vector<Centre> best;
  for (const Centre& c : all) {
    if (best.size() == kMostCentres) break;
    if (std::none_of(best.begin(), best.end(), [&](const Centre& b) {
          return std::abs(b.x - c.x) <= 5 && std::abs(b.y - c.y) <= 5;
        }))
      best.push_back(c);
  }
  return best;
}

// Whether ink ends at the pixel in the direction given (a unit).
bool is_across(const Field& field, int x, int y, double ux, double uy) {
  const Normal n = field.normals[field.index(x, y)];
  return std::abs(n.x * ux + n.y * uy) > 0.84 * kUnit;
}

struct Drawn {
  double share = 0;    // of the directions in which the plane shows the ring
  double visible = 0;  // of all directions
  double gap = 0;      // the longest stretch that is visible and not drawn, as a share of all
};
enum class Look : std::uint8_t { ink, edges };

// What is drawn of the ring made larger by `scale`, `reach` pixels to either side counted.
Drawn drawn(const Field& field, const Ring& ring, Look look, double scale, int reach) {
  const double c = std::cos(ring.turn), s = std::sin(ring.turn);
  int seen = 0, hits = 0, bare = 0, longest = 0;
  for (const auto& [ux, uy] : circle()) {
    bool is_seen = false, is_hit = false;
    // The normal of the ellipse there.
    double nx = ux * ring.across, ny = uy * ring.along;
    const double size = std::sqrt(nx * nx + ny * ny);
    nx /= size, ny /= size;
    const double a = ring.along * scale * ux, b = ring.across * scale * uy;
    for (int d = -reach; d <= reach; ++d) {
      const int x = nearest(ring.x + (a + d * nx) * c - (b + d * ny) * s),
                y = nearest(ring.y + (a + d * nx) * s + (b + d * ny) * c);
      if (!field.has(x, y)) continue;
      is_seen = true;
      is_hit =
          is_hit || (look == Look::ink ? field.ink.at(x, y) >= field.threshold
                                       : is_across(field, x, y, nx * c - ny * s, nx * s + ny * c));
    }
    seen += is_seen, hits += is_hit;
    bare = is_seen && !is_hit ? bare + 1 : 0;
    longest = std::max(longest, bare);
  }
  if (seen == 0) return {};
  return {1.0 * hits / seen, 1.0 * seen / kDirections, 1.0 * longest / kDirections};
}

// A line around something: drawn along itself, with little outside and a gap inside.
bool is_ring(const Field& field, const Ring& ring) {
  const double radius = std::min(ring.along, ring.across), pixel = 1 / radius;
  if (std::max(ring.along, ring.across) > 1.65 * radius) return false;
  const Drawn ink = drawn(field, ring, Look::ink, 1, 1);
  if (ink.share < 0.7 || ink.visible < 0.3 || ink.gap > 0.2) return false;
  if (drawn(field, ring, Look::edges, 1, 2).share < 0.8) return false;
  double inside = 1, outside = 1;
  for (double scale = 0.8; scale <= 1 - 1.9 * pixel; scale += pixel)
    inside = std::min(inside, drawn(field, ring, Look::ink, scale, 0).share);
  for (double scale = 1 + 2.9 * pixel; scale <= 1.08 + 4 * pixel; scale += pixel)
    outside = std::min(outside, drawn(field, ring, Look::ink, scale, 0).share);
  return inside < 0.6 && outside < 0.35;
}

// For every radius, in how many directions there is an edge along the circle, two pixels aside
// counted.
std::vector<int> edges_by_radius(const Field& field, const Centre& centre, int largest) {
  std::vector<int> count(static_cast<std::size_t>(largest) + 3, 0);
  for (const auto& [ux, uy] : circle()) {
    int counted = 0;  // radii up to here have been
    for (int r = 3; r <= largest; ++r) {
      const int x = nearest(centre.x + r * ux), y = nearest(centre.y + r * uy);
      if (!field.has(x, y) || !is_across(field, x, y, ux, uy)) continue;
      for (int i = std::max(r - 2, counted + 1); i <= r + 2; ++i)
        ++count[static_cast<std::size_t>(i)];
      counted = r + 2;
    }
  }
  return count;
}

int visible_directions(const Field& field, const Centre& centre, int r) {
  int seen = 0;
  for (const auto& [ux, uy] : circle())
    seen += field.has(nearest(centre.x + r * ux), nearest(centre.y + r * uy));
  return seen;
}

// Moved, widened, flattened and turned in small steps to where most of it is drawn.
Ring settled(const Field& field, Ring ring) {
  const auto worth = [&](const Ring& r) {
    const double flatness = std::abs(r.along - r.across) / std::max(r.along, r.across);
    return drawn(field, r, Look::ink, 1, 0).share + drawn(field, r, Look::edges, 1, 1).share -
           1.5 * flatness;
  };
  double most = worth(ring);
  for (const double step : {2.0, 1.0, 1.0, 0.5})
    for (int what = 0; what < 6; ++what)
      for (const double d : {-step, step}) {
        Ring moved = ring;
        if (what == 0) moved.x += d;
        if (what == 1) moved.y += d;
        if (what == 2) moved.along += d, moved.across += d;
        if (what == 3) moved.along += d;
        if (what == 4) moved.across += d;
        if (what == 5) moved.turn += 0.04 * d;
        const double now = worth(moved);
        if (now > most + 1e-9) most = now, ring = moved;
      }
  return ring;
}

// The outermost ring about a centre; `along` 0 where there is none.
Ring widest_ring(const Field& field, const Centre& centre, int smallest, int largest) {
  const std::vector<int> edges = edges_by_radius(field, centre, largest);
  int looked = 0;
  for (int r = largest; r >= smallest && looked < kMostRadii; --r) {
    const auto i = static_cast<std::size_t>(r);
    if (edges[i] < 30 || edges[i] < edges[i + 1] || edges[i] < edges[i - 1]) continue;
    if (edges[i] * 100 < visible_directions(field, centre, r) * 45) continue;
    ++looked;
    const Ring ring = settled(field, {1.0 * centre.x, 1.0 * centre.y, 1.0 * r, 1.0 * r, 0});
    if (ring.across >= smallest && is_ring(field, ring)) return ring;
  }
  return {};
}

// A true ring is drawn better than what its writing makes up; of two as good the outer counts.
double worth(const Field& field, const Ring& ring) {
  return drawn(field, ring, Look::ink, 1, 0).share + drawn(field, ring, Look::edges, 1, 1).share;
}

bool is_about(const Ring& ring, double x, double y, double share) {
  return std::hypot(ring.x - x, ring.y - y) < share * ring.along;
}

}  // namespace

std::vector<Ring> find_rings(const Plane& ink, int threshold, int smallest, int largest) {
  if (ink.width < 3 || ink.height < 3 || largest < smallest || largest > 500) return {};
  struct Rated {
    Ring ring;
    double rank;
  };
  std::vector<Rated> rings;
  const Field field = field_of(ink, threshold);
  for (const Centre& centre : best_of(voted_centres(field, smallest, largest))) {
    const bool is_known = std::any_of(rings.begin(), rings.end(), [&](const Rated& r) {
      return r.ring.worth > 1.8 && is_about(r.ring, centre.x, centre.y, 0.4);
    });
    if (is_known) continue;
    Ring ring = widest_ring(field, centre, smallest, largest);
    if (ring.along == 0) continue;
    ring.worth = worth(field, ring);
    if (ring.worth >= kLeastWorth) rings.push_back({ring, ring.worth + ring.along / largest / 4});
  }
  std::stable_sort(rings.begin(), rings.end(),
                   [](const Rated& a, const Rated& b) { return a.rank > b.rank; });
  std::vector<Ring> kept;
  for (const Rated& r : rings)
    if (std::none_of(kept.begin(), kept.end(), [&](const Ring& k) {
          return is_about(k, r.ring.x, r.ring.y, 0.6) || is_about(r.ring, k.x, k.y, 0.6);
        }))
      kept.push_back(r.ring);
  return kept;
}

}  // namespace biaoshen
