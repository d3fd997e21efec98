// Crops that cut no letter through.
#include "pipeline/stages/whole_words.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace biaoshen;

namespace {

Page page_with(const std::vector<Box>& words) {
  Page page;
  for (const Box& box : words) {
    Word word;
    word.place = OnPage{box};
    page.words.push_back(word);
  }
  return page;
}

constexpr Box kQuote{100, 100, 200, 110};
constexpr Box kAround{50, 86, 250, 124};

}  // namespace

TEST_CASE("a line that mostly shows is taken in, one that hardly shows is left out") {
  const Page page = page_with({kQuote, {60, 84, 240, 94}, {60, 121, 240, 131}});
  const Box box = whole_words(kAround, kQuote, page, 0);
  CHECK(box.top == 84);
  CHECK(box.bottom == 121);
  CHECK(box.left == 50);
  CHECK(box.right == 250);
}

TEST_CASE("a word of the same line is not cut; a line above may be") {
  const Page page =
      page_with({kQuote, {45, 100, 70, 110}, {240, 100, 290, 110}, {10, 88, 400, 98}});
  const Box box = whole_words(kAround, kQuote, page, 0);
  CHECK(box.left == 45);
  CHECK(box.right == 240);
}

TEST_CASE("what was quoted stays inside, whatever lies over it") {
  const Page page = page_with({kQuote, {0, 60, 300, 400}, {-900, 100, 120, 110}});
  const Box box = whole_words(kAround, kQuote, page, 0);
  CHECK(box.top <= kQuote.top);
  CHECK(box.bottom >= kQuote.bottom);
  CHECK(box.left <= kQuote.left);
  CHECK(box.right >= kQuote.right);
  CHECK(box.top >= kAround.top - 10);
  CHECK(box.left >= kAround.left - 60);
}

TEST_CASE("words of another picture do not count") {
  Page page = page_with({kQuote});
  Word word;
  word.place = InImage{1, {60, 84, 240, 94}};
  page.words.push_back(word);
  CHECK(whole_words(kAround, kQuote, page, 0) == kAround);
  CHECK(whole_words(kAround, kQuote, page, 1).top == 84);
}
