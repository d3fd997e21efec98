// What is drawn over a crop: a frame that is seen, and covers over personal data.
#include "pipeline/stages/crop_ink.h"

#include <catch2/catch.hpp>

#include "pipeline/stages/png_writer.h"

using namespace biaoshen;

namespace {

Page page_with(const std::string& text, const Place& place) {
  Page page;
  page.text = text + "\n";
  page.words = {{0, static_cast<std::uint32_t>(text.size()), place}};
  return page;
}

Crop white(std::uint32_t wide, std::uint32_t high) {
  return {wide, high, std::string(3 * std::size_t{wide} * high, '\xFF')};
}

bool is_white(const Crop& crop, std::size_t x, std::size_t y) {
  return crop.rgb.substr(3 * (y * crop.width + x), 3) == "\xFF\xFF\xFF";
}

}  // namespace

TEST_CASE("the middle of a mobile number is hidden, in its own characters' part of the word") {
  const Page page = page_with("电话：13812345678", OnPage{{0, 0, 140, 10}});
  const std::vector<Box> hidden = hidden_places(page, 0);
  REQUIRE(hidden.size() == 1);
  CHECK(hidden[0] == Box{60, 0, 100, 10});
  CHECK(hidden_places(page, 1).empty());
}

TEST_CASE("what a picture of a page without geometry shows is hidden there") {
  const Page page = page_with("13812345678", InImage{2, {0, 0, 110, 10}});
  CHECK(hidden_places(page, 2).size() == 1);
  CHECK(hidden_places(page, 1).empty());
  CHECK(hidden_places(page, 0).empty());
}

TEST_CASE("a number of several words is hidden in each of them") {
  Page page = page_with("13812345678", OnPage{{0, 0, 50, 10}});
  page.words = {{0, 4, OnPage{{0, 0, 40, 10}}}, {4, 8, OnPage{{40, 0, 80, 10}}}};
  CHECK(hidden_places(page, 0) == std::vector<Box>{{30, 0, 40, 10}, {40, 0, 70, 10}});
}

TEST_CASE("what is no personal data is not covered") {
  CHECK(hidden_places(page_with("T/CAS 290—2017", OnPage{{0, 0, 99, 9}}), 0).empty());
}

TEST_CASE("a cover leaves nothing of what is under it and everything beside it") {
  Crop crop = white(100, 50);
  draw_cover(crop, {200, 100, 300, 150}, {220, 110, 260, 130});
  for (std::size_t y = 0; y < 50; ++y)
    for (std::size_t x = 0; x < 100; ++x) {
      const bool is_under = x >= 20 && x < 60 && y >= 10 && y < 30;
      const bool is_far = x < 18 || x > 62 || y < 8 || y > 32;
      if (is_under) CHECK_FALSE(is_white(crop, x, y));
      if (is_far) CHECK(is_white(crop, x, y));
    }
}

TEST_CASE("what lies beside the crop is not drawn on its edge") {
  Crop crop = white(20, 20);
  const Crop before = crop;
  draw_cover(crop, {0, 0, 20, 20}, {30, 0, 40, 20});
  draw_cover(crop, {0, 0, 20, 20}, {-30, -20, -10, -5});
  CHECK(crop.rgb == before.rgb);
}

TEST_CASE("the frame is two pixels wide and keeps clear of the words") {
  Crop crop = white(100, 50);
  draw_frame(crop, {0, 0, 100, 50}, {20, 10, 60, 30});
  CHECK_FALSE(is_white(crop, 40, 7));
  CHECK_FALSE(is_white(crop, 40, 8));
  CHECK(is_white(crop, 40, 9));
  CHECK(is_white(crop, 40, 6));
}

TEST_CASE("a frame of a box from nowhere stays in the crop") {
  Crop crop = white(20, 20);
  draw_frame(crop, {0, 0, 20, 20}, {-1e30F, 5, 1e30F, 1e30F});
  CHECK(crop.rgb.size() == 3u * 20 * 20);
}
