#include <catch2/catch.hpp>

#include "pipeline/model/document.h"

using namespace biaoshen;

namespace {

Page page_of_two_words() {
  Page page;
  page.text = "编号 T/CAS\n";
  page.words = {{0, 6, OnPage{{10, 10, 30, 20}}}, {7, 12, OnPage{{35, 9, 70, 21}}}};
  page.lines = {{0, 2, 0, 12, 10}};
  return page;
}

}  // namespace

TEST_CASE("a range has the box around the words it touches") {
  const Page page = page_of_two_words();
  CHECK(std::get<OnPage>(page.place_of(8, 10)).box == Box{35, 9, 70, 21});
  CHECK(std::get<OnPage>(page.place_of(0, 12)).box == Box{10, 9, 70, 21});
}

TEST_CASE("a range that touches no word has no box") {
  const Page page = page_of_two_words();
  CHECK(std::holds_alternative<WholeFile>(page.place_of(6, 7)));
}

TEST_CASE("a word in running text has a paragraph and no box") {
  Page page;
  page.text = "正文\n";
  page.words = {{0, 6, InFlow{7}}};
  CHECK(std::get<InFlow>(page.place_of(0, 3)).paragraph == 7);
}

TEST_CASE("a merged cell is found at each of its fields") {
  Grid grid{2, 2, {{0, 0, 2, 1, 0, 0}, {0, 1, 1, 1, 0, 0}, {1, 1, 1, 1, 0, 0}}};
  CHECK(grid.at(1, 0) == &grid.cells[0]);
  CHECK(grid.at(1, 1) == &grid.cells[2]);
  CHECK(grid.at(2, 0) == nullptr);
}
