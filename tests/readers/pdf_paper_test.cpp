#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_paper.h"

namespace biaoshen {

TEST_CASE("what was painted last lies on top, and is forgotten nowhere else") {
  Paper paper(600, 800);
  CHECK(are_alike(paper.at(300, 400).colour, {255, 255, 255}));
  paper.paint({100, 100, 200, 200}, Ground::plain, {10, 20, 30}, true, 7);
  CHECK(are_alike(paper.at(150, 150).colour, {10, 20, 30}));
  CHECK(paper.at(150, 150).hidden_at == 7);
  CHECK(paper.at(250, 150).hidden_at == 0);
  paper.paint({140, 140, 160, 160}, Ground::picture, {}, false, 9);
  CHECK(paper.at(150, 150).ground == Ground::picture);
  CHECK(paper.at(150, 150).hidden_at == 7);
}

TEST_CASE("lines hide nothing, and beyond the page nothing is known") {
  Paper paper(600, 800);
  paper.paint({0, 400, 600, 401}, Ground::plain, {0, 0, 0}, true, 1);
  CHECK(paper.at(300, 400.5f).hidden_at == 0);
  CHECK(paper.at(700, 400).ground == Ground::unknown);
  CHECK(Paper(0, 0).at(0, 0).ground == Ground::unknown);
}

TEST_CASE("a page that is painted without end is no longer known, soon") {
  Paper paper(600, 800);
  for (std::uint32_t step = 1; step < 100'000; ++step)
    paper.paint({0, 0, 600, 800}, Ground::plain, {}, true, step);
  CHECK(paper.at(10, 10).ground == Ground::unknown);
  Paper huge(1e7f, 1e7f);
  huge.paint({0, 0, 1e7f, 1e7f}, Ground::plain, {1, 2, 3}, true, 1);
  CHECK(huge.at(5e6f, 5e6f).hidden_at == 1);
}

TEST_CASE("what lies where does not depend on how much else was painted") {
  Paper few(600, 800), many(600, 800);
  std::uint32_t step = 0;
  while (++step < 100)  // in a corner of its own
    many.paint({500, 700, 600, 800}, Ground::plain, {1, 2, 3}, true, step);
  for (int i = 0; i < 20; ++i, ++step) {
    const auto at = static_cast<float>(20 * i);
    const auto ground = i % 3 == 0 ? Ground::picture : Ground::plain;
    for (Paper* paper : {&few, &many})
      paper->paint({at, at, at + 90, at + 70}, ground, {10 * i, 0, 0}, i % 4 != 0, step);
  }
  for (float x = 1; x < 480; x += 7)
    for (float y = 1; y < 800; y += 7) {
      const Paper::Spot a = few.at(x, y), b = many.at(x, y);
      const bool is_same =
          a.ground == b.ground && a.colour.red == b.colour.red && a.hidden_at == b.hidden_at;
      if (!is_same) FAIL(x << ", " << y);
    }
  CHECK(many.at(550, 750).hidden_at == 99);
}

}  // namespace biaoshen
