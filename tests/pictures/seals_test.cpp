#include "extractors/pictures/seals.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "tests/pictures/drawing.h"

namespace biaoshen {
namespace {

constexpr Ink kRed{217, 30, 40}, kOrange{235, 120, 60}, kPink{240, 150, 160};

// Rim, blots for letters over the top, a blot for the star. No letters between 130° and 230°.
void stamp_seal(Pix* pix, double x, double y, double radius, Ink ink, double flat = 1) {
  stamp_ring(pix, x, y, radius, radius * flat, radius * 0.05, ink);
  for (int degrees = 140; degrees <= 400; degrees += 20) {
    const double angle = degrees * std::numbers::pi / 180;
    stamp_blot(pix, x + 0.76 * radius * std::cos(angle), y + 0.76 * radius * flat * std::sin(angle),
               radius * 0.09, ink);
  }
  stamp_blot(pix, x, y, radius * 0.25, ink);
}

PixPtr printed_page() {
  PixPtr pix = paper(1240, 1754, {250, 249, 245});
  print_lines(pix.get(), 150, 200, 940, 30, 22);
  return pix;
}

bool is_at(const SeenSeal& seal, double x, double y, double across, double down) {
  const auto is_near = [across](double a, double b) { return std::abs(a - b) < 0.08 * across; };
  return is_near(seal.box.left, x - across) && is_near(seal.box.right, x + across) &&
         is_near(seal.box.top, y - down) && is_near(seal.box.bottom, y + down);
}

}  // namespace

TEST_CASE("round seals are found by colour and shape, over print as well") {
  for (const Ink ink : {kRed, kOrange, kPink}) {
    PixPtr pix = printed_page();
    stamp_seal(pix.get(), 800, 900, 120, ink);
    add_noise(pix.get(), 8);
    const std::vector<SeenSeal> seals = find_seals(*pix);
    REQUIRE(seals.size() == 1);
    CHECK(seals[0].is_round);
    CHECK_FALSE(seals[0].is_cut);
    CHECK(is_at(seals[0], 800, 900, 120, 120));
  }
}

TEST_CASE("several seals, overlapping ones, oval ones") {
  PixPtr pix = printed_page();
  stamp_seal(pix.get(), 300, 400, 118, kRed);
  stamp_seal(pix.get(), 700, 1300, 118, kRed);
  stamp_seal(pix.get(), 860, 1340, 118, kRed);
  stamp_seal(pix.get(), 850, 500, 120, kRed, 0.75);
  const std::vector<SeenSeal> seals = find_seals(*pix);
  REQUIRE(seals.size() == 4);
  CHECK(is_at(seals[0], 300, 400, 118, 118));
  CHECK(is_at(seals[1], 850, 500, 120, 90));
  CHECK(is_at(seals[2], 700, 1300, 118, 118));
  CHECK(is_at(seals[3], 860, 1340, 118, 118));
}

TEST_CASE("a seal cut by the edge is found and said to be cut") {
  PixPtr pix = printed_page();
  stamp_seal(pix.get(), 1210, 800, 118, kRed);
  const std::vector<SeenSeal> seals = find_seals(*pix);
  REQUIRE(seals.size() == 1);
  CHECK(seals[0].is_cut);
  CHECK(seals[0].box.right == 1240);
  CHECK(seals[0].box.top == Approx(682).margin(10));
  CHECK_FALSE(unrolled(*pix, seals[0]));
}

TEST_CASE("a square stamp is found, and is not round") {
  PixPtr pix = printed_page();
  for (const auto& [left, top, w, h] :
       {std::array{600, 900, 140, 7}, std::array{600, 1033, 140, 7}, std::array{600, 900, 7, 140},
        std::array{733, 900, 7, 140}, std::array{625, 925, 38, 8}, std::array{640, 925, 8, 90},
        std::array{690, 930, 8, 85}, std::array{675, 960, 40, 8}, std::array{630, 1000, 40, 8}})
    fill(pix.get(), left, top, w, h, kRed);
  const std::vector<SeenSeal> seals = find_seals(*pix);
  REQUIRE(seals.size() == 1);
  CHECK_FALSE(seals[0].is_round);
  CHECK(is_at(seals[0], 670, 970, 70, 70));
}

TEST_CASE("red headings, lines, bars, discs and boxes of text are no seals") {
  PixPtr pix = printed_page();
  print_lines(pix.get(), 200, 60, 840, 1, 80, kRed);
  fill(pix.get(), 150, 180, 940, 6, kRed);
  fill(pix.get(), 0, 0, 1240, 40, kRed);
  stamp_blot(pix.get(), 1000, 1650, 60, kRed);
  stamp_blot(pix.get(), 300, 1650, 40, kOrange);
  fill(pix.get(), 500, 1600, 300, 4, kRed);
  fill(pix.get(), 500, 1680, 300, 4, kRed);
  CHECK(find_seals(*pix).empty());
}

TEST_CASE("a grey picture has no colour, whichever way it is kept") {
  PixPtr pix = printed_page();
  stamp_seal(pix.get(), 800, 900, 120, kRed);
  CHECK(has_colour(*pix));
  const PixPtr grey(pixConvertTo8(pix.get(), 0)), kept_as_colour(pixConvertTo32(grey.get()));
  CHECK_FALSE(has_colour(*grey));
  CHECK_FALSE(has_colour(*kept_as_colour));
  CHECK(find_seals(*kept_as_colour).empty());
  CHECK_FALSE(unrolled(*grey, {{680, 780, 920, 1020}}));
}

TEST_CASE("seals go, the print under them stays, coloured print elsewhere stays") {
  for (const Ink ink : {kRed, kOrange, kPink, Ink{170, 20, 30}}) {
    PixPtr pix = paper(1240, 1754, {250, 249, 245});
    fill(pix.get(), 700, 895, 300, 12, {30, 30, 30});
    fill(pix.get(), 100, 100, 200, 60, {60, 154, 60});    // a badge
    fill(pix.get(), 150, 120, 100, 20, {255, 255, 255});  // and what is written on it
    fill(pix.get(), 400, 100, 300, 20, kRed);             // a heading
    stamp_seal(pix.get(), 800, 900, 120, ink);
    const PixPtr grey = without_seals(*pix, find_seals(*pix));
    REQUIRE(grey);
    REQUIRE(pixGetDepth(grey.get()) == 8);
    CHECK(pixel(*grey, 800, 880).red > 225);  // the star
    CHECK(pixel(*grey, 800, 783).red > 225);  // the rim
    CHECK(pixel(*grey, 800, 901).red < 70);   // print under the star
    CHECK(pixel(*grey, 950, 901).red < 70);   // and beside the seal
    CHECK(pixel(*grey, 110, 110).red < 150);
    CHECK(pixel(*grey, 200, 130).red > 245);
    CHECK(pixel(*grey, 500, 110).red < 120);
  }
}

TEST_CASE("with no seal known, ink over print goes and coloured print that stands alone stays") {
  PixPtr pix = printed_page();
  const Ink watermark{150, 190, 250};
  for (int i = 0; i < 9; ++i) stamp_blot(pix.get(), 300 + i * 60, 700 + i * 30, 45, watermark);
  fill(pix.get(), 100, 40, 200, 60, {230, 138, 0});
  fill(pix.get(), 150, 60, 100, 20, {255, 255, 255});
  const PixPtr grey = without_seals(*pix, {});
  REQUIRE(grey);
  CHECK(pixel(*grey, 315, 685).red > 235);
  CHECK(pixel(*grey, 110, 50).red < 180);
  CHECK(pixel(*grey, 200, 70).red == 255);
}

TEST_CASE("the writing on the arc comes out straight and in order") {
  PixPtr pix = paper(600, 600);
  stamp_ring(pix.get(), 300, 300, 220, 220, 10, kRed);
  stamp_blot(pix.get(), 300, 300, 55, kRed);
  // Letters grow clockwise from the lower left; each is a bar along the radius, and a foot towards
  // the middle that shows which way is up.
  const int kLetters = 9;
  for (int i = 0; i < kLetters; ++i) {
    const double angle = (150 + i * 30) * std::numbers::pi / 180;
    for (int r = 140; r < 195; ++r) {
      const int half = r < 150 ? 12 : 2 + i * 3 / 5;
      fill(pix.get(), static_cast<int>(300 + r * std::cos(angle)) - half,
           static_cast<int>(300 + r * std::sin(angle)) - half, 2 * half, 2 * half, kRed);
    }
  }
  const std::vector<SeenSeal> seals = find_seals(*pix);
  REQUIRE(seals.size() == 1);
  const PixPtr strip = unrolled(*pix, seals[0]);
  REQUIRE(strip);
  const int width = pixGetWidth(strip.get()), height = pixGetHeight(strip.get());
  CHECK(width > 4 * height);
  CHECK(height >= 48);
  const auto runs_at = [&](int y) {
    std::vector<int> runs;
    int run = 0;
    for (int x = 0; x < width; ++x) {
      const bool is_dark = pixel(*strip, x, y).red < 128;
      if (is_dark) ++run;
      if (!is_dark && run > 0) runs.push_back(run), run = 0;
    }
    if (run > 0) runs.push_back(run);
    return runs;
  };
  const std::vector<int> letters = runs_at(height * 2 / 5);
  REQUIRE(letters.size() == static_cast<std::size_t>(kLetters));
  CHECK(letters.back() > 2 * letters.front());
}

}  // namespace biaoshen
