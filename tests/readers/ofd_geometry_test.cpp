// Claims about the geometry of OFD: boxes, matrices, offsets and paths as the format writes them.
#include "extractors/readers/ofd/ofd_geometry.h"

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("offsets are listed, or counted where they repeat") {
  CHECK(ofd_offsets("3 g 4 1.5 2") == std::vector<double>{3, 1.5, 1.5, 1.5, 1.5, 2});
  CHECK(ofd_offsets("g 2 3.175 -67.5") == std::vector<double>{3.175, 3.175, -67.5});
  CHECK(ofd_offsets("").empty());
  CHECK(ofd_offsets("g 3").empty());
  CHECK(ofd_offsets("1 nonsense 2") == std::vector<double>{1});
}

TEST_CASE("counts and numbers that flood are refused") {
  CHECK(ofd_offsets("g 1e15 1").empty());
  CHECK(ofd_offsets("g -5 1").empty());
  CHECK(ofd_offsets("1 g 200000 1").size() == 1);
  CHECK(ofd_numbers("1 inf 2").size() == 1);
  CHECK(ofd_numbers("nan").empty());
  CHECK(ofd_numbers("1e300").empty());
}

TEST_CASE("a box is four numbers and no smaller than nothing") {
  const auto box = ofd_box(" 1.5 2\n3 4 ");
  REQUIRE(box);
  CHECK(box->left == 1.5);
  CHECK(box->height == 4);
  CHECK_FALSE(ofd_box("0 0 210"));
  CHECK_FALSE(ofd_box("0 0 -1 5"));
}

TEST_CASE("matrices are applied from the inside out") {
  const OfdMatrix turned = *ofd_matrix("0 1 -1 0 0 0");  // a quarter turn clockwise
  const OfdMatrix moved{1, 0, 0, 1, 10, 20};
  CHECK((moved * turned).apply(OfdPoint{1, 0}).x == 10);
  CHECK((moved * turned).apply(OfdPoint{1, 0}).y == 21);
  CHECK((turned * moved).apply(OfdPoint{0, 0}).x == -20);
  CHECK((moved * turned).apply(OfdBox{0, 0, 2, 1}) == Box{9, 20, 10, 22});
  CHECK_FALSE(ofd_matrix("1 0 0 1"));
}

TEST_CASE("paths are pieces, curves make them none of rulings, C closes") {
  const auto path = ofd_path("M 0 0 L 10 0 L 10 5 C M 1 1 B 1 2 3 4 5 6 S 7 7");
  REQUIRE(path.size() == 3);
  CHECK(path[0].points.size() == 4);
  CHECK(path[0].points.back().x == 0);
  CHECK(path[0].is_straight);
  CHECK_FALSE(path[1].is_straight);
  CHECK(path[1].points.back().y == 6);
  CHECK(ofd_path("M 0 0 L 1 1 2 2")[0].points.size() == 3);  // the letter holds on
  CHECK(ofd_path("L L L").empty());
  CHECK(ofd_path("M 0 x").empty());
}

TEST_CASE("pixels of an image lie in its square") {
  const PixelMap map = pixel_map({40, 0, 0, 20, 5, 6}, 400, 100);
  CHECK(map.apply({0, 0, 400, 100}) == Box{5, 6, 45, 26});
}

}  // namespace biaoshen
