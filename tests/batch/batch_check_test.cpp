#include "checkers/batch/batch_check.h"

#include <catch2/catch.hpp>
#include <set>

#include "checkers/batch/batch_predicate_table.h"
#include "small_batch.h"

using namespace biaoshen;

namespace {

RuleSpec rule_of(const std::string& predicate, Parameters parameters) {
  RuleSpec rule;
  rule.id = "batch.same-standard";
  rule.level = Level::warning;
  rule.scope = Scope::batch;
  rule.title = {"一项标准只申报一次", "one standard, one dossier"};
  rule.cites = {{"方案", "三", "原文"}};
  rule.condition.check = {predicate, std::move(parameters), rule.title};
  rule.messages[Status::review] = {"标准 {number} 重复：{reason}", "{number} twice: {reason}"};
  rule.messages[Status::pass] = {"没有重复申报。", "No standard stands twice."};
  rule.remedy = {"撤回其中一份。", "Withdraw one of them."};
  return rule;
}

SmallBatch doubled() {
  SmallBatch batch;
  batch.dossier("甲").fact("number", "T/A 1—2022");
  batch.dossier("乙").fact("number", "T/A 1—2022");
  batch.profile.batch_rules = {rule_of("same-standard", {{"fact", "number"}})};
  return batch;
}

}  // namespace

TEST_CASE("an outcome becomes a finding with message, clause, dossiers and evidence") {
  const SmallBatch batch = doubled();
  const auto findings = batch_check(batch.input());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].programme == "test-programme");
  CHECK(findings[0].status == Status::review);
  CHECK(findings[0].level == Level::warning);
  CHECK(findings[0].message.zh == "标准 T/A 1—2022 重复：“T/A 1—2022”见于 甲、乙");
  CHECK(findings[0].remedy.zh == "撤回其中一份。");
  CHECK(findings[0].cites.size() == 1);
  CHECK(findings[0].dossiers == std::vector<std::string>{"甲", "乙"});
  REQUIRE(findings[0].evidence.size() == 2);
  CHECK(findings[0].evidence[1].dossier == "乙");
}

TEST_CASE("a rule that finds nothing passes once and asks for nothing") {
  SmallBatch batch = doubled();
  batch.entries.pop_back();
  const auto findings = batch_check(batch.input());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].status == Status::pass);
  CHECK(findings[0].message.zh == "没有重复申报。");
  CHECK(findings[0].remedy.zh.empty());
  CHECK(findings[0].dossiers.empty());
}

TEST_CASE("a batch without an application has no findings") {
  SmallBatch batch = doubled();
  for (BatchEntry& entry : batch.entries) entry.is_application = false;
  CHECK(batch_check(batch.input()).empty());
}

TEST_CASE("an unknown predicate is for a person, never an order") {
  SmallBatch batch = doubled();
  batch.profile.batch_rules = {rule_of("same-standards", {})};
  const auto findings = batch_check(batch.input());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].status == Status::review);
  CHECK(says(findings[0].message, "same-standards"));
}

TEST_CASE("every predicate over a batch is documented and found by its name") {
  std::set<std::string_view> names;
  for (const BatchPredicateRow& row : batch_predicate_table()) {
    CHECK(names.insert(row.name).second);
    CHECK(batch_predicate_row(row.name) == &row);
    CHECK(row.doc.ends_with("."));
    CHECK_FALSE(row.placeholders.empty());
  }
  CHECK(names.size() == 5);
  CHECK(batch_predicate_row("no-such") == nullptr);
}

TEST_CASE("placeholders that a predicate does not fill are empty in a message") {
  for (const BatchPredicateRow& row : batch_predicate_table()) {
    SmallBatch batch = doubled();
    RuleSpec rule = rule_of(std::string(row.name), {{"fact", "number"}});
    for (const Status status : {Status::review, Status::pass, Status::fail}) {
      std::string text = "x";
      for (std::string_view name : row.placeholders) text += "{" + std::string(name) + "}";
      rule.messages[status] = {text, text};
    }
    batch.profile.batch_rules = {rule};
    for (const JointFinding& finding : batch_check(batch.input()))
      CHECK(finding.message.zh.find('{') == std::string::npos);
  }
}
