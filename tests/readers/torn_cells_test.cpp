// Claims about cells that are several cells.
#include "extractors/readers/pictures/torn_cells.h"

#include <catch2/catch.hpp>

#include "tests/readers/word_box.h"

namespace biaoshen {

TEST_CASE("labels and values of two rows in one cell show that rulings are missing") {
  CHECK(is_torn({word_box(0, 0), word_box(80, 0), word_box(0, 20), word_box(80, 20)}, 12));
}

TEST_CASE("running text of several lines is one cell") {
  CHECK_FALSE(is_torn({word_box(0, 0), word_box(42, 0), word_box(0, 20), word_box(42, 20)}, 12));
  // Gaps that do not stand one above the other.
  CHECK_FALSE(is_torn(
      {word_box(0, 0, 40), word_box(80, 0, 120), word_box(0, 20, 120), word_box(160, 20, 40)}, 12));
}

TEST_CASE("one line with a gap, such as a place to sign and date, is one cell") {
  CHECK_FALSE(is_torn({word_box(0, 0), word_box(100, 0), word_box(0, 20)}, 12));
  CHECK_FALSE(is_torn({word_box(0, 0), word_box(100, 0)}, 12));
}

TEST_CASE("a column of labels with values that begin anywhere is no cell") {
  std::vector<Box> words;
  for (int row = 0; row < 5; ++row) {
    const float top = 20.0f * static_cast<float>(row), wide = 40 + top;
    words.push_back(word_box(0, top, wide));
    words.push_back(word_box(wide + 20, top, 60));
  }
  CHECK(is_torn(words, 12));
}

}  // namespace biaoshen
