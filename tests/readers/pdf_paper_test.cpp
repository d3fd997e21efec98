#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_paper.h"

using namespace biaoshen;

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
