// Claims about the text of a page and what points into it.
#include <catch2/catch.hpp>

#include "extractors/readers/page_writer.h"

namespace biaoshen {

TEST_CASE("words and lines point into the text, and lines end with a line end") {
  PageWriter writer;
  writer.word("甲", InFlow{1});
  writer.gap('\t');
  writer.word("乙\n丙", InFlow{1});
  writer.end_line(12);
  const Page page = writer.take();
  CHECK(page.text == "甲\t乙 丙\n");
  REQUIRE(page.words.size() == 2);
  CHECK(page.text.substr(page.words[1].begin, page.words[1].end - page.words[1].begin) == "乙 丙");
  REQUIRE(page.lines.size() == 1);
  CHECK(page.line_text(page.lines[0]) == "甲\t乙 丙");
  CHECK(page.lines[0].size == 12);
}

TEST_CASE("a line without words leaves no trace") {
  PageWriter writer;
  writer.gap('\t');
  writer.word(" \t", InFlow{1});
  writer.end_line();
  CHECK(writer.is_empty());
}

TEST_CASE("a page is full by its bytes") {
  Limits limits;
  limits.page_text = 8;
  PageWriter writer;
  CHECK(writer.fits(7, limits));
  CHECK_FALSE(writer.fits(8, limits));
  writer.line("1234", InFlow{1});
  CHECK(writer.fits(2, limits));
  CHECK_FALSE(writer.fits(3, limits));
}

}  // namespace biaoshen
