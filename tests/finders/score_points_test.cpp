#include "extractors/finders/score_points.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("points are a number, with or without its unit") {
  CHECK(points_of("3") == 3);
  CHECK(points_of("4.5分") == 4.5);
  CHECK(points_of("得3分") == 3);
  CHECK(points_of("3（见附件1）") == 3);
  CHECK(points_of(" ") == std::nullopt);
  CHECK(points_of("无") == std::nullopt);
  CHECK(points_of("3项共2分") == std::nullopt);
}

TEST_CASE("a maximum is a number, the upper end of a range, or what stands after 满分") {
  CHECK(maximum_of("15") == 15);
  CHECK(maximum_of("15分") == 15);
  CHECK(maximum_of("≤5") == 5);
  CHECK(maximum_of("0-5分") == 5);
  CHECK(maximum_of("0.5分/项，满分3分") == 3);
  CHECK(maximum_of("0.5分/项") == std::nullopt);
  CHECK(maximum_of("15%") == std::nullopt);
}

TEST_CASE("an indicator's text has its maximum at its end") {
  CHECK(maximum_in("1.标准需求(15分)", TextKind::indicator) == 15);
  CHECK(maximum_in("1.1背景环境（3分）", TextKind::indicator) == 3);
  CHECK(maximum_in("标准需求 15分", TextKind::indicator) == 15);
  CHECK(maximum_in("论文（满分2.5分）", TextKind::indicator) == 2.5);
  CHECK(maximum_in("1.1背景环境", TextKind::indicator) == std::nullopt);
}

TEST_CASE("a grade in a description is no maximum") {
  CHECK(maximum_in("完全符合得3分，部分符合得1分", TextKind::description) == std::nullopt);
  CHECK(maximum_in("每项0.5分，满分3分", TextKind::description) == 3);
}

TEST_CASE("names lose their maximum and nothing else") {
  CHECK(indicator_name("1.1 背景环境（3分）") == "1.1背景环境");
  CHECK(indicator_name("先进性（国际）") == "先进性(国际)");
}

TEST_CASE("outline numbers have depths") {
  CHECK(outline_rank("一、标准需求") == 1);
  CHECK(outline_rank("（一）标准需求") == 2);
  CHECK(outline_rank("1.标准需求") == 3);
  CHECK(outline_rank("1.1背景环境") == 4);
  CHECK(outline_rank("1.1.2 背景") == 5);
  CHECK(outline_rank("标准需求") == 0);
}
