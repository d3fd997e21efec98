#include "checkers/check.h"

#include <catch2/catch.hpp>

#include "checkers/messages.h"
#include "small_dossier.h"

using namespace biaoshen;

namespace {

RuleSpec rule_of(const char* id, const char* predicate, Parameters parameters) {
  RuleSpec rule;
  rule.id = id;
  rule.title = {"题目", "title"};
  rule.condition.check = {predicate, std::move(parameters), rule.title};
  rule.messages[Status::pass] = {"编号 {number} 正确{reason}", "{number} is good{reason}"};
  rule.messages[Status::review] = {"请看：{reason}", "look: {reason}"};
  rule.remedy = {"更正", "correct it"};
  rule.cites = {{"某办法", "第一条", "原文"}};
  return rule;
}

Outcome passes_without_evidence(const Check&) {
  Outcome outcome;
  outcome.status = Status::pass;
  return outcome;
}

}  // namespace

TEST_CASE("each rule gives one finding, in the order of the profile") {
  SmallDossier d;
  d.number("CAS", "290", "2017", "standard-text");
  d.profile.rules = {rule_of("b", "number-format", {{"fact", "number"}}),
                     rule_of("a", "sealed", {{"material", "application-form"}})};
  const auto findings = check(d.input());
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "b");
  CHECK(findings[0].message.zh == "编号 T/CAS 290—2017 正确");
  CHECK(findings[0].message.en == "T/CAS 290—2017 is good");
  CHECK(findings[0].cites.size() == 1);
  CHECK(findings[0].remedy.zh.empty());
  CHECK(findings[1].rule == "a");
  CHECK(findings[1].remedy.zh == "更正");
}

TEST_CASE("a verdict without evidence becomes review, with a search as evidence") {
  SmallDossier d;
  const Finding finding =
      check_rule(d.input(), rule_of("x", "sealed", {}), passes_without_evidence);
  CHECK(finding.status == Status::review);
  REQUIRE(finding.evidence.size() == 1);
  CHECK_FALSE(std::get<Search>(finding.evidence.front()).complete);
}

TEST_CASE("an unknown predicate is for review and says so") {
  SmallDossier d;
  const CheckInput input = d.input();
  const Finding finding = check_rule(input, rule_of("x", "no-such", {}), answers_of(input));
  CHECK(finding.status == Status::review);
  CHECK(contains(finding.message.zh, "no-such"));
}

TEST_CASE("a placeholder nobody fills stays visible") {
  CHECK(fill("a {b} {c}", {{"b", "1"}}) == "a 1 {c}");
  CHECK(fill("open { brace", {}) == "open { brace");
  CHECK(placeholders_of("{a} of {b") == std::vector<std::string>{"a"});
  CHECK(fill("{a}", {{"a", "{b}"}, {"b", "no"}}) == "{b}");
}

TEST_CASE("a rule that does not apply is not applicable and says why") {
  SmallDossier d;
  d.file("a.pdf", "application-form");
  RuleSpec rule = rule_of("x", "", {});
  rule.when = Condition{};
  rule.when->check.predicate = "when";
  const auto finding_if = [&](Status applies) {
    return check_rule(d.input(), rule, [&](const Check& check) {
      Outcome outcome;
      outcome.status = check.predicate == "when" ? applies : Status::fail;
      outcome.reason = {check.predicate == "when" ? "条件" : "缺陷", "why"};
      return outcome;
    });
  };
  CHECK(finding_if(Status::fail).status == Status::not_applicable);
  CHECK(finding_if(Status::fail).message.zh == "条件");
  CHECK(finding_if(Status::pass).status == Status::review);  // a fail without evidence
  const Finding unsure = finding_if(Status::review);
  CHECK(unsure.status == Status::review);
  CHECK(contains(unsure.message.zh, "是否适用"));
}

TEST_CASE("what a recommender sends along is no application, and only its own rules apply") {
  SmallDossier d;
  d.profile.materials.push_back({"list", {"汇总表", "list"}, false, {}, true});
  d.profile.rules = {rule_of("a", "number-format", {{"fact", "number"}}),
                     rule_of("b", "material-present", {{"material", "list"}}),
                     rule_of("c", "files-readable", {})};
  d.file("汇总表.xlsx", "list");
  const auto findings = check(d.input());
  CHECK(findings[0].status == Status::not_applicable);
  CHECK(contains(findings[0].message.zh, "推荐单位"));
  CHECK(findings[1].status == Status::pass);
  CHECK(findings[2].status == Status::pass);

  d.file("申报书.docx", "application-form");
  CHECK(check(d.input())[0].status == Status::review);
}

TEST_CASE("a list beside a file that nobody could read may still be an application") {
  SmallDossier d;
  d.profile.materials.push_back({"list", {"汇总表", "list"}, false, {}, true});
  d.file("汇总表.xlsx", "list");
  CHECK_FALSE(is_application(d.dossier, d.profile));
  d.dossier.files.front().document.status = FileStatus::partial;
  CHECK(is_application(d.dossier, d.profile));
}

TEST_CASE("a quoted sentence does not end a message twice") {
  const Wording filled = fill({"读到：{found}。请核对", "{found}"}, {{"found", "甲。"}}, {});
  CHECK(filled.zh == "读到：甲。请核对");
  CHECK(filled.en == "甲。");
}
