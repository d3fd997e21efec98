#include "extractors/ocr/line_detector.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/line_crop.h"
#include "extractors/ocr/pixel_floats.h"
#include "extractors/ocr/text_boxes.h"

namespace biaoshen {

namespace {

constexpr double kPagePixels = 1.16e6;  // 1280 x 905: a page of A4
constexpr double kPageShape = 1.6;      // longer pictures get more, as several pages would
constexpr double kMostPixels = 12 * kPagePixels;
constexpr int kTileSide = 1280, kTileArea = 1280 * 960;
constexpr int kOverlap = 48;     // on each side that is cut
constexpr int kAround = 16;      // left around what is there
constexpr int kWorthwhile = 32;  // white rows that are worth leaving out
constexpr int kUneven = 24;      // grey levels between neighbours in an area with something on it
constexpr int kGrid = 32;        // sides the net can halve five times

const Normalising kNormalising = {{0.485f, 0.456f, 0.406f}, {0.229f, 0.224f, 0.225f}};

int on_grid(int side) {
  return (side + kGrid - 1) / kGrid * kGrid;
}

// Cuts [from, to) into equal parts of at most `most`.
std::vector<std::pair<int, int>> cut(int from, int to, int most) {
  const int length = to - from, count = (length + most - 1) / most;
  std::vector<std::pair<int, int>> parts;
  for (int i = 0; i < count; ++i)
    parts.emplace_back(
        from + static_cast<int>(static_cast<std::int64_t>(length) * i / count),
        from + static_cast<int>(static_cast<std::int64_t>(length) * (i + 1) / count));
  return parts;
}

// The first and last column where a row differs from what stands two pixels further; first > last
// where it is even. Slow changes of the paper do not count.
std::pair<int, int> unevenness(const Pix& grey, int y) {
  Pix* source = const_cast<Pix*>(&grey);  // only read
  const int wide = pixGetWidth(source), wpl = pixGetWpl(source);
  const l_uint32* row = pixGetData(source) + static_cast<std::ptrdiff_t>(y) * wpl;
  const l_uint32* below = y + 2 < pixGetHeight(source) ? row + std::ptrdiff_t{2} * wpl : row;
  int first = wide, last = -1;
  for (int x = 0; x + 2 < wide; ++x) {
    const int value = GET_DATA_BYTE(row, x);
    if (std::abs(value - GET_DATA_BYTE(row, x + 2)) < kUneven &&
        std::abs(value - GET_DATA_BYTE(below, x)) < kUneven)
      continue;
    first = std::min(first, x);
    last = x + 2;
  }
  return {first, last};
}

// What the net says of one tile, into its place on the map.
void detect(OnnxModel& detector, const Pix& scaled, const Tile& tile, Pix& map) {
  const int wide = tile.right - tile.left, high = tile.bottom - tile.top;
  const int plane_wide = on_grid(wide), plane_high = on_grid(high);
  const PixPtr part =
      cut_out(scaled, {static_cast<float>(tile.left), static_cast<float>(tile.top),
                       static_cast<float>(tile.right), static_cast<float>(tile.bottom)});
  if (part == nullptr) return;
  std::vector<float> values = pixel_floats(*part, wide, high, plane_wide, plane_high, kNormalising);
  detector.run(
      values, {1, 3, plane_high, plane_wide},
      [&](std::span<const float> likely, const OnnxModel::Shape&) {
        if (likely.size() !=
            static_cast<std::size_t>(plane_wide) * static_cast<std::size_t>(plane_high))
          return;
        for (int y = tile.kept.top; y < tile.kept.bottom; ++y) {
          l_uint32* row = pixGetData(&map) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&map);
          const float* from =
              likely.data() + static_cast<std::ptrdiff_t>(y - tile.top) * plane_wide;
          for (int x = tile.kept.left; x < tile.kept.right; ++x)
            SET_DATA_BYTE(row, x,
                          static_cast<int>(std::clamp(from[x - tile.left], 0.0f, 1.0f) * 255.0f));
        }
      });
}

}  // namespace

