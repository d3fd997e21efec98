// What is inked and is neither print, nor a ruling, nor a seal.
#include <leptonica/allheaders.h>

#include <algorithm>

#include "extractors/pictures/page_signs.h"
#include "extractors/pictures/reduced_picture.h"

namespace biaoshen {
namespace {

// Takes the box, grown by `room` pixels of the picture, out of the reduced bits.
void clear(Pix* bits, const Box& box, float room, int factor) {
  const auto f = static_cast<float>(factor);
  const int left = static_cast<int>((box.left - room) / f),
            top = static_cast<int>((box.top - room) / f);
  const int right = static_cast<int>((box.right + room) / f) + 1,
            bottom = static_cast<int>((box.bottom + room) / f) + 1;
  pixRasterop(bits, left, top, right - left, bottom - top, PIX_CLR, nullptr, 0, 0);
}

Box box_of(const Stroke& stroke) {
  return stroke.horizontal ? Box{stroke.from, stroke.at, stroke.to, stroke.at}
                           : Box{stroke.at, stroke.from, stroke.at, stroke.to};
}

// Not dust, not a remnant of a ruling, not a picture.
bool is_mark(int w, int h, int ink, const Pix& bits) {
  const int width = pixGetWidth(const_cast<Pix*>(&bits)),
            height = pixGetHeight(const_cast<Pix*>(&bits));
  const int larger = std::max(w, h), smaller = std::min(w, h);
  return larger >= 12 && smaller >= 4 && ink >= 30 && larger <= 20 * smaller &&
         (w < width / 2 || h < height / 4) && ink < w * h * 0.8;
}

}  // namespace

std::vector<Box> find_marks(const Pix& picture, const std::vector<Box>& print,
                            const std::vector<Stroke>& rulings, const std::vector<Box>& seals) {
  std::vector<Box> marks;
  Plane plane = reduced_grey(picture, factor_for(picture, 1400), Keep::mean);
  if (plane.width < 20 || plane.height < 20) return marks;
  if (is_mostly_dark(plane))
    for (std::uint8_t& v : plane.pixels) v = static_cast<std::uint8_t>(255 - v);
  PixPtr bits = darker_than(plane, local_mean(plane, 15), 205);
  if (bits) bits.reset(pixRemoveBorderConnComps(bits.get(), 8));
  if (!bits) return marks;
  const auto f = static_cast<float>(plane.factor);
  for (const Box& box : print) clear(bits.get(), box, 0.15f * height(box) + f, plane.factor);
  for (const Box& box : seals) clear(bits.get(), box, 0.03f * width(box), plane.factor);
  for (const Stroke& ruling : rulings) clear(bits.get(), box_of(ruling), 3 * f, plane.factor);
  PixPtr closed(pixCloseSafeBrick(nullptr, bits.get(), 13, 9));
  Boxa* boxes = closed ? pixConnComp(closed.get(), nullptr, 8) : nullptr;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    ::Box* box = boxaGetBox(boxes, i, L_CLONE);
    int x = 0, y = 0, w = 0, h = 0, ink = 0;
    boxGetGeometry(box, &x, &y, &w, &h);
    pixCountPixelsInRect(bits.get(), box, &ink, nullptr);
    boxDestroy(&box);
    if (is_mark(w, h, ink, *bits))
      marks.push_back({static_cast<float>(x) * f, static_cast<float>(y) * f,
                       static_cast<float>(x + w) * f, static_cast<float>(y + h) * f});
  }
  boxaDestroy(&boxes);
  std::sort(marks.begin(), marks.end(), [](const Box& a, const Box& b) {
    return a.top != b.top ? a.top < b.top : a.left < b.left;
  });
  return marks;
}

}  // namespace biaoshen
