#include "extractors/readers/pdf/pdf_images.h"

#include <leptonica/allheaders.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <cmath>

#include "extractors/readers/pdf/pdf_device.h"
#include "extractors/readers/pdf/pdf_pixels.h"

namespace biaoshen {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kSquareEnough = 1.15;  // width of a pixel to its height
constexpr double kMostStretched = 4;    // beyond, the page distorts on purpose
constexpr float kCutShare = 0.02f;      // less is not worth cutting off

// Meets the images of a page as the walker does and takes those that are wanted.
class Taker final : public Unpainted<OutputDev> {
 public:
  Taker(const std::vector<std::size_t>& wanted, const Limits& limits, const TakePicture& take)
      : wanted_(wanted), limits_(limits), take_(take) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    if (is_wanted(width, height)) {
      GfxRGB rgb{};
      state->getFillRGB(&rgb);
      const Rgb ink{colToByte(rgb.r), colToByte(rgb.g), colToByte(rgb.b)};
      take(*state, {stream, width, height, nullptr, invert, ink}, {});
    } else if (is_inline) {
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
    }
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool interpolate, const int* mask,
                 bool is_inline) override {
    if (is_wanted(width, height))
      take(*state, {stream, width, height, colours, false, {}, mask}, {});
    else if (is_inline)
      OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask,
                           is_inline);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height,
                       GfxImageColorMap* colours, bool, Stream* mask, int mask_width,
                       int mask_height, bool mask_invert, bool) override {
    if (is_wanted(width, height))
      take(*state, {stream, width, height, colours},
           {mask, mask_width, mask_height, nullptr, mask_invert});
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool, Stream* mask, int mask_width,
                           int mask_height, GfxImageColorMap* mask_colours, bool) override {
    if (is_wanted(width, height))
      take(*state, {stream, width, height, colours}, {mask, mask_width, mask_height, mask_colours});
  }

 private:
  // Counts as the walker counts.
  bool is_wanted(int width, int height) {
    if (in_soft_mask() || next_ >= kMostImages || width <= 0 || height <= 0) return false;
    return std::find(wanted_.begin(), wanted_.end(), next_++) != wanted_.end();
  }

  void take(const GfxState& state, const Samples& image, const Samples& mask) {
    Pixels pixels = pixels_of(image, mask, limits_);
    PagePicture picture{std::move(pixels.pix), {}, pixels.problem};
    if (picture.pix)
      picture.to_page =
          map_of_image(state, pixGetWidth(picture.pix.get()), pixGetHeight(picture.pix.get()));
    take_(next_ - 1, std::move(picture));
  }

  const std::vector<std::size_t>& wanted_;
  const Limits& limits_;
  const TakePicture& take_;
  std::size_t next_ = 0;
};

// `pix` takes the place of the picture's; `inner` maps its pixels to the former ones.
void replace(PagePicture& picture, Pix* pix, const PixelMap& inner) {
  if (pix == nullptr) return;
  picture.pix.reset(pix);
  picture.to_page = picture.to_page * inner;
}

// One of eight ways to lie; the map's signs tell which.
void turn_upright(PagePicture& picture) {
  const PixelMap& map = picture.to_page;
  Pix* pix = picture.pix.get();
  if (std::abs(map.m[0]) < std::abs(map.m[3]))
    replace(picture, pixRotate90(pix, 1), {{0, 1, 0, -1, 0, double(pixGetHeight(pix)), 0, 0, 1}});
  pix = picture.pix.get();
  if (map.m[0] < 0)
    replace(picture, pixFlipLR(nullptr, pix),
            {{-1, 0, double(pixGetWidth(pix)), 0, 1, 0, 0, 0, 1}});
  pix = picture.pix.get();
  if (map.m[4] < 0)
    replace(picture, pixFlipTB(nullptr, pix),
            {{1, 0, 0, 0, -1, double(pixGetHeight(pix)), 0, 0, 1}});
}

bool is_slanted(const PixelMap& map) {
  return std::abs(map.m[1]) > 0.01 * std::abs(map.m[4]) ||
         std::abs(map.m[3]) > 0.01 * std::abs(map.m[0]);
}

// What a clip hides is not on the page.
void cut_to(PagePicture& picture, const Box& shown) {
  const PixelMap& map = picture.to_page;
  if (is_slanted(map) || map.m[0] == 0 || map.m[4] == 0) return;
  const auto across = static_cast<double>(pixGetWidth(picture.pix.get()));
  const auto down = static_cast<double>(pixGetHeight(picture.pix.get()));
  const double left = std::clamp((shown.left - map.m[2]) / map.m[0], 0.0, across);
  const double right = std::clamp((shown.right - map.m[2]) / map.m[0], 0.0, across);
  const double top = std::clamp((shown.top - map.m[5]) / map.m[4], 0.0, down);
  const double bottom = std::clamp((shown.bottom - map.m[5]) / map.m[4], 0.0, down);
  if (right - left > (1 - kCutShare) * across && bottom - top > (1 - kCutShare) * down) return;
  const auto x = static_cast<l_int32>(left), y = static_cast<l_int32>(top);
  const l_int32 width = static_cast<l_int32>(std::ceil(right)) - x;
  const l_int32 height = static_cast<l_int32>(std::ceil(bottom)) - y;
  if (width < 1 || height < 1) return;
  ::Box* part = boxCreate(x, y, width, height);
  replace(picture, pixClipRectangle(picture.pix.get(), part, nullptr),
          {{1, 0, double(x), 0, 1, double(y), 0, 0, 1}});
  boxDestroy(&part);
}

// A fax of 204 × 98 dpi shows its letters squashed.
void make_square(PagePicture& picture) {
  const PixelMap& map = picture.to_page;
  const double across = std::hypot(map.m[0], map.m[3]), down = std::hypot(map.m[1], map.m[4]);
  if (!(across > 0) || !(down > 0)) return;
  const double wide = std::max(across / down, 1.0), tall = std::max(down / across, 1.0);
  const double stretch = wide * tall;
  if (stretch < kSquareEnough || stretch > kMostStretched) return;
  const double before_x = pixGetWidth(picture.pix.get());
  const double before_y = pixGetHeight(picture.pix.get());
  PixPtr square = reduced(
      PixPtr(pixScale(picture.pix.get(), static_cast<float>(wide), static_cast<float>(tall))));
  if (!square) return;
  const PixelMap inner{{before_x / pixGetWidth(square.get()), 0, 0, 0,
                        before_y / pixGetHeight(square.get()), 0, 0, 0, 1}};
  replace(picture, square.release(), inner);
}

}  // namespace

void take_images(PDFDoc& document, int page, const std::vector<std::size_t>& wanted,
                 const Limits& limits, const TakePicture& take) {
  Taker taker(wanted, limits, take);
  document.displayPage(&taker, page, kPointsPerInch, kPointsPerInch, 0, false, true, false);
}

PagePicture as_displayed(PagePicture picture, const Box& shown) {
  if (!picture.pix) return picture;
  turn_upright(picture);
  cut_to(picture, shown);
  make_square(picture);
  return picture;
}

}  // namespace biaoshen
