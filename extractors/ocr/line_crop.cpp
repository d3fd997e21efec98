#include "extractors/ocr/line_crop.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace biaoshen {

namespace {

constexpr float kLevel = 0.12f;  // of its height a line may rise or fall unnoticed

}  // namespace

PixPtr cut_out(const Pix& picture, const Box& box) {
  Pix* source = const_cast<Pix*>(&picture);  // only read
  const int width = pixGetWidth(source), height = pixGetHeight(source);
  const int left = std::clamp(static_cast<int>(std::floor(box.left)), 0, width);
  const int top = std::clamp(static_cast<int>(std::floor(box.top)), 0, height);
  const int right = std::clamp(static_cast<int>(std::ceil(box.right)), left, width);
  const int bottom = std::clamp(static_cast<int>(std::ceil(box.bottom)), top, height);
  if (right == left || bottom == top) return nullptr;
  ::Box* part = boxCreate(left, top, right - left, bottom - top);
  PixPtr cut(pixClipRectangle(source, part, nullptr));
  boxDestroy(&part);
  return cut;
}

PixPtr cut_line(const Pix& picture, const FoundLine& line) {
  if (std::abs(line.slope) * width(line.box) < kLevel * height(line.box))
    return cut_out(picture, line.box);
  const Box whole = around(line);
  const PixPtr cut = cut_out(picture, whole);
  if (cut == nullptr) return nullptr;
  // The picture's edge may have taken a part: all places are relative to what was cut.
  const float left = std::max(0.0f, std::floor(whole.left));
  const float top = std::max(0.0f, std::floor(whole.top));
  const float middle = (line.box.left + line.box.right) / 2 - left;
  const PixPtr level(pixVShearLI(cut.get(), static_cast<l_int32>(std::lround(middle)),
                                 -std::atan(line.slope), L_BRING_IN_WHITE));
  if (level == nullptr) return nullptr;
  return cut_out(*level, {0, line.box.top - top, static_cast<float>(pixGetWidth(level.get())),
                          line.box.bottom - top});
}

}  // namespace biaoshen
