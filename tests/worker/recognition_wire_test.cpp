// Claims about recognised pictures on the wire between readers.
#include "extractors/worker/recognition_wire.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace biaoshen;

namespace {

RecognisedPicture sample() {
  RecognisedPicture picture;
  picture.width = 800, picture.height = 600;
  picture.to_original.m[2] = 12.5;
  picture.lines.push_back(
      {{1, 2, 30, 14}, {{"标", {1, 2, 12, 14}, 97}, {" ", {12, 2, 14, 14}, 50}}, 96, "标"});
  picture.lines.push_back({{1, 20, 30, 34}, {}, 10, std::nullopt});
  picture.rulings.push_back({false, 3, 4, 90});
  picture.seals.push_back({{5, 5, 50, 50}, "示例协会", 60});
  picture.marks.push_back({7, 8, 9, 10});
  picture.is_grey = true;
  picture.quarter_turns = 3;
  picture.engines = {"one", "two"};
  return picture;
}

}  // namespace

TEST_CASE("a recognised picture comes back as it was") {
  const auto back = wire::decode_recognised(wire::encode(sample()));
  REQUIRE(back);
  CHECK(wire::encode(*back) == wire::encode(sample()));
  CHECK(back->lines[0].second == "标");
  CHECK_FALSE(back->lines[1].second);
  CHECK(back->seals[0].name == "示例协会");
  CHECK(back->to_original.m[2] == 12.5);
}

TEST_CASE("what is no recognised picture is as if it were not known") {
  CHECK_FALSE(wire::decode_recognised(""));
  CHECK_FALSE(wire::decode_recognised("\xFF\xFF garbage"));
  RecognisedPicture bad = sample();
  bad.lines[0].box.left = std::numeric_limits<float>::quiet_NaN();
  CHECK_FALSE(wire::decode_recognised(wire::encode(bad)));
  bad = sample();
  bad.marks[0] = {9, 9, 1, 1};  // inside out
  CHECK_FALSE(wire::decode_recognised(wire::encode(bad)));
}

TEST_CASE("a map that leads to infinity is as if the picture were not known") {
  RecognisedPicture far = sample();
  far.to_original.m[0] = 1e72;
  CHECK_FALSE(wire::decode_recognised(wire::encode(far)));
  far = sample();
  far.to_original.m[8] = 0;  // of every point
  CHECK_FALSE(wire::decode_recognised(wire::encode(far)));
}

TEST_CASE("a symbol that is no character of a line is as if the picture were not known") {
  for (const char* text : {"", "\n", "a\tb"}) {
    RecognisedPicture odd = sample();
    odd.lines[0].symbols[0].text = text;
    CHECK_FALSE(wire::decode_recognised(wire::encode(odd)));
  }
}
