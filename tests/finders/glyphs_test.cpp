#include "extractors/finders/glyphs.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

TEST_CASE("glyphs are folded, without blanks, and know their place in the print") {
  const std::string print = "标 准：Ｔ／";
  const Glyphs glyphs = glyphs_of(print);
  REQUIRE(glyphs.size() == 5);
  CHECK(glyphs[2].c == ':');
  CHECK(glyphs[3].c == 'T');
  CHECK(print.substr(glyphs[1].begin, glyphs[1].end - glyphs[1].begin) == "准");
  CHECK(print.substr(glyphs[4].begin, glyphs[4].end - glyphs[4].begin) == "／");
}

TEST_CASE("one blank is a blank; tabs, two blanks and a full-width blank are wide") {
  const Glyphs glyphs = glyphs_of("a b\tc  d　e\nfg");
  REQUIRE(glyphs.size() == 7);
  CHECK(glyphs[1].gap == Gap::blank);
  CHECK(glyphs[2].gap == Gap::wide);
  CHECK(glyphs[3].gap == Gap::wide);
  CHECK(glyphs[4].gap == Gap::wide);
  CHECK(glyphs[5].gap == Gap::line);
  CHECK(glyphs[6].gap == Gap::none);
}

TEST_CASE("on a page a distance of a letter is a wide gap, letter-spacing is not") {
  const Page page = printed_page({{{60, "标"}, {75, "准"}, {110, "甲"}}});
  const Glyphs glyphs = glyphs_of(page, 0, page.text.size());
  REQUIRE(glyphs.size() == 3);
  CHECK(glyphs[1].gap == Gap::blank);
  CHECK(glyphs[2].gap == Gap::wide);
}

TEST_CASE("a phrase is found across blanks and line ends, and only whole") {
  const Glyphs glyphs = glyphs_of("真 实\n性承诺");
  CHECK(find_in(glyphs, U"真实性") == 0);
  CHECK(find_in(glyphs, U"承诺书") == kNowhere);
  CHECK(find_in(glyphs, U"真实性", 0, 2) == kNowhere);
}
