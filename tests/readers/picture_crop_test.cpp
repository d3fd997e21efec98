// Claims about pieces cut out of pictures.
#include "extractors/readers/pictures/picture_crop.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <limits>

namespace biaoshen {
namespace {

// White with one red pixel.
PixPtr picture(l_int32 width, l_int32 height, l_int32 x, l_int32 y) {
  PixPtr pix(pixCreate(width, height, 32));
  pixSetAll(pix.get());
  pixSetRGBPixel(pix.get(), x, y, 255, 0, 0);
  return pix;
}

}  // namespace

TEST_CASE("a piece is cut out pixel for pixel") {
  const Crop crop = cut(*picture(20, 10, 5, 3), {4, 3, 7, 5}, 1, kMostCropPixels);
  REQUIRE(crop.width == 3);
  REQUIRE(crop.height == 2);
  REQUIRE(crop.rgb.size() == 18);
  CHECK(crop.rgb.substr(3, 3) == "\xFF" + std::string(2, '\0'));
  CHECK(crop.rgb.substr(0, 3) == "\xFF\xFF\xFF");
}

TEST_CASE("grey pictures give grey crops") {
  const PixPtr grey(pixCreate(4, 4, 8));
  pixSetAllArbitrary(grey.get(), 0x42);
  CHECK(cut(*grey, {0, 0, 1, 1}, 1, kMostCropPixels).rgb == "BBB");
}

TEST_CASE("a crop is scaled as asked and as allowed") {
  const PixPtr pix = picture(400, 200, 0, 0);
  CHECK(cut(*pix, {0, 0, 400, 200}, 0.5, kMostCropPixels).width == 200);
  const Crop small = cut(*pix, {0, 0, 400, 200}, 1, 20'000);
  CHECK(small.width == 200);
  CHECK(small.height == 100);
}

TEST_CASE("what lies beside the picture is left out, nothing of it gives nothing") {
  const PixPtr pix = picture(20, 10, 0, 0);
  CHECK(cut(*pix, {-5, -5, 1000, 1000}, 1, kMostCropPixels).width == 20);
  CHECK(cut(*pix, {30, 0, 40, 5}, 1, kMostCropPixels).rgb.empty());
  CHECK(cut(*pix, {5, 5, 5, 5}, 1, kMostCropPixels).rgb.empty());
  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK(cut(*pix, {nan, nan, nan, nan}, 1, kMostCropPixels).rgb.empty());
}

}  // namespace biaoshen
