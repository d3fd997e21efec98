#include "extractors/readers/pdf/pdf_strips.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "extractors/readers/pdf/pdf_pixels.h"

namespace biaoshen {
namespace {

constexpr float kTouch = 1.0f;        // points between the edges of neighbours
constexpr double kSameScale = 0.03;   // share
constexpr double kFilled = 0.95;      // share of the group's rectangle that its pieces fill
constexpr l_int32 kSameSize = 2;      // pixels; a piece that is off by more is scaled
constexpr double kMostJoined = 30e6;  // pixels of a joined picture

bool is_near(float a, float b) {
  return std::abs(a - b) <= kTouch;
}

// Pixels per point along the x and y axis of the page; 0 where the image is slanted.
struct Fineness {
  double across = 0, down = 0;
};
Fineness fineness_of(const DrawnImage& drawn) {
  const double* m = drawn.to_page.m;
  const bool sideways = std::abs(m[0]) < std::abs(m[3]);
  const double along_x = std::abs(sideways ? m[1] : m[0]),
               along_y = std::abs(sideways ? m[3] : m[4]);
  const double slant = std::abs(sideways ? m[0] : m[1]) + std::abs(sideways ? m[4] : m[3]);
  if (!(along_x > 0) || !(along_y > 0) || slant > kSameScale * (along_x + along_y)) return {};
  return {1 / along_x, 1 / along_y};
}

bool is_same_scale(const Fineness& a, const Fineness& b) {
  return a.across > 0 && b.across > 0 && std::abs(a.across - b.across) <= kSameScale * a.across &&
         std::abs(a.down - b.down) <= kSameScale * a.down;
}

bool is_whole(const DrawnImage& drawn) {
  const Box &all = drawn.image.box, &seen = drawn.shown;
  return width(seen) * height(seen) > kFilled * width(all) * height(all);
}

bool are_neighbours(const DrawnImage& a, const DrawnImage& b) {
  const Box &p = a.shown, &q = b.shown;
  const bool stacked = is_near(p.left, q.left) && is_near(p.right, q.right) &&
                       (is_near(p.bottom, q.top) || is_near(q.bottom, p.top));
  const bool abreast = is_near(p.top, q.top) && is_near(p.bottom, q.bottom) &&
                       (is_near(p.right, q.left) || is_near(q.right, p.left));
  return (stacked || abreast) && a.is_stencil == b.is_stencil && is_whole(a) && is_whole(b) &&
         is_same_scale(fineness_of(a), fineness_of(b));
}

// Images joined to their neighbours, as a forest: each knows its parent.
class Forest {
 public:
  explicit Forest(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

ImageGroup group_of(const PageWalk& walk, std::vector<std::size_t> images) {
  ImageGroup group{std::move(images), {}, 0, 0};
  group.shown = walk.images[group.images.front()].shown;
  for (const std::size_t i : group.images) group.shown = unite(group.shown, walk.images[i].shown);
  const DrawnImage& first = walk.images[group.images.front()];
  const Fineness fineness = fineness_of(first);
  group.width = fineness.across > 0 ? width(group.shown) * fineness.across : first.image.width;
  group.height = fineness.down > 0 ? height(group.shown) * fineness.down : first.image.height;
  return group;
}

// Neighbours that leave holes are pictures that happen to touch.
bool fills_rectangle(const PageWalk& walk, const ImageGroup& group) {
  double sum = 0;
  for (const std::size_t i : group.images)
    sum += double(width(walk.images[i].shown)) * height(walk.images[i].shown);
  return sum >= kFilled * width(group.shown) * height(group.shown);
}

// Pieces pasted onto one sheet.
class Sheet {
 public:
  explicit Sheet(const Box& shown) : shown_(shown) {}

  void paste(PagePicture piece) {
    if (!sheet_ && !begin(piece)) return;
    const Box box = piece.to_page.apply({0, 0, static_cast<float>(pixGetWidth(piece.pix.get())),
                                         static_cast<float>(pixGetHeight(piece.pix.get()))});
    const auto x = static_cast<l_int32>(std::lround((box.left - shown_.left) * across_));
    const auto y = static_cast<l_int32>(std::lround((box.top - shown_.top) * down_));
    const auto wide = static_cast<l_int32>(std::lround(width(box) * across_));
    const auto high = static_cast<l_int32>(std::lround(height(box) * down_));
    if (wide < 1 || high < 1) return;
    if (std::abs(wide - pixGetWidth(piece.pix.get())) > kSameSize ||
        std::abs(high - pixGetHeight(piece.pix.get())) > kSameSize)
      piece.pix.reset(pixScaleToSize(piece.pix.get(), wide, high));
    if (piece.pix && pixGetDepth(piece.pix.get()) > pixGetDepth(sheet_.get()))
      sheet_.reset(pixConvertTo32(sheet_.get()));
    if (piece.pix && sheet_ && pixGetDepth(piece.pix.get()) < pixGetDepth(sheet_.get()))
      piece.pix.reset(pixConvertTo32(piece.pix.get()));
    if (piece.pix && sheet_)
      pixRasterop(sheet_.get(), x, y, pixGetWidth(piece.pix.get()), pixGetHeight(piece.pix.get()),
                  PIX_SRC, piece.pix.get(), 0, 0);
  }

  PagePicture take() {
    PagePicture whole;
    if (!sheet_) return whole;
    const double wide = pixGetWidth(sheet_.get()), high = pixGetHeight(sheet_.get());
    whole.pix = reduced(std::move(sheet_));
    if (!whole.pix) return whole;
    whole.to_page = {{wide / across_ / pixGetWidth(whole.pix.get()), 0, shown_.left, 0,
                      high / down_ / pixGetHeight(whole.pix.get()), shown_.top, 0, 0, 1}};
    return whole;
  }

 private:
  // The first piece says how fine the sheet is.
  bool begin(const PagePicture& piece) {
    across_ = 1 / piece.to_page.m[0], down_ = 1 / piece.to_page.m[4];
    const double wide = std::ceil(width(shown_) * across_);
    const double high = std::ceil(height(shown_) * down_);
    if (!(wide >= 1) || !(high >= 1) || !(wide * high <= kMostJoined)) return false;
    sheet_.reset(pixCreate(static_cast<l_int32>(wide), static_cast<l_int32>(high),
                           pixGetDepth(piece.pix.get())));
    if (sheet_) pixSetBlackOrWhite(sheet_.get(), L_SET_WHITE);
    return sheet_ != nullptr;
  }

  Box shown_;
  double across_ = 1, down_ = 1;
  PixPtr sheet_;
};

}  // namespace

std::vector<ImageGroup> groups_of(const PageWalk& walk) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < walk.images.size(); ++i)
    if (width(walk.images[i].shown) > 0) shown.push_back(i);
  Forest forest(walk.images.size());
  for (std::size_t a = 0; a < shown.size(); ++a)
    for (std::size_t b = a + 1; b < shown.size(); ++b)
      if (are_neighbours(walk.images[shown[a]], walk.images[shown[b]]))
        forest.join(shown[a], shown[b]);
  std::vector<std::vector<std::size_t>> members(walk.images.size());
  for (const std::size_t i : shown) members[forest.root(i)].push_back(i);
  std::vector<ImageGroup> groups;
  for (std::vector<std::size_t>& images : members) {
    if (images.empty()) continue;
    ImageGroup group = group_of(walk, images);
    if (fills_rectangle(walk, group))
      groups.push_back(std::move(group));
    else
      for (const std::size_t i : images) groups.push_back(group_of(walk, {i}));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const ImageGroup& a, const ImageGroup& b) {
    return std::tie(a.shown.top, a.shown.left) < std::tie(b.shown.top, b.shown.left);
  });
  return groups;
}

PagePicture picture_of(PDFDoc& document, int page, const PageWalk& walk, const ImageGroup& group,
                       const Limits& limits) {
  PagePicture single;
  Sheet sheet(group.shown);
  std::string problem;
  take_images(document, page, group.images, limits, [&](std::size_t i, PagePicture picture) {
    if (!picture.problem.empty()) problem = picture.problem;
    if (!picture.pix) return;
    picture = as_displayed(std::move(picture), walk.images[i].shown);
    if (group.images.size() == 1)
      single = std::move(picture);
    else
      sheet.paste(std::move(picture));
  });
  PagePicture whole = group.images.size() == 1 ? std::move(single) : sheet.take();
  whole.problem = problem;
  return whole;
}

}  // namespace biaoshen
