#include "checkers/policy_reader.h"

#include <catch2/catch.hpp>

#include "checkers/profile_library.h"
#include "known_finders.h"
#include "pipeline/base/text.h"

using namespace biaoshen;

namespace {

std::vector<Profile> profiles() {
  const auto shipped = shipped_profiles(known_finders());
  if (!shipped) FAIL(shipped.error().message);
  return *shipped;
}

std::string policy(const std::string& changes,
                   const std::string& programme = "bj-hq-group-standard") {
  return "<policy by=\"某秘书处\">\n<for programme=\"" + programme + "\">\n" + changes +
         "\n</for></policy>";
}

const Profile& beijing_with(std::vector<Profile>& all, const std::string& changes) {
  const Mistakes mistakes = apply_policy(policy(changes), all);
  for (const auto& mistake : mistakes) UNSCOPED_INFO(mistake.message);
  REQUIRE(mistakes.empty());
  for (const Profile& profile : all) {
    if (profile.id == "bj-hq-group-standard") return profile;
  }
  FAIL("no Beijing profile");
  return all.front();
}

void check_policy_mistake(const std::string& changes, const std::string& part,
                          const std::string& programme = "bj-hq-group-standard") {
  auto all = profiles();
  const Mistakes mistakes = apply_policy(policy(changes, programme), all);
  INFO(changes);
  REQUIRE_FALSE(mistakes.empty());
  INFO(mistakes.front().message);
  CHECK(contains(mistakes.front().message, part));
  for (const Profile& profile : all) CHECK_FALSE(profile.policy);
}

const std::string kWaiver =
    "<waiver rule=\"date.review-cycle\" dossier=\"某协会\" by=\"张三\" on=\"2024-08-01\" "
    "until=\"2024-12-31\" evidence=\"0123456789abcdef\">已补正</waiver>";

void check_waiver_mistake(const std::string& from, const std::string& to, const std::string& part) {
  const auto all = profiles();
  const ReadWaivers read =
      read_waivers("<waivers>" + replace_all(kWaiver, from, to) + "</waivers>", all);
  INFO(to);
  REQUIRE_FALSE(read.mistakes.empty());
  INFO(read.mistakes.front().message);
  CHECK(contains(read.mistakes.front().message, part));
  CHECK(read.waivers.empty());
}

}  // namespace

TEST_CASE("a policy moves the cut-off, sets levels and what the profile lets it set") {
  auto all = profiles();
  const Profile& profile =
      beijing_with(all,
                   "<cut-off date=\"2024-09-15\">通知第三条</cut-off>"
                   "<level rule=\"form.sealed\" is=\"error\">须盖章</level>"
                   "<set rule=\"score.threshold\" parameter=\"threshold\" to=\"85\">从严</set>");
  CHECK(profile.cut_off == Date{2024, 9, 15});
  CHECK(profile.rule("form.sealed")->level == Level::error);
  CHECK(profile.rule("score.threshold")->condition.check.parameters.at("threshold") == "85");
  REQUIRE(profile.policy);
  CHECK(profile.policy->by == "某秘书处");
  REQUIRE(profile.policy->deviations.size() == 3);
  const Deviation& set = profile.policy->deviations[2];
  CHECK(set.rule == "score.threshold");
  CHECK(set.from == "80");
  CHECK(set.to == "85");
  CHECK(set.reason == "从严");
}

TEST_CASE("a policy may require a material of its own") {
  auto all = profiles();
  const Profile& profile =
      beijing_with(all,
                   "<require material=\"authorisation\" level=\"error\">"
                   "<title><zh>授权委托书</zh><en>authorisation</en></title>"
                   "<cue where=\"heading\" "
                   "weight=\"8\">授权委托书</cue><reason>须附授权委托书</reason></require>");
  REQUIRE(profile.material("authorisation") != nullptr);
  const RuleSpec* rule = profile.rule("material.authorisation");
  REQUIRE(rule != nullptr);
  CHECK(rule->condition.check.predicate == "material-present");
  CHECK(rule->cites.front().quote == "须附授权委托书");
  CHECK(profile.policy->deviations.front().what == "material");
}

TEST_CASE("where a rule joins several checks, a policy says which it means") {
  const std::string set = "<set rule=\"promise.yearly\" parameter=\"minimum\" to=\"7\"";
  check_policy_mistake(set + ">从严</set>", "say which with fact", "sac-service-demo");
  check_policy_mistake(set + " fact=\"promise.none\">从严</set>", "is about “promise.none”",
                       "sac-service-demo");
  auto all = profiles();
  REQUIRE(apply_policy(policy(set + " fact=\"promise.papers\">从严</set>", "sac-service-demo"), all)
              .empty());
  for (const Profile& profile : all) {
    if (profile.id != "sac-service-demo") continue;
    std::size_t changed = 0;
    for_each_check(profile.rule("promise.yearly")->condition, [&](const Check& check) {
      const bool is_seven = check.parameters.at("minimum") == "7";
      changed += is_seven;
      CHECK(is_seven == (check.parameters.at("fact") == "promise.papers"));
    });
    CHECK(changed == 1);
  }
}

TEST_CASE("other programmes keep their rules") {
  auto all = profiles();
  beijing_with(all, "<level rule=\"form.sealed\" is=\"error\">须盖章</level>");
  for (const Profile& profile : all) {
    if (profile.id != "bj-hq-group-standard") CHECK_FALSE(profile.policy);
  }
}

TEST_CASE("mistakes of a policy change nothing at all") {
  check_policy_mistake("<level rule=\"form.seald\" is=\"error\">因</level>",
                       "did you mean “form.sealed”");
  check_policy_mistake("<level rule=\"form.sealed\" is=\"fatal\">因</level>",
                       "error, warning, note");
  check_policy_mistake("<level rule=\"form.sealed\" is=\"error\"/>", "reason");
  check_policy_mistake("<cut-off date=\"2024-02-30\">因</cut-off>", "YYYY-MM-DD");
  check_policy_mistake("<set rule=\"number.format\" parameter=\"fact\" to=\"title\">因</set>",
                       "does not let a policy set");
  check_policy_mistake("<set rule=\"score.threshold\" parameter=\"threshold\" to=\"many\">因</set>",
                       "whole number");
  check_policy_mistake("<level rule=\"form.sealed\" is=\"error\">因</level>",
                       "did you mean “bj-hq-group-standard”", "bj-hq-group-standards");
  check_policy_mistake("<off rule=\"form.sealed\"/>", "off");
}

TEST_CASE("waivers are read with who, when, why and on which evidence") {
  const auto all = profiles();
  const ReadWaivers read = read_waivers("<waivers>" + kWaiver + "</waivers>", all);
  REQUIRE(read.mistakes.empty());
  REQUIRE(read.waivers.size() == 1);
  const GivenWaiver& given = read.waivers.front();
  CHECK(given.rule == "date.review-cycle");
  CHECK(given.dossier == "某协会");
  CHECK(given.waiver.by == "张三");
  CHECK(given.waiver.reason == "已补正");
}

TEST_CASE("mistakes of waivers are told") {
  check_waiver_mistake("date.review-cycle", "date.review-cyle", "did you mean “date.review-cycle”");
  check_waiver_mistake("2024-12-31", "2024-13-31", "until must be a date");
  check_waiver_mistake("0123456789abcdef", "0123", "evidence_sha256");
  check_waiver_mistake("dossier=\"某协会\"", "", "one dossier");
  check_waiver_mistake("已补正", "", "reason");
  check_waiver_mistake("by=\"张三\"", "by=\"\"", "who decided");
}
