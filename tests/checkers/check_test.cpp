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
  rule.predicate = predicate;
  rule.parameters = std::move(parameters);
  rule.messages[Status::pass] = {"编号 {number} 正确{reason}", "{number} is good{reason}"};
  rule.messages[Status::review] = {"请看：{reason}", "look: {reason}"};
  rule.remedy = {"更正", "correct it"};
  rule.cites = {{"某办法", "第一条", "原文"}};
  return rule;
}

Outcome passes_without_evidence(const CheckInput&, const RuleSpec&) {
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
  const Finding finding = check_rule(d.input(), rule_of("x", "no-such", {}), nullptr);
  CHECK(finding.status == Status::review);
  CHECK(contains(finding.message.zh, "no-such"));
}

TEST_CASE("a placeholder nobody fills stays visible") {
  CHECK(fill("a {b} {c}", {{"b", "1"}}) == "a 1 {c}");
  CHECK(fill("open { brace", {}) == "open { brace");
  CHECK(placeholders_of("{a} of {b") == std::vector<std::string>{"a"});
  CHECK(fill("{a}", {{"a", "{b}"}, {"b", "no"}}) == "{b}");
}
