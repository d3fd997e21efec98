#include <catch2/catch.hpp>

#include "pipeline/model/date.h"

using namespace biaoshen;

TEST_CASE("six months after the last of August is the last of February, and said to be clamped") {
  CHECK(add_months({2023, 8, 31}, 6).date == Date{2024, 2, 29});
  CHECK(add_months({2022, 8, 31}, 6).date == Date{2023, 2, 28});
  CHECK(add_months({2022, 8, 31}, 6).clamped);
  CHECK(add_months({2022, 12, 31}, 6).date == Date{2023, 6, 30});
}

TEST_CASE("months that have the day are not clamped") {
  CHECK(add_months({2024, 2, 29}, 6).date == Date{2024, 8, 29});
  CHECK_FALSE(add_months({2024, 2, 29}, 6).clamped);
  CHECK(add_months({2023, 11, 1}, 2).date == Date{2024, 1, 1});
  CHECK(add_months({2023, 1, 15}, -2).date == Date{2022, 11, 15});
}

TEST_CASE("only days of the calendar are dates") {
  CHECK(is_valid({2024, 2, 29}));
  CHECK_FALSE(is_valid({2023, 2, 29}));
  CHECK_FALSE(is_valid({2023, 6, 31}));
  CHECK_FALSE(is_valid({2023, 13, 1}));
  CHECK_FALSE(parse_date("2023-06-31"));
  CHECK_FALSE(parse_date("2023-6-1"));
  CHECK_FALSE(parse_date("2023/06/01"));
  CHECK(parse_date("2023-06-01") == Date{2023, 6, 1});
  CHECK(to_string({2023, 6, 1}) == "2023-06-01");
}

TEST_CASE("days are counted over months and years") {
  CHECK(add_days({2023, 12, 31}, 1) == Date{2024, 1, 1});
  CHECK(add_days({2024, 3, 1}, -1) == Date{2024, 2, 29});
}
