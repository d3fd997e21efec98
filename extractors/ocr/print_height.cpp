#include "extractors/ocr/print_height.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <vector>

namespace biaoshen {

namespace {

constexpr int kLowest = 5, kHighest = 200;  // pixels a character may have
constexpr int kFewest = 8;                  // pieces that make an estimate

}  // namespace

float print_height(const Pix& picture) {
  const PixPtr grey(pixConvertTo8(const_cast<Pix*>(&picture), 0));
  Pix* binary = nullptr;
  if (grey == nullptr) return 0;
  pixOtsuAdaptiveThreshold(grey.get(), 256, 256, 0, 0, 0.1f, nullptr, &binary);
  const PixPtr ink(binary);
  if (ink == nullptr) return 0;
  Boxa* pieces = pixConnCompBB(ink.get(), 8);
  std::vector<int> heights;
  for (int i = 0; i < boxaGetCount(pieces); ++i) {
    l_int32 w = 0, h = 0;
    boxaGetBoxGeometry(pieces, i, nullptr, nullptr, &w, &h);
    if (h >= kLowest && h <= kHighest && w >= kLowest / 2 && w <= 3 * h) heights.push_back(h);
  }
  boxaDestroy(&pieces);
  if (heights.size() < kFewest) return 0;
  // Strokes that stand apart make many small pieces: whole characters are among the upper ones.
  const auto upper = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 3 / 4);
  std::nth_element(heights.begin(), upper, heights.end());
  return static_cast<float>(*upper);
}

}  // namespace biaoshen
