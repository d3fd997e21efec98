#include "extractors/ocr/ctc.h"

#include <catch2/catch.hpp>

namespace biaoshen {
namespace {

// Rows of an alphabet of three: blank, a, b. One letter a step, at the likelihood given.
std::vector<float> steps(const std::vector<std::pair<std::size_t, float>>& best) {
  std::vector<float> rows;
  for (const auto& [character, likelihood] : best)
    for (std::size_t c = 0; c < 3; ++c)
      rows.push_back(c == character ? likelihood : (1 - likelihood) / 2);
  return rows;
}

}  // namespace

TEST_CASE("repeats are one symbol, a blank between them makes two") {
  const auto read = decode_ctc(
      steps({{0, 0.9f}, {1, 0.6f}, {1, 0.8f}, {0, 0.9f}, {1, 0.7f}, {2, 0.5f}, {0, 0.9f}}), 3);
  REQUIRE(read.size() == 3);
  CHECK(read[0].character == 1);
  CHECK(read[0].first == 1);
  CHECK(read[0].last == 2);
  CHECK(read[0].likelihood == Approx(0.8));
  CHECK(read[1].character == 1);
  CHECK(read[2].character == 2);
  CHECK(read[2].first == 5);
}

TEST_CASE("nothing but blanks reads as nothing, and a cut row is not read") {
  CHECK(decode_ctc(steps({{0, 0.9f}, {0, 0.9f}}), 3).empty());
  std::vector<float> cut = steps({{1, 0.9f}, {2, 0.9f}});
  cut.pop_back();
  CHECK(decode_ctc(cut, 3).size() == 1);
  CHECK(decode_ctc({}, 0).empty());
}

}  // namespace biaoshen
