#include "extractors/pictures/straighten.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "extractors/pictures/bright_quad.h"
#include "extractors/pictures/warped_picture.h"
#include "tests/pictures/drawing.h"

namespace biaoshen {
namespace {

PixPtr grey_printed_page() {
  PixPtr pix = grey_paper(1240, 1754);
  print_lines(pix.get(), 150, 200, 940, 30, 22);
  return pix;
}

// Middle of the dark pixels of a picture.
PicturePoint middle_of_dark(const Pix& pix) {
  PicturePoint sum;
  int count = 0;
  for (int y = 0; y < pixGetHeight(const_cast<Pix*>(&pix)); ++y)
    for (int x = 0; x < pixGetWidth(const_cast<Pix*>(&pix)); ++x)
      if (pixel(pix, x, y).green < 100) sum.x += x, sum.y += y, ++count;
  return {sum.x / count, sum.y / count};
}

}  // namespace

TEST_CASE("skew is measured and taken out, to either side") {
  const PixPtr straight_page = grey_printed_page();
  for (const double degrees : {-5.0, -2.4, -0.6, 0.5, 1.2, 3.7, 5.0}) {
    const PixPtr skewed = turned_by(*straight_page, degrees);
    const StraightPicture straight = straighten(*skewed);
    INFO(degrees);
    REQUIRE(straight.pix);
    CHECK(straight.skew == Approx(degrees).margin(0.15));
    CHECK_FALSE(straight.is_rectified);
    const StraightPicture again = straighten(*straight.pix);
    CHECK_FALSE(again.pix);
  }
}

TEST_CASE("what is straight, or has no lines, is left alone") {
  CHECK_FALSE(straighten(*grey_printed_page()).pix);
  CHECK_FALSE(straighten(*turned_by(*grey_printed_page(), 0.2)).pix);
  CHECK_FALSE(straighten(*grey_paper(800, 600)).pix);
  CHECK_FALSE(straighten(*grey_paper(3, 2)).pix);
  PixPtr noise = grey_paper(900, 700);
  add_noise(noise.get(), 120);
  CHECK_FALSE(straighten(*noise).pix);
  PixPtr blots = paper(900, 700);
  for (int i = 0; i < 12; ++i)
    stamp_blot(blots.get(), 80 + i * 67, 100 + (i * 211) % 500, 20 + i * 3, {30, 90, 60});
  CHECK_FALSE(straighten(*blots).pix);
}

TEST_CASE("the map leads back to the pixels that were given") {
  PixPtr given = grey_printed_page();
  fill(given.get(), 150, 200, 1000, 1500, {255, 255, 255});
  print_lines(given.get(), 150, 700, 940, 20, 22);
  given = turned_by(*given, 4);
  const StraightPicture straight = straighten(*given);
  REQUIRE(straight.pix);
  for (const PicturePoint& spot :
       {PicturePoint{100, 100}, PicturePoint{1100, 150}, PicturePoint{620, 400}}) {
    PixPtr marked(pixCopy(nullptr, given.get()));
    pixSetAll(marked.get());
    fill(marked.get(), static_cast<int>(spot.x) - 3, static_cast<int>(spot.y) - 3, 7, 7);
    const PixPtr drawn = warped(*marked, straight.to_original, pixGetWidth(straight.pix.get()),
                                pixGetHeight(straight.pix.get()));
    const PicturePoint seen = middle_of_dark(*drawn);
    const auto x = static_cast<float>(seen.x), y = static_cast<float>(seen.y);
    const biaoshen::Box back = straight.to_original.apply({x, y, x, y});
    CHECK(back.left == Approx(spot.x).margin(0.5));
    CHECK(back.top == Approx(spot.y).margin(0.5));
  }
}

TEST_CASE("a sheet photographed askew is made rectangular") {
  PixPtr photo = paper(1600, 1800, {70, 62, 55});
  const double x[4] = {220, 1350, 1420, 150}, y[4] = {160, 210, 1600, 1650};
  fill_quad(photo.get(), x, y, {235, 232, 225});
  fill(photo.get(), 700, 800, 11, 11);
  add_noise(photo.get(), 12);
  const StraightPicture straight = straighten(*photo);
  REQUIRE(straight.pix);
  CHECK(straight.is_rectified);
  const auto width = static_cast<float>(pixGetWidth(straight.pix.get()));
  const auto height = static_cast<float>(pixGetHeight(straight.pix.get()));
  const PicturePoint corners[4] = {{0, 0}, {width, 0}, {width, height}, {0, height}};
  for (int i = 0; i < 4; ++i) {
    const auto cx = static_cast<float>(corners[i].x), cy = static_cast<float>(corners[i].y);
    const biaoshen::Box corner = straight.to_original.apply({cx, cy, cx, cy});
    CHECK(corner.left == Approx(x[i]).margin(6));
    CHECK(corner.top == Approx(y[i]).margin(6));
  }
  // The square on the sheet, found in the middle of the result, maps back to where it was drawn.
  biaoshen::Box inner{0.3f * width, 0.3f * height, 0.7f * width, 0.7f * height};
  PicturePoint sum;
  int count = 0;
  for (int py = static_cast<int>(inner.top); py < inner.bottom; ++py)
    for (int px = static_cast<int>(inner.left); px < inner.right; ++px)
      if (pixel(*straight.pix, px, py).green < 100) sum.x += px, sum.y += py, ++count;
  REQUIRE(count > 0);
  const auto mx = static_cast<float>(sum.x / count), my = static_cast<float>(sum.y / count);
  const biaoshen::Box back = straight.to_original.apply({mx, my, mx, my});
  CHECK(back.left == Approx(705).margin(1.5));
  CHECK(back.top == Approx(805).margin(1.5));
}

TEST_CASE("a card on a web page and a page cut by the frame are no photographed sheets") {
  PixPtr card = paper(1280, 900, {40, 60, 110});
  fill(card.get(), 200, 150, 880, 600, {250, 250, 250});
  CHECK_FALSE(straighten(*card).is_rectified);
  PixPtr cut = paper(1000, 1000, {60, 60, 60});
  const double x[4] = {-40, 800, 820, -60}, y[4] = {150, 180, 900, 870};
  fill_quad(cut.get(), x, y, {240, 240, 240});
  CHECK_FALSE(straighten(*cut).is_rectified);
}

}  // namespace biaoshen
