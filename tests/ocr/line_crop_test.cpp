#include "extractors/ocr/line_crop.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("a box is cut at the picture's edges; outside there is nothing") {
  const PixPtr page(pixCreate(100, 50, 8));
  const PixPtr cut = cut_out(*page, {-5, 10.2f, 30.5f, 80});
  REQUIRE(cut != nullptr);
  CHECK(pixGetWidth(cut.get()) == 31);
  CHECK(pixGetHeight(cut.get()) == 40);
  CHECK(cut_out(*page, {200, 0, 300, 20}) == nullptr);
  CHECK(cut_out(*page, {10, 10, 10, 20}) == nullptr);
}

TEST_CASE("a line that falls is cut out level") {
  const PixPtr page(pixCreate(400, 120, 8));
  pixSetAllArbitrary(page.get(), 255);
  for (int x = 40; x < 360; ++x)
    for (int y = 0; y < 8; ++y) pixSetPixel(page.get(), x, 40 + y + x / 10, 0);
  const PixPtr cut = cut_line(*page, {{40, 52, 360, 76}, 0.1f});
  REQUIRE(cut != nullptr);
  CHECK(pixGetWidth(cut.get()) == 320);
  for (const int x : {20, 160, 300}) {
    l_uint32 middle = 255, above = 0;
    pixGetPixel(cut.get(), x, 12, &middle);
    pixGetPixel(cut.get(), x, 2, &above);
    CAPTURE(x);
    CHECK(middle < 60);
    CHECK(above > 200);
  }
}

}  // namespace biaoshen