double detection_scale(int width, int height) {
  const double longer = std::max(width, height), shorter = std::max(1, std::min(width, height));
  const double pages = std::max(1.0, longer / shorter / kPageShape);
  const double pixels = std::min(kMostPixels, kPagePixels * pages);
  return std::min(1.0, std::sqrt(pixels / (longer * shorter)));
}

std::vector<Box> bands_of(const Pix& picture) {
  const PixPtr grey(pixConvertTo8(const_cast<Pix*>(&picture), 0));
  if (grey == nullptr) return {};
  const int wide = pixGetWidth(grey.get()), high = pixGetHeight(grey.get());
  std::vector<Box> bands;
  for (int y = 0; y < high; ++y) {
    const auto [left, right] = unevenness(*grey, y);
    if (left > right) continue;
    const Box row{static_cast<float>(left), static_cast<float>(y), static_cast<float>(right + 1),
                  static_cast<float>(y + 1)};
    const bool is_near =
        !bands.empty() && static_cast<float>(y) - bands.back().bottom < 2 * kAround + kWorthwhile;
    if (is_near)
      bands.back() = unite(bands.back(), row);
    else
      bands.push_back(row);
  }
  for (Box& band : bands)
    band = {std::max(0.0f, band.left - kAround), std::max(0.0f, band.top - kAround),
            std::min(static_cast<float>(wide), band.right + kAround),
            std::min(static_cast<float>(high), band.bottom + kAround)};
  return bands;
}

std::vector<Tile> tiles_of(const Box& band, int width, int height) {
  const int left = static_cast<int>(band.left), right = static_cast<int>(band.right);
  const int top = static_cast<int>(band.top), bottom = static_cast<int>(band.bottom);
  const int most_wide = right - left <= kTileSide ? kTileSide : kTileSide - 2 * kOverlap;
  const auto columns = cut(left, right, most_wide);
  const int wide = columns.size() > 1 ? kTileSide : right - left;
  const int high = std::max(8 * kOverlap, kTileArea / on_grid(wide) / kGrid * kGrid);
  const auto rows = cut(top, bottom, bottom - top <= high ? high : high - 2 * kOverlap);
  std::vector<Tile> tiles;
  for (const auto& [up, down] : rows)
    for (const auto& [from, to] : columns)
      tiles.push_back({from > left ? from - kOverlap : from,
                       up > top ? up - kOverlap : up,
                       to < right ? to + kOverlap : to,
                       down < bottom ? down + kOverlap : down,
                       {from, up, to, down}});
  for (Tile& tile : tiles) {
    tile.right = std::min(tile.right, width);
    tile.bottom = std::min(tile.bottom, height);
  }
  return tiles;
}

std::vector<FoundLine> find_lines(OnnxModel& detector, const Pix& picture, double scale) {
  Pix* source = const_cast<Pix*>(&picture);  // only read
  const auto factor = static_cast<float>(scale);
  const PixPtr scaled(scale == 1 ? pixClone(source)
                                 : pixScaleGeneral(source, factor, factor, 0.0f, 0));
  if (scaled == nullptr) return {};
  const int wide = pixGetWidth(scaled.get()), high = pixGetHeight(scaled.get());
  const PixPtr map(pixCreate(wide, high, 8));
  if (map == nullptr) return {};
  for (const Box& band : bands_of(*scaled))
    for (const Tile& tile : tiles_of(band, wide, high)) detect(detector, *scaled, tile, *map);
  const float x = static_cast<float>(pixGetWidth(source)) / static_cast<float>(wide);
  const float y = static_cast<float>(pixGetHeight(source)) / static_cast<float>(high);
  std::vector<FoundLine> lines = text_boxes(*map);
  for (auto& [box, slope] : lines) {
    box = {box.left * x, box.top * y, box.right * x, box.bottom * y};
    slope *= y / x;
  }
  return lines;
}

}  // namespace biaoshen
