#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kOrder = {{"published", "published"}, {"implemented", "implemented"}};
const Parameters kSixMonths = {{"fact", "implemented"}, {"months", "6"}};
const Parameters kCycle = {{"cycle", "review.cycle"},
                           {"published", "published"},
                           {"evidence", "reviewed"},
                           {"years", "3"}};

Outcome in_force_at(const char* implemented, Date as_of) {
  SmallDossier d;
  d.as_of = as_of;
  d.date("implemented", implemented, "standard-text");
  return d.ask(months_passed, kSixMonths);
}

Outcome cycle_of(double years, const char* published, bool reviewed) {
  SmallDossier d;
  d.points("review.cycle", years, std::to_string(static_cast<int>(years)), "procedure");
  d.date("published", published, "standard-text");
  if (reviewed) d.fact("reviewed", "经复审", "other");
  return d.ask(review_cycle, kCycle);
}

}  // namespace

TEST_CASE("implementation on or after the day of publication is in order") {
  for (const char* implemented : {"2022-11-18", "2022-12-01"}) {
    SmallDossier d;
    d.date("published", "2022-11-18", "standard-text");
    d.date("implemented", implemented, "standard-text");
    CHECK(d.ask(date_order, kOrder).status == Status::pass);
  }
}

TEST_CASE("implementation before publication fails") {
  SmallDossier d;
  d.date("published", "2022-11-18", "standard-text");
  d.date("implemented", "2022-11-17", "standard-text");
  CHECK(d.ask(date_order, kOrder).status == Status::fail);
}

TEST_CASE("dates of which only some are in order are for review with all of them") {
  SmallDossier d;
  d.date("published", "2022-11-18", "standard-text");
  d.date("implemented", "2022-12-01", "standard-text");
  d.date("implemented", "2022-01-12", "application-form");
  const Outcome outcome = d.ask(date_order, kOrder);
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 3);
}

TEST_CASE("a missing or doubtful date leaves the order for review") {
  SmallDossier d;
  d.date("published", "2022-11-18", "standard-text");
  CHECK(d.ask(date_order, kOrder).status == Status::review);
  d.date("implemented", "2022-01-01", "standard-text", "ocr");
  CHECK(d.ask(date_order, kOrder).status == Status::review);
}

TEST_CASE("exactly six months are enough, a day less is not") {
  CHECK(in_force_at("2024-02-29", {2024, 8, 29}).status == Status::pass);
  CHECK(in_force_at("2024-03-01", {2024, 9, 1}).status == Status::pass);
  CHECK(in_force_at("2024-03-01", {2024, 8, 31}).status == Status::fail);
  CHECK(in_force_at("2024-02-28", {2024, 8, 27}).status == Status::fail);
}

TEST_CASE("six months after the 31st end with a shorter month, and that is said where it decides") {
  CHECK(in_force_at("2023-08-31", {2024, 2, 28}).status == Status::fail);
  const Outcome on_the_day = in_force_at("2023-08-31", {2024, 2, 29});
  CHECK(on_the_day.status == Status::pass);
  CHECK_FALSE(on_the_day.reason.zh.empty());
  CHECK_FALSE(in_force_at("2022-12-31", {2023, 6, 30}).reason.zh.empty());
  CHECK(in_force_at("2022-12-31", {2023, 7, 1}).reason.zh.empty());
  CHECK(in_force_at("2022-12-01", {2023, 6, 1}).reason.zh.empty());
}

TEST_CASE("the message of months-passed knows the earliest day") {
  const Outcome outcome = in_force_at("2024-06-01", {2024, 8, 31});
  CHECK(outcome.status == Status::fail);
  CHECK(outcome.arguments.at("earliest") == "2024-12-01");
  CHECK(outcome.arguments.at("as_of") == "2024-08-31");
}

TEST_CASE("dates of implementation that differ are for review unless each is too late") {
  SmallDossier d;
  d.date("implemented", "2022-12-01", "standard-text");
  d.date("implemented", "2022-12-10", "application-form");
  const Outcome outcome = d.ask(months_passed, kSixMonths);
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 2);

  SmallDossier late;
  late.date("implemented", "2024-06-01", "standard-text");
  late.date("implemented", "2024-06-10", "application-form");
  CHECK(late.ask(months_passed, kSixMonths).status == Status::fail);
}

