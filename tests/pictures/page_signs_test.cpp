#include "extractors/pictures/page_signs.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/pictures/drawing.h"

namespace biaoshen {
namespace {

// Columns at 150, 500, 900, 1100, rows at 300, 380, … ; the first row spans two columns.
PixPtr form(int line) {
  PixPtr pix = grey_paper(1240, 1754);
  for (int y = 300; y <= 300 + 8 * 80; y += 80) fill(pix.get(), 150, y, 950, line);
  for (const int x : {150, 500, 900, 1100 - line})
    fill(pix.get(), x, x == 500 ? 380 : 300, line, x == 500 ? 560 : 640 + line);
  print_lines(pix.get(), 170, 330, 300, 1, 22);
  print_lines(pix.get(), 520, 410, 360, 1, 22);
  return pix;
}

int count(const std::vector<Stroke>& strokes, bool horizontal) {
  return static_cast<int>(std::count_if(
      strokes.begin(), strokes.end(), [&](const Stroke& s) { return s.horizontal == horizontal; }));
}
bool has_stroke(const std::vector<Stroke>& strokes, const Stroke& wanted) {
  return std::any_of(strokes.begin(), strokes.end(), [&](const Stroke& s) {
    return s.horizontal == wanted.horizontal && std::abs(s.at - wanted.at) < 8 &&
           std::abs(s.from - wanted.from) < 16 && std::abs(s.to - wanted.to) < 16;
  });
}

}  // namespace

TEST_CASE("all borders of a form are found, straight or a little askew") {
  for (const int line : {1, 2, 4})
    for (const double skew : {0.0, 0.3, -0.3}) {
      const PixPtr pix = skew == 0 ? form(line) : turned_by(*form(line), skew);
      const std::vector<Stroke> strokes = find_rulings(*pix);
      INFO("line " << line << " skew " << skew);
      CHECK(count(strokes, true) == 9);
      CHECK(count(strokes, false) == 4);
      if (skew != 0) continue;
      CHECK(has_stroke(strokes, {true, 300, 150, 1100}));
      CHECK(has_stroke(strokes, {false, 500, 380, 940}));
      CHECK(has_stroke(strokes, {false, 900, 300, 940}));
    }
}

TEST_CASE("pale, broken and dashed lines are rulings") {
  PixPtr pix = grey_paper(1240, 900);
  fill(pix.get(), 100, 100, 900, 2, {225, 225, 225});
  for (int x = 100; x < 1000; x += 100) fill(pix.get(), x, 300, 93, 2, {60, 60, 60});
  for (int x = 100; x < 1000; x += 14) fill(pix.get(), x, 500, 8, 2, {60, 60, 60});
  const std::vector<Stroke> strokes = find_rulings(*pix);
  CHECK(strokes.size() == 3);
  CHECK(has_stroke(strokes, {true, 100, 100, 1000}));
  CHECK(has_stroke(strokes, {true, 300, 100, 993}));
  CHECK(has_stroke(strokes, {true, 500, 100, 1000}));
}

TEST_CASE("strokes of letters are no rulings") {
  PixPtr pix = grey_paper(1240, 1754);
  print_lines(pix.get(), 100, 100, 1000, 20, 22);
  print_lines(pix.get(), 200, 1200, 800, 2, 70);
  CHECK(find_rulings(*pix).empty());
}

TEST_CASE("paper, shadow, dust and the other side's ink are blank") {
  PixPtr pix = grey_paper(1240, 1754);
  CHECK(is_blank(*pix));
  for (int x = 0; x < 1240; ++x) {
    const int shade = 255 - x * 70 / 1240;
    fill(pix.get(), x, 0, 1, 1754, {shade, shade, shade});
  }
  fill(pix.get(), 0, 0, 14, 1754, {40, 40, 40});
  fill(pix.get(), 400, 500, 3, 3);
  fill(pix.get(), 700, 1200, 2, 3);
  add_noise(pix.get(), 10);
  CHECK(is_blank(*pix));

  PixPtr other_side = grey_paper(1240, 1754);
  print_lines(other_side.get(), 150, 200, 900, 20, 24, {205, 205, 205});
  other_side.reset(pixBlockconvGray(other_side.get(), nullptr, 3, 3));
  add_noise(other_side.get(), 6);
  CHECK(is_blank(*other_side));
}

TEST_CASE("a little print, pale print and light print on dark are not blank") {
  PixPtr number = grey_paper(1240, 1754);
  fill(number.get(), 620, 1600, 4, 20);
  CHECK_FALSE(is_blank(*number));
  PixPtr pale = grey_paper(1240, 1754);
  print_lines(pale.get(), 150, 200, 900, 10, 24, {200, 200, 200});
  CHECK_FALSE(is_blank(*pale));
  PixPtr dark = paper(1240, 800, {30, 30, 34});
  print_lines(dark.get(), 150, 200, 900, 5, 24, {220, 220, 220});
  CHECK_FALSE(is_blank(*dark));
}

TEST_CASE("marks are ink beside print, rulings and seals") {
  PixPtr pix = form(2);
  for (int i = 0; i < 60; ++i) fill(pix.get(), 560 + i * 2, 560 + (i * i) % 37, 4, 4, {20, 20, 90});
  fill(pix.get(), 300, 1300, 3, 3);
  const std::vector<biaoshen::Box> print = {{170, 328, 470, 354}, {520, 408, 880, 434}};
  const std::vector<Stroke> rulings = find_rulings(*pix);
  const std::vector<biaoshen::Box> marks = find_marks(*pix, print, rulings, {});
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].left == Approx(560).margin(8));
  CHECK(marks[0].right == Approx(682).margin(8));
  CHECK(find_marks(*pix, print, rulings, {{540, 540, 720, 620}}).empty());
}

}  // namespace biaoshen
