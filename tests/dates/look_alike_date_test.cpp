#include "extractors/dates/look_alike_date.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("letters among the digits of a date are exchanged") {
  CHECK(repair_date("2O22-11-l8") == Date{2022, 11, 18});
  CHECK(repair_date("2022年ll月1B日") == Date{2022, 11, 18});
}

TEST_CASE("a date as it stands, no date, and running text are left alone") {
  CHECK_FALSE(repair_date("2022-11-18"));
  CHECK_FALSE(repair_date("2O22-13-18"));
  CHECK_FALSE(repair_date("2O22"));
  CHECK_FALSE(repair_date("本文件于2O22-11-l8由协会发布并自发布之日起实施"));
}
