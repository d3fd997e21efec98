#include "extractors/numbers/look_alikes.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

std::string repaired(const char* print) {
  const auto number = repair_look_alikes(print);
  return number ? number->number.display : "none";
}

}  // namespace

TEST_CASE("look-alikes of T/ and of digits are exchanged") {
  CHECK(repaired("丁/CAS 290—2017") == "T/CAS 290—2017");
  CHECK(repaired("7/CAS 290—2017") == "T/CAS 290—2017");
  CHECK(repaired("T/CAS 29O—2O17") == "T/CAS 290—2017");
  CHECK(repaired("T/CAS 290一2017") == "T/CAS 290—2017");
  CHECK(repaired("Ｔ／ＣＡＳ　２９Ｏ－２０１７") == "T/CAS 290—2017");
  CHECK(repaired("T/CNTAC 340.5:-2017") == "T/CNTAC 340.5—2017");
}

TEST_CASE("a repaired number says so") {
  const auto number = repair_look_alikes("T/CAS 29O—2O17");
  REQUIRE(number);
  CHECK(number->number.doubt == "repaired");
  CHECK(number->number.repaired);
}

TEST_CASE("letters of a code are not exchanged: it may hold both") {
  CHECK(repaired("丁/CA5 290—2017") == "T/CA5 290—2017");
}

TEST_CASE("what the grammar reads, and what no repair makes a number of, is left alone") {
  CHECK(repaired("T/CAS 290—2017") == "none");
  CHECK(repaired("T/CAS 290") == "none");
  CHECK(repaired("T/CAS 29X—2017") == "none");
  CHECK(repaired("TIGER 2017") == "none");
  CHECK(repaired("") == "none");
  CHECK(repaired("本文件代替T/CAS 29O—2O17，与其相比主要变化如下") == "none");
}