TEST_CASE("a doubtful date of implementation decides nothing") {
  SmallDossier d;
  d.date("implemented", "2024-08-01", "standard-text", "ocr");
  CHECK(d.ask(months_passed, kSixMonths).status == Status::review);
}

TEST_CASE("a stated cycle of up to three years passes, a longer one fails") {
  CHECK(cycle_of(3, "2022-11-18", false).status == Status::pass);
  CHECK(cycle_of(2, "2022-11-18", false).status == Status::pass);
  CHECK(cycle_of(5, "2022-11-18", false).status == Status::fail);
}

TEST_CASE("a standard older than three years needs evidence of its review") {
  CHECK(cycle_of(3, "2021-08-31", false).status == Status::pass);
  const Outcome old = cycle_of(3, "2021-08-30", false);
  CHECK(old.status == Status::review);
  CHECK(search_of(old) != nullptr);
  CHECK(cycle_of(3, "2019-01-01", true).status == Status::pass);
}

TEST_CASE("a review cycle that is nowhere stated is for review") {
  SmallDossier d;
  d.date("published", "2022-11-18", "standard-text");
  CHECK(d.ask(review_cycle, kCycle).status == Status::review);
}

TEST_CASE("a date worked out from a wording does not decide, but what it would decide is told") {
  SmallDossier d;
  d.date("implemented", "2022-12-01", "standard-text", "relative").quote.text = "自发布之日起实施";
  const Outcome old = d.ask(months_passed, kSixMonths);
  CHECK(old.status == Status::review);
  CHECK(contains(old.reason.zh, "由“自发布之日起实施”推算"));
  CHECK(contains(old.reason.zh, "已满 6 个月"));
  d.as_of = {2023, 5, 31};
  CHECK(contains(d.ask(months_passed, kSixMonths).reason.zh, "不满 6 个月"));
  CHECK(d.ask(months_passed, kSixMonths).arguments.at("months") == "6");
  d.date("implemented", "2022-12-01", "platform-screenshot");
  d.as_of = {2023, 6, 1};
  CHECK(d.ask(months_passed, kSixMonths).status == Status::pass);
}

TEST_CASE("three years after the 29th of February end on the 28th, and that is said") {
  SmallDossier d;
  d.points("review.cycle", 3, "3", "procedure");
  d.date("published", "2020-02-29", "standard-text");
  d.as_of = {2023, 2, 28};
  CHECK(d.ask(review_cycle, kCycle).status == Status::pass);
  d.as_of = {2023, 3, 1};
  const Outcome on_the_day = d.ask(review_cycle, kCycle);
  CHECK(on_the_day.status == Status::review);
  CHECK(contains(on_the_day.reason.zh, "按该月最后一日计算"));
  d.as_of = {2023, 3, 2};
  CHECK_FALSE(contains(d.ask(review_cycle, kCycle).reason.zh, "按该月最后一日计算"));
}

TEST_CASE("the day of the deadline is in time, the day after is late") {
  SmallDossier d;
  const Parameters asked = {{"fact", "letter.date"}};
  d.date("letter.date", "2024-08-31", "application-form");
  CHECK(d.ask(by_cut_off, asked).status == Status::pass);
  d.as_of = {2024, 8, 30};
  const Outcome late = d.ask(by_cut_off, asked);
  CHECK(late.status == Status::fail);
  CHECK(late.arguments.at("date") == "2024-08-31");
  CHECK(late.arguments.at("as_of") == "2024-08-30");
  d.date("letter.date", "2024-08-01", "application-form");
  CHECK(d.ask(by_cut_off, asked).status == Status::review);
}

TEST_CASE("a date that was not read, or not for certain, is not late") {
  SmallDossier d;
  d.as_of = {2024, 8, 30};
  const Parameters asked = {{"fact", "letter.date"}};
  CHECK(d.ask(by_cut_off, asked).status == Status::review);
  CHECK(search_of(d.ask(by_cut_off, asked)) != nullptr);
  d.date("letter.date", "2024-08-31", "application-form", "ocr");
  CHECK(d.ask(by_cut_off, asked).status == Status::review);
}
