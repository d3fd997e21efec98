// Crops as data: URIs.
#include "templates/html/png_uri.h"

#include <catch2/catch.hpp>

#include "sample_review.h"

using namespace biaoshen;

TEST_CASE("a PNG becomes a data URI with its size") {
  const auto png = png_uri(sample_png());
  REQUIRE(png);
  CHECK(png->uri.starts_with("data:image/png;base64,iVBORw0KGgo"));
  CHECK(png->uri.ends_with("rkJggg=="));
  CHECK(png->width == 1);
  CHECK(png->height == 1);
}

TEST_CASE("base64 pads to four digits") {
  const std::string png = sample_png();
  for (std::size_t size : {24u, 25u, 26u, 27u}) {
    const auto made = png_uri(png.substr(0, size));
    REQUIRE(made);
    CHECK((made->uri.size() - std::string("data:image/png;base64,").size()) % 4 == 0);
  }
  CHECK(png_uri(png.substr(0, 25))->uri.ends_with("=="));
}

TEST_CASE("what is not a PNG is no image") {
  CHECK_FALSE(png_uri(""));
  CHECK_FALSE(png_uri("<svg onload=alert(1)>                    "));
  CHECK_FALSE(png_uri(sample_png().substr(0, 20)));
}
