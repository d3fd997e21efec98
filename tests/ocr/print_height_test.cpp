#include "extractors/ocr/print_height.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "tests/ocr/printed.h"

namespace biaoshen {

TEST_CASE("the height of print follows its size; empty paper has none") {
  const std::u16string text = u"本文件由中国标准化协会提出并归口";
  for (const double size : {10.0, 20.0}) {
    const PixPtr page = testing::printed(400, 60, 144, {{10, 40, size, text}});
    CHECK(print_height(*page) == Approx(size * 2).epsilon(0.25));
  }
  const PixPtr white(pixCreate(100, 100, 8));
  pixSetAll(white.get());
  CHECK(print_height(*white) == 0);
}

}  // namespace biaoshen
