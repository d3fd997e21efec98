// Claims about cells that are several cells.
#include "extractors/readers/pictures/torn_cells.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

Box word(float left, float top, float width = 40) {
  return {left, top, left + width, top + 12};
}

}  // namespace

TEST_CASE("labels and values of two rows in one cell show that rulings are missing") {
  CHECK(is_torn({word(0, 0), word(80, 0), word(0, 20), word(80, 20)}, 12));
}

TEST_CASE("running text of several lines is one cell") {
  CHECK_FALSE(is_torn({word(0, 0), word(42, 0), word(0, 20), word(42, 20)}, 12));
  // Gaps that do not stand one above the other.
  CHECK_FALSE(is_torn({word(0, 0, 40), word(80, 0, 120), word(0, 20, 120), word(160, 20, 40)}, 12));
}

TEST_CASE("one line with a gap, such as a place to sign and date, is one cell") {
  CHECK_FALSE(is_torn({word(0, 0), word(100, 0), word(0, 20)}, 12));
  CHECK_FALSE(is_torn({word(0, 0), word(100, 0)}, 12));
}

TEST_CASE("a column of labels with values that begin anywhere is no cell") {
  std::vector<Box> words;
  for (int row = 0; row < 5; ++row) {
    const float top = 20.0f * static_cast<float>(row), wide = 40 + top;
    words.push_back(word(0, top, wide));
    words.push_back(word(wide + 20, top, 60));
  }
  CHECK(is_torn(words, 12));
}
