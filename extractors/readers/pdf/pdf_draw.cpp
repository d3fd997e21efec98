#include "extractors/readers/pdf/pdf_draw.h"

#include <leptonica/allheaders.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>

#include "extractors/readers/pdf/pdf_device.h"

namespace biaoshen {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kUsual = 200, kFinest = 300, kCoarsest = 36;  // dots per inch
constexpr double kMostPixels = 12e6;
constexpr double kSmallPage = 420.0 * 595;  // square points: A5; its print is small
constexpr double kOfThePage = 0.1;          // a picture with a larger share gives its fineness

// As fine as the pictures on the page, within reason.
double dpi_for(const PageWalk& walk) {
  const double page = double(walk.width) * walk.height;
  double dpi = page < kSmallPage ? kFinest : kUsual;
  for (const DrawnImage& drawn : walk.images) {
    const double area = double(width(drawn.image.box)) * height(drawn.image.box);
    if (width(drawn.shown) * height(drawn.shown) < kOfThePage * page || !(area > 0)) continue;
    const double pixels = double(drawn.image.width) * drawn.image.height;
    dpi = std::max(dpi, kPointsPerInch * std::sqrt(pixels / area));
  }
  return std::min({dpi, kFinest, kPointsPerInch * std::sqrt(kMostPixels / page)});
}

// A page without its watermarks.
class Drawer final : public SplashOutputDev {
 public:
  explicit Drawer(SplashColorPtr paper) : SplashOutputDev(splashModeRGB8, 1, false, paper) {}

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    if (!is_diagonal(*state))
      SplashOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }
  bool beginType3Char(GfxState* state, double x, double y, double dx, double dy, CharCode code,
                      const Unicode* u, int length) override {
    return is_diagonal(*state) ||
           SplashOutputDev::beginType3Char(state, x, y, dx, dy, code, u, length);
  }
};

PixPtr pix_of(SplashBitmap& bitmap) {
  PixPtr pix(pixCreate(bitmap.getWidth(), bitmap.getHeight(), 32));
  for (int y = 0; pix && y < bitmap.getHeight(); ++y) {
    const unsigned char* from = bitmap.getDataPtr() + std::ptrdiff_t{y} * bitmap.getRowSize();
    l_uint32* to = pixGetData(pix.get()) + std::ptrdiff_t{y} * pixGetWpl(pix.get());
    for (int x = 0; x < bitmap.getWidth(); ++x, from += 3)
      composeRGBPixel(from[0], from[1], from[2], to + x);
  }
  return pix;
}

}  // namespace

PagePicture draw_page(PDFDoc& document, int page, const PageWalk& walk) {
  PagePicture picture;
  if (!(walk.width >= 1) || !(walk.height >= 1)) return picture;
  const double dpi = dpi_for(walk);
  if (!(dpi >= kCoarsest)) return picture;
  SplashColor paper = {255, 255, 255};
  Drawer device(paper);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(&document);
  document.displayPage(&device, page, dpi, dpi, 0, false, true, false);
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getMode() != splashModeRGB8 || bitmap->getWidth() < 1)
    return picture;
  picture.pix = pix_of(*bitmap);
  const double scale = kPointsPerInch / dpi;
  picture.to_page.m[0] = scale;
  picture.to_page.m[4] = scale;
  return picture;
}

}  // namespace biaoshen
