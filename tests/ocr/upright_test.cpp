#include "extractors/ocr/upright.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("lines along the columns are told by the shape of their boxes") {
  const FoundLine level{{0, 0, 200, 20}, 0}, up{{0, 0, 20, 200}, 0}, square{{0, 0, 20, 20}, 0};
  CHECK(runs_along_columns({up, up, level}));
  CHECK_FALSE(runs_along_columns({up, level, level}));
  CHECK_FALSE(runs_along_columns({square, square}));
  CHECK_FALSE(runs_along_columns({}));
}

TEST_CASE("a turned pixel leads back to where it stood") {
  const PixPtr page(pixCreate(70, 40, 8));
  pixSetPixel(page.get(), 12, 5, 200);
  for (const int turns : {0, 1, 2, 3}) {
    CAPTURE(turns);
    const PixPtr other = turned(*page, turns);
    for (int y = 0; y < pixGetHeight(other.get()); ++y)
      for (int x = 0; x < pixGetWidth(other.get()); ++x) {
        l_uint32 value = 0;
        pixGetPixel(other.get(), x, y, &value);
        if (value == 0) continue;
        const auto left = static_cast<float>(x), top = static_cast<float>(y);
        CHECK(from_turned(turns, 70, 40).apply({left, top, left + 1, top + 1}) ==
              biaoshen::Box{12, 5, 13, 6});
      }
  }
}

}  // namespace biaoshen
