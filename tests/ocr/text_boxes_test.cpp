#include "extractors/ocr/text_boxes.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

namespace biaoshen {
namespace {

PixPtr empty_map() {
  return PixPtr(pixCreate(400, 200, 8));
}
// A bar of one likelihood that runs `slope` pixels down for each to the right.
void draw(Pix& map, int left, int top, int wide, int high, int likelihood, double slope = 0) {
  for (int x = left; x < left + wide; ++x)
    for (int y = 0; y < high; ++y)
      pixSetPixel(&map, x, top + y + static_cast<int>(slope * (x - left)),
                  static_cast<l_uint32>(likelihood));
}

}  // namespace

TEST_CASE("a piece that convinces is a line, with the margin the map leaves out") {
  const PixPtr map = empty_map();
  draw(*map, 100, 80, 200, 10, 230);
  draw(*map, 20, 20, 60, 10, 100);  // over the threshold, but not likely enough
  draw(*map, 20, 150, 2, 2, 255);   // dust
  const auto lines = text_boxes(*map);
  REQUIRE(lines.size() == 1);
  const float margin = 200 * 10 * 1.6f / (2 * 210);
  CHECK(lines[0].box.left == Approx(100 - margin));
  CHECK(lines[0].box.bottom == Approx(90 + margin));
  CHECK(lines[0].slope == Approx(0).margin(1e-4));
}

TEST_CASE("a line that rises is as thin as it is, and around() holds all of it") {
  const PixPtr map = empty_map();
  draw(*map, 50, 60, 300, 12, 230, 0.05);
  const auto lines = text_boxes(*map);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].slope == Approx(0.05).margin(0.005));
  CHECK(height(lines[0].box) < 35);
  CHECK(around(lines[0]).top < 60);
  CHECK(around(lines[0]).bottom > 60 + 15 + 12);
}

TEST_CASE("lines come from top to bottom") {
  const PixPtr map = empty_map();
  draw(*map, 200, 150, 80, 10, 230);
  draw(*map, 20, 20, 80, 10, 230);
  const auto lines = text_boxes(*map);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].box.top < lines[1].box.top);
}

}  // namespace biaoshen
