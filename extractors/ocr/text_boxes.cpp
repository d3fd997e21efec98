#include "extractors/ocr/text_boxes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace biaoshen {

namespace {

constexpr int kThreshold = 77;       // 0.3 of 255
constexpr float kMeanScore = 127.5;  // 0.5 of 255
constexpr int kMinSide = 3;          // pixels of the map
constexpr float kLong = 2;           // times its height, to have a slope
constexpr float kSteepest = 0.15f;   // 8.5 degrees
constexpr float kMargin = 1.6f;      // times area over perimeter
constexpr int kMostBoxes = 4000;     // of a picture; noise makes more

// Sums over the pixels of one piece, `x` and `y` from the corner of its box.
struct Piece {
  double count = 0, likely = 0, x = 0, y = 0, xx = 0, xy = 0;

  void add(int at_x, int at_y, int likelihood) {
    ++count;
    likely += likelihood;
    x += at_x;
    y += at_y;
    xx += static_cast<double>(at_x) * at_x;
    xy += static_cast<double>(at_x) * at_y;
  }
  float slope() const {
    const double spread = count * xx - x * x;
    return spread > 0 ? static_cast<float>((count * xy - x * y) / spread) : 0;
  }
};

const l_uint32* row_of(const Pix& pix, int y) {
  Pix* source = const_cast<Pix*>(&pix);  // only read
  return pixGetData(source) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(source);
}

Piece sums_of(const Pix& map, const Pix& mask, int left, int top) {
  Piece piece;
  for (int y = 0; y < pixGetHeight(const_cast<Pix*>(&mask)); ++y) {
    const l_uint32 *inside = row_of(mask, y), *likely = row_of(map, top + y);
    for (int x = 0; x < pixGetWidth(const_cast<Pix*>(&mask)); ++x)
      if (GET_DATA_BIT(inside, x) != 0) piece.add(x, y, GET_DATA_BYTE(likely, left + x));
  }
  return piece;
}

// The line of a piece in the box (x, y, w, h) of the map.
FoundLine line_of(const Piece& piece, float x, float y, float w, float h) {
  float slope = w > kLong * h ? piece.slope() : 0;
  if (std::abs(slope) > kSteepest) slope = 0;
  const float drift = std::abs(slope) * w;
  const float thick = std::max(h - drift, static_cast<float>(piece.count) / w);
  const float margin = w * thick * kMargin / (2 * (w + thick));
  const float middle = y + h / 2;
  return {{x - margin, middle - thick / 2 - margin, x + w + margin, middle + thick / 2 + margin},
          slope};
}

}  // namespace

Box around(const FoundLine& line) {
  const float drift = std::abs(line.slope) * width(line.box) / 2;
  return {line.box.left, line.box.top - drift, line.box.right, line.box.bottom + drift};
}

std::vector<FoundLine> text_boxes(const Pix& map) {
  const PixPtr print(pixThresholdToBinary(const_cast<Pix*>(&map), kThreshold));
  if (print == nullptr) return {};
  pixInvert(print.get(), print.get());
  Pixa* pieces = nullptr;
  Boxa* found = pixConnComp(print.get(), &pieces, 8);
  std::vector<FoundLine> lines;
  for (int i = 0; i < std::min(boxaGetCount(found), kMostBoxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(found, i, &x, &y, &w, &h);
    if (std::min(w, h) < kMinSide) continue;
    const PixPtr mask(pixaGetPix(pieces, i, L_CLONE));
    const Piece piece = sums_of(map, *mask, x, y);
    if (piece.likely > kMeanScore * piece.count)
      lines.push_back(line_of(piece, static_cast<float>(x), static_cast<float>(y),
                              static_cast<float>(w), static_cast<float>(h)));
  }
  boxaDestroy(&found);
  pixaDestroy(&pieces);
  std::sort(lines.begin(), lines.end(), [](const FoundLine& a, const FoundLine& b) {
    return a.box.top != b.box.top ? a.box.top < b.box.top : a.box.left < b.box.left;
  });
  return lines;
}

}  // namespace biaoshen
