// Claims about recognised text being moved to where its pictures stand.
#include "extractors/readers/pictures/picture_order.h"

#include <catch2/catch.hpp>

#include "extractors/readers/page_writer.h"

namespace biaoshen {
namespace {

// Two lines of the page's own, then one of each of two pictures.
Page sample() {
  PageWriter writer;
  writer.line("first", InFlow{1});
  writer.line("second", InFlow{2});
  writer.line("ONE", InImage{1, {}}, 0, Origin::ocr);
  writer.line("TWO", InImage{2, {}}, 0, Origin::ocr);
  Page page = writer.take();
  page.images.resize(2);
  page.images[0].begin = 13, page.images[0].end = 17;
  page.images[1].begin = 17, page.images[1].end = 21;
  page.second_readings = {{13, 16, "0NE"}, {17, 20, "TW0"}};
  page.grids.push_back({1, 1, {{0, 0, 1, 1, 6, 12}}});
  return page;
}

std::string put(std::vector<std::uint32_t> places) {
  Page page = sample();
  put_in_order(13, places, page);
  for (const Line& line : page.lines) {
    CHECK(page.text[line.end] == '\n');
    CHECK(page.words[line.first].begin == line.begin);
    CHECK(page.words[line.last - 1].end == line.end);
  }
  CHECK(page.text.substr(page.images[0].begin, 4) == "ONE\n");
  CHECK(page.text.substr(page.images[1].begin, 4) == "TWO\n");
  for (const SecondReading& second : page.second_readings)
    CHECK(page.text[second.begin] == second.text[0] + (second.text[0] == '0' ? 'O' - '0' : 0));
  CHECK(page.cell_text(page.grids[0].cells[0]) == "second");
  return page.text;
}

}  // namespace

TEST_CASE("recognised text moves to the place of its picture") {
  CHECK(put({6, 13}) == "first\nONE\nsecond\nTWO\n");
  CHECK(put({0, 6}) == "ONE\nfirst\nTWO\nsecond\n");
  CHECK(put({6, 6}) == "first\nONE\nTWO\nsecond\n");
  CHECK(put({13, 13}) == "first\nsecond\nONE\nTWO\n");
}

TEST_CASE("a place inside a line is its end") {
  CHECK(put({2, 9}) == "first\nONE\nsecond\nTWO\n");
}

TEST_CASE("places that make no sense lose nothing") {
  CHECK(put({13, 0}) == "first\nsecond\nONE\nTWO\n");
  CHECK(put({99, 6}) == "first\nsecond\nONE\nTWO\n");
  CHECK(put({}) == "first\nsecond\nONE\nTWO\n");
  CHECK(put({0}) == "ONE\nfirst\nsecond\nTWO\n");
}

}  // namespace biaoshen
