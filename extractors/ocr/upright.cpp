#include "extractors/ocr/upright.h"

#include <leptonica/allheaders.h>

namespace biaoshen {

namespace {

constexpr float kElongated = 1.5f;  // shapes that say nothing are between this and its inverse

}  // namespace

bool runs_along_columns(const std::vector<FoundLine>& lines) {
  float along_rows = 0, along_columns = 0;
  for (const FoundLine& line : lines) {
    const float w = width(line.box), h = height(line.box);
    if (w > kElongated * h) along_rows += w;
    if (h > kElongated * w) along_columns += h;
  }
  return along_columns > 1.5f * along_rows;
}

PixPtr turned(const Pix& picture, int quarter_turns) {
  return PixPtr(pixRotateOrth(const_cast<Pix*>(&picture), quarter_turns & 3));
}

PixelMap from_turned(int quarter_turns, int width, int height) {
  const double w = width, h = height;
  switch (quarter_turns & 3) {
    case 1:
      return {{0, 1, 0, -1, 0, h, 0, 0, 1}};
    case 2:
      return {{-1, 0, w, 0, -1, h, 0, 0, 1}};
    case 3:
      return {{0, -1, w, 1, 0, 0, 0, 0, 1}};
    default:
      return {};
  }
}

}  // namespace biaoshen
