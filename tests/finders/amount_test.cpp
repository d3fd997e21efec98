#include "extractors/finders/amount.h"

#include <catch2/catch.hpp>
#include <string_view>

using namespace biaoshen;

namespace {

// The number before the | of the print; -1 where there is none.
double before(std::string_view print) {
  const Glyphs glyphs = glyphs_of(print);
  std::size_t end = 0;
  while (glyphs[end].c != '|') ++end;
  const auto amount = amount_before(glyphs, 0, end);
  return amount ? amount->value : -1;
}

}  // namespace

TEST_CASE("numbers are read in digits and in Chinese numerals") {
  CHECK(before("开展3|次") == 3);
  CHECK(before("约2.5|万") == 2.5);
  CHECK(before("１２|项") == 12);
  CHECK(before("三|次") == 3);
  CHECK(before("两|名") == 2);
  CHECK(before("十|项") == 10);
  CHECK(before("十二|项") == 12);
  CHECK(before("二十|项") == 20);
  CHECK(before("一百二十|家") == 120);
  CHECK(before("一百零五|家") == 105);
  CHECK(before("两千|家") == 2000);
  CHECK(before("1,200|家") == 1200);
  CHECK(before("12,345.5|万元") == 12345.5);
}

TEST_CASE("of a list only the last number counts") {
  CHECK(before("第1,3,5|项") == 5);
  CHECK(before("2023 3|次") == 3);
}

TEST_CASE("ordinals, years in numerals, clause numbers and endless digits are no amounts") {
  CHECK(before("第3|次") == -1);
  CHECK(before("第三|次") == -1);
  CHECK(before("二〇二三|年") == -1);
  CHECK(before("三四|次") == -1);
  CHECK(before("5.2.1|项") == -1);
  CHECK(before("12345678901234567890|次") == -1);
  CHECK(before("多|次") == -1);
  CHECK(before("|次") == -1);
}
