#include <catch2/catch.hpp>

#include "checkers/predicates/uscc.h"

using namespace biaoshen;

TEST_CASE("real codes check") {
  CHECK(uscc_fault("51440100517355015H") == UsccFault::none);
  CHECK(uscc_fault("11100000MB0194554T") == UsccFault::none);
}

TEST_CASE("a wrong last character, length or letter is told apart") {
  CHECK(uscc_fault("51100000500000011X") == UsccFault::check);
  CHECK(uscc_fault("51440100517355015A") == UsccFault::check);
  CHECK(uscc_fault("51440100517355015") == UsccFault::length);
  CHECK(uscc_fault("") == UsccFault::length);
  CHECK(uscc_fault("5144O100517355015H") == UsccFault::character);
  CHECK(uscc_fault("51A40100517355015H") == UsccFault::character);
}

TEST_CASE("a body code that does not check is found although the last character fits") {
  CHECK(uscc_fault("51440100517355016L") == UsccFault::body_check);
}

TEST_CASE("each single wrong digit of a good code is found") {
  const std::string good = "51440100517355015H";
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string wrong = good;
    wrong[i] = wrong[i] == '7' ? '8' : '7';
    INFO(wrong);
    CHECK(uscc_fault(wrong) != UsccFault::none);
  }
}

TEST_CASE("a code with look-alike letters gets a proposal only where it then checks") {
  CHECK(uscc_proposal("5144OI00517355015H") == "51440100517355015H");
  CHECK_FALSE(uscc_proposal("51440100517355015H"));
  CHECK_FALSE(uscc_proposal("5144OO00517355015H"));
}
