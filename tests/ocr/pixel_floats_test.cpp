#include "extractors/ocr/pixel_floats.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("planes are blue, green, red, normalised each, zero where the picture ends") {
  const PixPtr pixel(pixCreate(4, 2, 32));
  pixSetAllArbitrary(pixel.get(), 0);
  for (int x = 0; x < 4; ++x)
    for (int y = 0; y < 2; ++y) pixSetRGBPixel(pixel.get(), x, y, 255, 51, 0);
  const Normalising normalising = {{0.0f, 0.1f, 0.5f}, {1.0f, 0.5f, 0.5f}};
  const auto values = pixel_floats(*pixel, 4, 2, 8, 2, normalising);
  REQUIRE(values.size() == 3 * 8 * 2);
  CHECK(values[0] == Approx(0));        // blue 0
  CHECK(values[16] == Approx(0.2));     // green 0.2 - 0.1 over 0.5
  CHECK(values[32 + 11] == Approx(1));  // red
  CHECK(values[32 + 12] == 0);          // beyond
}

TEST_CASE("grey is the same in all planes, and sizes are exact") {
  const PixPtr grey(pixCreate(37, 11, 8));
  pixSetAllArbitrary(grey.get(), 255);
  const auto values =
      pixel_floats(*grey, 100, 48, 104, 48, {{0.5f, 0.5f, 0.5f}, {0.5f, 0.5f, 0.5f}});
  CHECK(values[0] == Approx(1));
  CHECK(values[2 * 104 * 48 + 47 * 104 + 99] == Approx(1));
  CHECK(values[47 * 104 + 100] == 0);
}

}  // namespace biaoshen
