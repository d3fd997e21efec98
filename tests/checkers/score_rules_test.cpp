#include <catch2/catch.hpp>

#include "small_dossier.h"

using namespace biaoshen;

namespace {

const Parameters kThreshold = {{"fact", "score"}, {"threshold", "80"}};
const Parameters kArithmetic = {{"items", "score.item"},
                                {"subtotals", "score.subtotal"},
                                {"total", "score"},
                                {"blanks", "score.blank"}};

// 创新性: 18/20 + 25/30 = 43; 规范性: 40/50; total 83.
SmallDossier good_sheet() {
  SmallDossier d;
  d.points("score.item", 18, "18", "self-score",
           {{"name", "新颖"}, {"maximum", "20"}, {"group", "创新性"}});
  d.points("score.item", 25, "25", "self-score",
           {{"name", "原创"}, {"maximum", "30"}, {"group", "创新性"}});
  d.points("score.item", 40, "40", "self-score",
           {{"name", "编写"}, {"maximum", "50"}, {"group", "规范性"}});
  d.points("score.subtotal", 43, "43", "self-score", {{"group", "创新性"}, {"maximum", "50"}});
  d.points("score.subtotal", 40, "40", "self-score", {{"group", "规范性"}, {"maximum", "50"}});
  d.points("score", 83, "83", "self-score", {{"maximum", "100"}});
  return d;
}

Status threshold_of(double points, const char* value) {
  SmallDossier d;
  d.points("score", points, value, "self-score");
  return d.ask(score_threshold, kThreshold).status;
}

Fact& nth(SmallDossier& d, std::size_t index, double points, const char* value) {
  d.facts[index].typed = points;
  d.facts[index].value = value;
  return d.facts[index];
}

}  // namespace

TEST_CASE("a self-score of exactly 80 passes, a hundredth less fails") {
  CHECK(threshold_of(80, "80") == Status::pass);
  CHECK(threshold_of(91.5, "91.5") == Status::pass);
  CHECK(threshold_of(79.99, "79.99") == Status::fail);
}

TEST_CASE("totals on both sides of the threshold, doubtful ones and none are for review") {
  SmallDossier d;
  CHECK(d.ask(score_threshold, kThreshold).status == Status::review);
  d.points("score", 85, "85", "self-score").doubt = "ocr";
  CHECK(d.ask(score_threshold, kThreshold).status == Status::review);
  d.points("score", 85, "85", "self-score");
  d.points("score", 75, "75", "application-form");
  CHECK(d.ask(score_threshold, kThreshold).status == Status::review);
}

TEST_CASE("a sheet that adds up passes") {
  const Outcome outcome = good_sheet().ask(score_arithmetic, kArithmetic);
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.arguments.at("total") == "83");
}

TEST_CASE("an item above its maximum fails and is named") {
  SmallDossier d = good_sheet();
  nth(d, 0, 21, "21");
  nth(d, 3, 46, "46");
  nth(d, 5, 86, "86");
  const Outcome outcome = d.ask(score_arithmetic, kArithmetic);
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "新颖"));
}

TEST_CASE("a wrong sub-total and a wrong total each fail with what they should be") {
  SmallDossier subtotal = good_sheet();
  nth(subtotal, 3, 44, "44");
  const Outcome one = subtotal.ask(score_arithmetic, kArithmetic);
  CHECK(one.status == Status::fail);
  CHECK(contains(one.reason.zh, "合计 43 分"));

  SmallDossier total = good_sheet();
  nth(total, 5, 84, "84");
  const Outcome other = total.ask(score_arithmetic, kArithmetic);
  CHECK(other.status == Status::fail);
  CHECK(contains(other.reason.zh, "合计 83 分"));
}

TEST_CASE("form and sheet with different totals fail, with equal ones pass") {
  SmallDossier d = good_sheet();
  d.points("score", 83, "83", "application-form").quote.file = "f02";
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::pass);
  nth(d, 6, 85, "85");
  const Outcome outcome = d.ask(score_arithmetic, kArithmetic);
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "85"));
}

TEST_CASE("halves and tenths add up without rounding noise") {
  SmallDossier d;
  for (int i = 0; i < 10; ++i)
    d.points("score.item", 8.1, "8.1", "self-score", {{"maximum", "10"}});
  d.points("score", 81, "81", "self-score");
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::pass);
}

TEST_CASE("a sum is printed in full, whatever somebody wrote for points") {
  SmallDossier d;
  d.points("score.item", 1e40, "1e40", "self-score");
  d.points("score", 80, "80", "self-score");
  const Outcome outcome = d.ask(score_arithmetic, kArithmetic);
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "合计 10000000000000000303786028427003666890752 分"));
}

TEST_CASE("rows left blank that may explain a difference make it a matter of review") {
  SmallDossier d = good_sheet();
  nth(d, 5, 87, "87");
  Fact& blank = d.fact("score.blank", "", "self-score");
  blank.details = {{"name", "推广"}, {"maximum", "5"}};
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::review);
  nth(d, 5, 90, "90");
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::fail);
}

TEST_CASE("an item whose points could not be read may explain a difference") {
  SmallDossier d = good_sheet();
  d.facts.front().typed = {};
  d.facts.front().value = "十八";
  d.facts.front().doubt = "unparsed";
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::review);
}

TEST_CASE("doubtful points never fail the sums") {
  SmallDossier d = good_sheet();
  nth(d, 5, 84, "84").doubt = "ocr";
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::review);
}

TEST_CASE("a total without items cannot be checked") {
  SmallDossier d;
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::review);
  d.points("score", 83, "83", "self-score");
  const Outcome outcome = d.ask(score_arithmetic, kArithmetic);
  CHECK(outcome.status == Status::review);
  CHECK(quotes_in(outcome) == 1);
}

TEST_CASE("the same sheet in two files is added up in each") {
  SmallDossier d = good_sheet();
  for (Fact fact : good_sheet().facts) {
    fact.quote.file = "f02";
    d.facts.push_back(fact);
  }
  CHECK(d.ask(score_arithmetic, kArithmetic).status == Status::pass);
}
