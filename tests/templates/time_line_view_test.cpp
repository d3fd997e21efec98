// The time line of the first screen: which dates, where they stand, what lies ahead.
#include <algorithm>
#include <catch2/catch.hpp>

#include "html_reading.h"
#include "sample_review.h"
#include "templates/view.h"

using namespace biaoshen;

namespace {

// The sample with the two periods that a programme may ask for.
Review review_with_periods() {
  Review review = sample_review();
  RuleSpec months, cycle;
  months.condition.check = {"months-passed", {{"fact", "implemented"}, {"months", "6"}}, {}};
  cycle.condition.check = {"review-cycle", {{"published", "published"}, {"years", "3"}}, {}};
  review.profile.rules.push_back(months);
  review.profile.rules.push_back(cycle);
  return review;
}

TimeLineView line_of(const Review& review) {
  return view_of(review, Language::zh).time_line;
}

std::vector<std::string> values(const TimeLineView& line) {
  std::vector<std::string> out;
  for (const DateView& one : line.dates) out.push_back(one.value);
  return out;
}

}  // namespace

TEST_CASE("the time line has the periods of the programme's rules and no others") {
  CHECK(values(line_of(sample_review())) ==
        std::vector<std::string>{"2022-11-18", "2022-12-01", "2024-08-31"});
  CHECK(values(line_of(review_with_periods())) ==
        std::vector<std::string>{"2022-11-18", "2022-12-01", "2023-06-01", "2024-08-31",
                                 "2025-11-18"});
  Review review = review_with_periods();
  for (RuleSpec& rule : review.profile.rules)
    if (rule.condition.check.predicate == "months-passed")
      rule.condition.check.parameters["months"] = "12";
  CHECK(line_of(review).dates[2].value == "2023-12-01");
  CHECK(line_of(review).dates[2].label == "实施满 12 个月");
}

TEST_CASE("dates stand to scale and say in words whether they are over") {
  const TimeLineView line = line_of(review_with_periods());
  CHECK(line.dates.front().at == 0);
  CHECK(line.dates.back().at == 100);
  CHECK(line.dates[3].at == 59);  // 652 of 1096 days
  CHECK(line.as_of == 59);
  CHECK(line.dates[2].mark == "past");
  CHECK(line.dates[2].note == "基准日已满");
  CHECK(line.dates[3].mark == "as-of");
  CHECK(line.dates[4].mark == "ahead");
  CHECK(line.dates[4].note == "基准日未满");
  CHECK(line.dates[4].from == 0);
}

TEST_CASE("a date that is missing or no date keeps its row and has no place on the line") {
  Review review = review_with_periods();
  review.subject.implemented.reset();
  TimeLineView line = line_of(review);
  REQUIRE(line.dates.size() == 4);  // without the months counted from it
  CHECK(line.dates[1].mark == "missing");
  CHECK(line.dates[1].value == "未读出");
  CHECK(line.dates[1].at == -1);
  review.subject.implemented = "2022-13-99";
  line = line_of(review);
  CHECK(line.dates[1].value == "2022-13-99");
  CHECK(line.dates[1].at == -1);
}

TEST_CASE("with one day only there is nothing to draw") {
  Review review = review_with_periods();
  review.subject.published.reset();
  review.subject.implemented.reset();
  CHECK(line_of(review).as_of == -1);
  CHECK(page_of(review).find("class=\"track\"") == std::string::npos);
  CHECK(page_of(review_with_periods()).find("class=\"track\"") != std::string::npos);
}

TEST_CASE("dates that coincide or lie decades apart stay within the line") {
  Review review = review_with_periods();
  review.subject.published = "1899-01-01";
  review.subject.implemented = "2024-08-31";
  for (const DateView& one : line_of(review).dates) {
    CHECK(one.at >= 0);
    CHECK(one.at <= 100);
  }
  CHECK(line_of(review).dates[1].at == line_of(review).as_of);
}

TEST_CASE("a text that is no date may break anywhere, dates do not") {
  Review review = review_with_periods();
  review.subject.implemented = std::string(300, 'x');
  CHECK(line_of(review).dates[1].mark == "odd");
  CHECK(line_of(review).dates[0].mark == "past");
}
