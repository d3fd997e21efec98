// Rulings: rows of pixels darker than what lies a little above and a little below. Text has none
// of that for long; a step from one background to another has it on one side only.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/pictures/page_signs.h"
#include "extractors/pictures/reduced_picture.h"

namespace biaoshen {
namespace {

constexpr int kMostSide = 1800;  // of the reduced picture
constexpr int kReach = 3;        // pixels of the reduced picture to the ground beside a line
constexpr int kContrast = 14;    // below the ground; tables of web pages are this pale
constexpr float kNear = 5;       // pixels between the end of a line and the one it ends at

// A line along x, in pixels of the plane.
struct Piece {
  float at = 0, from = 0, to = 0;
  bool is_clear = true;  // there is nothing close beside it
};

Plane transposed(const Plane& plane) {
  Plane turned = plane;
  turned.width = plane.height, turned.height = plane.width;
  constexpr int kTile = 32;
  for (int top = 0; top < plane.height; top += kTile)
    for (int left = 0; left < plane.width; left += kTile)
      for (int y = top; y < std::min(top + kTile, plane.height); ++y)
        for (int x = left; x < std::min(left + kTile, plane.width); ++x)
          turned.at(y, x) = plane.at(x, y);
  return turned;
}

// 1 bit: thin and dark along y.
PixPtr thin_lines(const Plane& plane) {
  PixPtr bits(pixCreate(plane.width, plane.height, 1));
  if (!bits) return nullptr;
  const auto width = static_cast<std::size_t>(plane.width), words = (width + 31) / 32;
  std::vector<std::uint8_t> is_line(words * 32);
  for (int y = kReach; y + kReach < plane.height; ++y) {
    const std::uint8_t* row = &plane.pixels[static_cast<std::size_t>(y) * width];
    const std::uint8_t* above = row - kReach * width;
    const std::uint8_t* below = row + kReach * width;
    for (std::size_t x = 0; x < width; ++x)
      is_line[x] = std::min(above[x], below[x]) >= row[x] + kContrast;
    pack_row(is_line,
             pixGetData(bits.get()) +
                 static_cast<std::size_t>(pixGetWpl(bits.get())) * static_cast<std::size_t>(y),
             words);
  }
  return bits;
}

// Pieces at least `length` long of what is left when gaps up to `gap` are closed.
std::vector<Piece> pieces_of(Pix* bits, int gap, int length) {
  std::vector<Piece> pieces;
  PixPtr closed(pixCloseSafeBrick(nullptr, bits, gap, 1));
  PixPtr long_ones(closed ? pixOpenBrick(nullptr, closed.get(), length, 1) : nullptr);
  PixPtr joined(long_ones ? pixDilateBrick(nullptr, long_ones.get(), 5, 3) : nullptr);
  Boxa* boxes = joined ? pixConnComp(joined.get(), nullptr, 8) : nullptr;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, w = 0, h = 0, count = 0;
    ::Box* box = boxaGetBox(boxes, i, L_CLONE);
    boxGetGeometry(box, &x, &y, &w, &h);
    pixCountPixelsInRect(long_ones.get(), box, &count, nullptr);
    boxDestroy(&box);
    // A line a third of a degree off its axis climbs by a hundredth and a half of its length; what
    // is higher than that and its own thickness is a row of strokes.
    const double thickness = 1.0 * count / std::max(w - 4, 1);
    if (h - 2 > thickness + 1.5 + 0.015 * w || thickness > 9) continue;
    pieces.push_back({static_cast<float>(y) + static_cast<float>(h) / 2, static_cast<float>(x + 2),
                      static_cast<float>(x + w - 2)});
  }
  boxaDestroy(&boxes);
  return pieces;
}

// How much of a band beside the piece is lined as well: text is, on both sides; the ground is not.
double lined_beside(const Pix& bits, const Piece& piece, int from, int to) {
  Pix* pix = const_cast<Pix*>(&bits);
  const int top = static_cast<int>(piece.at) + from, left = static_cast<int>(piece.from);
  ::Box* box = boxCreate(left, std::max(top, 0), static_cast<int>(piece.to) - left, to - from);
  int count = 0;
  if (box != nullptr) pixCountPixelsInRect(pix, box, &count, nullptr);
  boxDestroy(&box);
  return count / std::max(1.0, (piece.to - piece.from) * static_cast<double>(to - from));
}

// Dashed and dotted lines: gaps wide enough to bridge letters too, so there must be nothing
// beside them.
std::vector<Piece> dashed(Pix* bits, const std::vector<Piece>& solid, int length) {
  std::vector<Piece> pieces = pieces_of(bits, 11, length);
  std::erase_if(pieces, [&](const Piece& p) {
    const bool is_known = std::any_of(solid.begin(), solid.end(), [&](const Piece& s) {
      return std::abs(s.at - p.at) < 4 &&
             std::min(s.to, p.to) - std::max(s.from, p.from) > 0.5f * (p.to - p.from);
    });
    return is_known || lined_beside(*bits, p, -2, 3) < 0.12 ||
           lined_beside(*bits, p, -9, -4) > 0.04 || lined_beside(*bits, p, 5, 10) > 0.04;
  });
  return pieces;
}

// Pieces of one line, whatever broke it, become one. Short pieces in a row are strokes of letters.
std::vector<Piece> joined(std::vector<Piece> pieces) {
  constexpr float kGap = 14, kTear = 5, kLong = 45;
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.from != b.from ? a.from < b.from : a.at < b.at;
  });
  std::vector<Piece> lines;
  for (const Piece& piece : pieces) {
    Piece* best = nullptr;
    for (Piece& line : lines) {
      const bool are_long = piece.to - piece.from >= kLong && line.to - line.from >= kLong;
      const bool is_near = piece.from - line.to <= (are_long ? kGap : kTear);
      if (std::abs(line.at - piece.at) <= 3 && is_near &&
          (best == nullptr || std::abs(line.at - piece.at) < std::abs(best->at - piece.at)))
        best = &line;
    }
    if (best == nullptr) {
      lines.push_back(piece);
      continue;
    }
    const float before = best->to - best->from, added = piece.to - piece.from;
    best->at = (best->at * before + piece.at * added) / (before + added);
    best->to = std::max(best->to, piece.to);
  }
  return lines;
}

