#include "pipeline/model/number_codes.h"

#include <catch2/catch.hpp>

namespace biaoshen {

TEST_CASE("the codes of every known class are reserved") {
  for (const char* code : {"GB", "JB", "DB", "DB11", "DB4403", "DBJ", "JJG", "JJF", "TSG", "GBZ",
                           "GJB", "CJJ", "ISO", "T", "Q"}) {
    CAPTURE(code);
    CHECK(is_reserved_code(code));
  }
}

TEST_CASE("the codes of social organisations are not reserved, nor those of withdrawn classes") {
  for (const char* code :
       {"CAS", "CECS", "BAIIA", "CECA-G", "CC", "DBXX", "DB1", "SG", "ABC2020", "", "G"}) {
    CAPTURE(code);
    CHECK_FALSE(is_reserved_code(code));
  }
}

TEST_CASE("letters are compared without their case") {
  CHECK(is_reserved_code("gb"));
  REQUIRE(find_number_code("GBN"));
  CHECK(find_number_code("GBN")->code == "GBn");
}

TEST_CASE("industries and regions have names") {
  CHECK(industry_name("JB") == "机械");
  CHECK(industry_name("DB") == "地震");
  CHECK(industry_name("GB").empty());
  CHECK(industry_name("GN").empty());
  CHECK(region_name("11") == "北京");
  CHECK(region_name("99").empty());
  CHECK(region_name("1").empty());
}

}  // namespace biaoshen
