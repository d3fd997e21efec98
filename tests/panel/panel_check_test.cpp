// Panel rules as a profile has them: each outcome a finding, with evidence and filled messages.
#include "checkers/panel/panel_check.h"

#include <catch2/catch.hpp>
#include <set>

#include "checkers/messages.h"
#include "checkers/panel/panel_predicate_table.h"
#include "pipeline/base/text.h"
#include "tests/panel/panel_maker.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

RuleSpec rule(const std::string& predicate, Parameters parameters) {
  RuleSpec spec;
  spec.id = "panel." + predicate;
  spec.scope = Scope::panel;
  spec.level = Level::warning;
  spec.title = {"专家组", "the panel"};
  spec.condition.check = {predicate, std::move(parameters), spec.title};
  spec.cites.push_back({"《方案》", "二、（五）4", "专家组人数建议为单数"});
  spec.remedy = {"调整专家组", "change the panel"};
  return spec;
}

Profile profile_with(RuleSpec spec) {
  Profile profile;
  profile.id = "some-programme";
  profile.panel_rules.push_back(std::move(spec));
  return profile;
}

std::vector<Expert> panel_of(int count) {
  std::vector<Expert> experts;
  for (int i = 0; i < count; ++i)
    experts.push_back(expert("专家" + std::string(1, static_cast<char>('A' + i)), "某校", "教授"));
  return experts;
}

JointFinding size_finding(const std::vector<Expert>& experts) {
  RuleSpec spec = rule("panel-size", {{"minimum", "7"}, {"maximum", "9"}, {"odd", "yes"}});
  spec.messages[Status::fail] = {"{count}人，要求{minimum}至{maximum}人", "{count}"};
  spec.messages[Status::review] = {"{count}人：{reason}", "{count}: {reason}"};
  const Profile profile = profile_with(spec);
  const auto findings = panel_check({profile, experts, {}});
  REQUIRE(findings.size() == 1);
  return findings[0];
}

JointFinding title_finding(const std::string& title) {
  const Profile profile = profile_with(
      rule("senior-titles", {{"titles", "教授|研究员|高级工程师"}, {"except", "高级工程师助理"}}));
  const std::vector<Expert> experts = {expert("张三", "某校", title)};
  const auto findings = panel_check({profile, experts, {}});
  REQUIRE(findings.size() == 1);
  return findings[0];
}

}  // namespace

TEST_CASE("a panel of seven or nine is in order, of eight a person is asked") {
  CHECK(size_finding(panel_of(7)).status == Status::pass);
  CHECK(size_finding(panel_of(9)).status == Status::pass);
  const JointFinding even = size_finding(panel_of(8));
  CHECK(even.status == Status::review);
  CHECK(even.message.zh == "8人：人数为双数，建议为单数");
}

TEST_CASE("a panel that is too small or too large fails, and the message says the range") {
  CHECK(size_finding(panel_of(5)).message.zh == "5人，要求7至9人");
  CHECK(size_finding(panel_of(5)).status == Status::fail);
  CHECK(size_finding(panel_of(11)).status == Status::fail);
}

TEST_CASE("an expert listed twice is not counted as two without a person's look") {
  std::vector<Expert> experts = panel_of(8);
  experts.push_back(experts.front());
  const JointFinding finding = size_finding(experts);
  CHECK(finding.status == Status::review);
  CHECK(contains(finding.message.zh, "专家A"));
}

TEST_CASE("titles are senior by their words, and not by words within other words") {
  for (const char* title :
       {"教授", "副教授", "正高级工程师", "研究员/所长", "助理研究员、副研究员"})
    CHECK(title_finding(title).status == Status::pass);
  for (const char* title : {"助理研究员", "工程师", "助理教授", "高级工程师助理", "处长", ""}) {
    CAPTURE(title);
    const JointFinding finding = title_finding(title);
    CHECK(finding.status == Status::review);
    CHECK(contains(finding.message.zh, "张三"));
  }
}

TEST_CASE("a finding carries what its rule says") {
  const JointFinding even = size_finding(panel_of(8));
  CHECK(even.programme == "some-programme");
  CHECK(even.rule == "panel.panel-size");
  CHECK(even.level == Level::warning);
  CHECK(even.remedy.zh == "调整专家组");
  CHECK(even.cites.size() == 1);
  CHECK(even.evidence.size() == 8);
  CHECK(even.evidence.front().dossier.empty());
  CHECK(size_finding(panel_of(7)).remedy.zh.empty());
}

TEST_CASE("a predicate that is not there never passes") {
  const Profile profile = profile_with(rule("panel-colour", {}));
  const std::vector<Expert> experts = panel_of(7);
  const auto findings = panel_check({profile, experts, {}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].status == Status::review);
  CHECK_FALSE(findings[0].evidence.empty());
}

TEST_CASE("every placeholder of the table is filled, whatever the predicate says") {
  for (const PanelPredicateRow& row : panel_predicate_table()) {
    RuleSpec spec = rule(std::string(row.name), {{"minimum", "1"}, {"maximum", "9"}});
    std::string all = "{reason}";
    for (std::string_view name : row.placeholders) all += "{" + std::string(name) + "}";
    for (Status status : {Status::pass, Status::fail, Status::review, Status::not_applicable})
      spec.messages[status] = {all, all};
    const Profile profile = profile_with(spec);
    const std::vector<Expert> experts = panel_of(3);
    CAPTURE(row.name);
    for (const JointFinding& finding : panel_check({profile, experts, {}})) {
      CHECK(placeholders_of(finding.message.zh).empty());
      CHECK_FALSE(finding.evidence.empty());
    }
  }
}