// Mean brightness of row y from column `from` to `to`.
double brightness(const Plane& plane, int y, int from, int to) {
  const int row = std::clamp(y, 0, plane.height - 1);
  double sum = 0;
  for (int x = from; x < to; ++x) sum += plane.at(x, row);
  return sum / std::max(to - from, 1);
}

// Small print, reduced, is a bar; it ends softly, above and below, where a ruling has ended.
bool is_soft_between(const Plane& plane, int at, int from, int to) {
  constexpr int kSlope = 4;
  int middle = at;
  double line = 255;
  for (int y = at - kSlope; y <= at + kSlope; ++y)
    if (const double now = brightness(plane, y, from, to); now < line) line = now, middle = y;
  const auto is_soft = [&](int side) {
    const double ground = std::max(brightness(plane, middle + 7 * side, from, to),
                                   brightness(plane, middle + 9 * side, from, to));
    const double near = std::min(brightness(plane, middle + 3 * side, from, to),
                                 brightness(plane, middle + 4 * side, from, to));
    return ground - near > 0.25 * (ground - line);
  };
  return is_soft(-1) && is_soft(1);
}

bool is_row_of_print(const Plane& plane, const Piece& piece) {
  constexpr int kWindow = 60;
  const int from = std::max(static_cast<int>(piece.from), 0);
  const int to = std::min(static_cast<int>(piece.to), plane.width);
  int soft = 0, all = 0;
  for (int x = from; x < to; x += kWindow, ++all)
    soft += is_soft_between(plane, static_cast<int>(piece.at), x, std::min(x + kWindow, to));
  return soft * 5 > all * 2;
}

std::vector<Piece> lines_along_x(const Plane& plane) {
  constexpr int kShortest = 20, kShortestDashed = 60;
  const PixPtr bits = thin_lines(plane);
  if (!bits) return {};
  std::vector<Piece> pieces = pieces_of(bits.get(), 4, kShortest);
  const std::vector<Piece> dashes = dashed(bits.get(), pieces, kShortestDashed);
  pieces.insert(pieces.end(), dashes.begin(), dashes.end());
  std::vector<Piece> lines = joined(std::move(pieces));
  std::erase_if(lines, [&](const Piece& line) { return is_row_of_print(plane, line); });
  for (Piece& line : lines)
    line.is_clear =
        lined_beside(*bits, line, -10, -4) < 0.1 && lined_beside(*bits, line, 5, 11) < 0.1;
  return lines;
}

bool ends_at(const Piece& piece, float end, const std::vector<Piece>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Piece& o) {
    return std::abs(o.at - end) <= kNear && o.from - kNear <= piece.at && piece.at <= o.to + kNear;
  });
}

// A long line stands for itself, also a shorter one with nothing beside it; else it could be
// strokes of letters, unless it runs from one line to another.
struct Sorted {
  std::vector<Piece> sure, short_ones;
};
Sorted sorted(const std::vector<Piece>& lines, int side) {
  Sorted s;
  for (const Piece& line : lines) {
    const float share = (line.to - line.from) / static_cast<float>(side);
    (share > 0.3f || (share > 0.1f && line.is_clear) ? s.sure : s.short_ones).push_back(line);
  }
  return s;
}
bool take_connected(Sorted& mine, const std::vector<Piece>& others) {
  const auto is_connected = [&](const Piece& p) {
    return ends_at(p, p.from, others) && ends_at(p, p.to, others);
  };
  const auto first = std::stable_partition(mine.short_ones.begin(), mine.short_ones.end(),
                                           [&](const Piece& p) { return !is_connected(p); });
  const bool is_any = first != mine.short_ones.end();
  mine.sure.insert(mine.sure.end(), first, mine.short_ones.end());
  mine.short_ones.erase(first, mine.short_ones.end());
  return is_any;
}

}  // namespace

std::vector<Stroke> find_rulings(const Pix& picture) {
  Pix* pix = const_cast<Pix*>(&picture);
  const int longer = std::max(pixGetWidth(pix), pixGetHeight(pix));
  Plane plane = reduced_grey(picture, (longer + kMostSide - 1) / kMostSide, Keep::darkest);
  if (plane.width < 40 || plane.height < 40) return {};
  if (is_mostly_dark(plane))
    for (std::uint8_t& v : plane.pixels) v = static_cast<std::uint8_t>(255 - v);
  const int side = std::min(plane.width, plane.height);
  Sorted level = sorted(lines_along_x(plane), side);
  Sorted upright = sorted(lines_along_x(transposed(plane)), side);
  for (int round = 0; round < 3; ++round) {
    const bool more_upright = take_connected(upright, level.sure);
    if (!take_connected(level, upright.sure) && !more_upright) break;
  }
  std::vector<Stroke> strokes;
  const auto f = static_cast<float>(plane.factor);
  for (const auto& [is_level, lines] :
       {std::pair{true, &level.sure}, std::pair{false, &upright.sure}})
    for (const Piece& line : *lines)
      strokes.push_back({is_level, line.at * f, line.from * f, line.to * f});
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) {
    return a.horizontal != b.horizontal ? a.horizontal
           : a.at != b.at               ? a.at < b.at
                                        : a.from < b.from;
  });
  return strokes;
}

}  // namespace biaoshen
