#include "extractors/ocr/line_detector.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("pages and screens are seen at about the size of a page; small ones as they are") {
  CHECK(detection_scale(2480, 3508) == Approx(0.365).margin(0.01));
  CHECK(detection_scale(640, 480) == 1);
  CHECK(detection_scale(1080, 8000) > 0.7);  // a scrolled screenshot is several pages
  CHECK(30000.0 * 300 * detection_scale(30000, 300) * detection_scale(30000, 300) < 14.1e6);
  CHECK(detection_scale(1, 1) == 1);
}

TEST_CASE("tiles hold a bounded area, keep each pixel once and see around what they keep") {
  for (const auto& [width, height] :
       {std::pair(905, 1280), {1280, 1280}, {850, 6300}, {10000, 300}, {4000, 3000}, {1, 1}}) {
    CAPTURE(width, height);
    long kept = 0;
    const biaoshen::Box all{0, 0, static_cast<float>(width), static_cast<float>(height)};
    for (const Tile& tile : tiles_of(all, width, height)) {
      kept +=
          static_cast<long>(tile.kept.right - tile.kept.left) * (tile.kept.bottom - tile.kept.top);
      CHECK(static_cast<long>(tile.right - tile.left) * (tile.bottom - tile.top) <= 1280 * 1024);
      CHECK(tile.left >= 0);
      CHECK(tile.bottom <= height);
      CHECK((tile.kept.top == 0 || tile.kept.top - tile.top >= 32));
      CHECK((tile.kept.right == width || tile.right - tile.kept.right >= 32));
    }
    CHECK(kept == static_cast<long>(width) * height);
  }
}

TEST_CASE("white areas and slow shadows cost nothing") {
  const PixPtr page(pixCreate(600, 800, 8));
  for (int y = 0; y < 800; ++y)
    for (int x = 0; x < 600; ++x)
      pixSetPixel(page.get(), x, y, static_cast<l_uint32>(255 - x / 10));
  CHECK(bands_of(*page).empty());
  for (int x = 100; x < 300; x += 4)
    for (int y : {100, 110, 700}) pixSetPixel(page.get(), x, y, 0);
  const auto bands = bands_of(*page);
  REQUIRE(bands.size() == 2);
  CHECK(bands[0].top <= 90);
  CHECK(bands[0].bottom >= 115);
  CHECK(bands[0].left <= 96);
  CHECK(bands[0].right >= 300);
  CHECK(bands[1].bottom < 740);
}

}  // namespace biaoshen
