// Experts against the makers of the standards they are to judge.
#include <catch2/catch.hpp>

#include "checkers/panel/expert_link.h"
#include "checkers/panel/panel_predicates.h"
#include "pipeline/base/text.h"
#include "tests/panel/panel_maker.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

// A dossier that says everything of its makers.
BatchEntry dossier(const std::string& name) {
  BatchEntry made = entry(name);
  add_fact(made, "drafting-unit", "北方机械研究院有限公司");
  add_fact(made, "drafter", "王建国");
  add_fact(made, "applicant", "京城标准化协会");
  add_fact(made, "organization", "京城标准化协会");
  return made;
}

std::vector<PanelOutcome> ask(const std::vector<Expert>& experts,
                              const std::vector<BatchEntry>& entries) {
  Check check;
  check.predicate = "no-link";
  check.parameters = {{"names", "drafter|applicant"},
                      {"employers", "drafting-unit|applicant|organization"}};
  const Profile profile;
  return no_link({profile, experts, entries}, check);
}

PanelOutcome ask(const Expert& one, const BatchEntry& entry) {
  const auto outcomes = ask(std::vector{one}, std::vector{entry});
  REQUIRE(outcomes.size() == 1);
  return outcomes[0];
}

}  // namespace

TEST_CASE("an expert who has nothing to do with the dossier passes") {
  const PanelOutcome outcome = ask(expert("张三", "南方材料大学", "教授"), dossier("甲"));
  CHECK(outcome.status == Status::pass);
  CHECK(outcome.panel.size() == 1);
}

TEST_CASE("the employer among the drafting bodies, the applicant or the issuer fails") {
  for (const char* employer : {"北方机械研究院有限责任公司", "北方机械研究院 有限公司（盖章）",
                               "京城标准化协会", "新名公司（原北方机械研究院有限公司）"}) {
    CAPTURE(employer);
    const PanelOutcome outcome = ask(expert("张三", employer, "教授"), dossier("甲"));
    CHECK(outcome.status == Status::fail);
    CHECK(outcome.arguments.at("experts") == "张三（" + std::string(employer) + "）");
    CHECK(outcome.arguments.at("dossiers") == "甲");
    CHECK_FALSE(outcome.dossiers.empty());
    CHECK(outcome.panel.size() == 1);
  }
}

TEST_CASE("an employer whose name is near is for a person") {
  for (const char* employer : {"北方机械研究院", "北方机械研究院有限公司标准化所"}) {
    CAPTURE(employer);
    const PanelOutcome outcome = ask(expert("张三", employer, "教授"), dossier("甲"));
    CHECK(outcome.status == Status::review);
    CHECK(contains(outcome.reason.zh, "相近"));
  }
}

TEST_CASE("the name of a drafter fails, and the message says how a namesake is cleared") {
  const PanelOutcome outcome = ask(expert("王建国", "南方材料大学", "教授"), dossier("甲"));
  CHECK(outcome.status == Status::fail);
  CHECK(contains(outcome.reason.zh, "同名"));
  CHECK(ask(expert("王建军", "南方材料大学", "教授"), dossier("甲")).status == Status::pass);
}

TEST_CASE("drafters listed in one reading are told apart") {
  BatchEntry listed = dossier("甲");
  add_fact(listed, "drafter", "李 四、赵六，孙八");
  CHECK(ask(expert("李四", "某校", "教授"), listed).status == Status::fail);
  CHECK(ask(expert("孙八", "某校", "教授"), listed).status == Status::fail);
  CHECK(ask(expert("孙八一", "某校", "教授"), listed).status == Status::pass);
}

TEST_CASE("a doubtful reading never fails, and one letter misread is for a person") {
  BatchEntry scanned = dossier("甲");
  add_fact(scanned, "drafter", "欧阳文", "ocr");
  CHECK(ask(expert("欧阳文", "某校", "教授"), scanned).status == Status::review);
  CHECK(ask(expert("欧阳义", "某校", "教授"), scanned).status == Status::review);
  CHECK(ask(expert("欧阳义夫", "某校", "教授"), scanned).status == Status::pass);
}

TEST_CASE("nobody is cleared by a dossier that says nothing of its drafters") {
  BatchEntry silent = dossier("甲");
  std::erase_if(silent.facts, [](const Fact& fact) { return fact.name == "drafter"; });
  silent.files.push_back({"f01", "标准.pdf", "", {}});
  const PanelOutcome nothing = ask(expert("张三", "某校", "教授"), silent);
  CHECK(nothing.status == Status::review);
  CHECK(contains(nothing.reason.zh, "甲：起草人"));
  CHECK(nothing.arguments.at("experts") == "张三（某校）");
  REQUIRE(nothing.dossiers.size() == 1);
  const auto& search = std::get<Search>(nothing.dossiers[0].evidence);
  CHECK_FALSE(search.complete);
  CHECK(search.files == std::vector<std::string>{"f01"});
  add_fact(silent, "drafter", "某人", "ocr");
  CHECK(ask(expert("张三", "某校", "教授"), silent).status == Status::review);
}

TEST_CASE("an expert without an employer cannot be cleared") {
  const PanelOutcome outcome = ask(expert("张三", "", "教授"), dossier("甲"));
  CHECK(outcome.status == Status::review);
  CHECK(contains(outcome.reason.zh, "未写工作单位"));
  CHECK(outcome.arguments.at("dossiers") == "甲");
}

TEST_CASE("each pairing of expert and dossier is an outcome of its own") {
  BatchEntry other = entry("乙");
  for (const char* fact : {"drafting-unit", "applicant", "organization"})
    add_fact(other, fact, "西部能源集团有限公司");
  add_fact(other, "drafter", "钱七");
  const auto outcomes =
      ask({expert("张三", "京城标准化协会", "教授"), expert("李四", "西部能源集团有限公司", "教授"),
           expert("钱七", "某校", "教授")},
          {dossier("甲"), other});
  REQUIRE(outcomes.size() == 3);
  CHECK(outcomes[0].arguments.at("dossiers") == "甲");
  CHECK(outcomes[1].arguments.at("dossiers") == "乙");
  CHECK(contains(outcomes[2].arguments.at("experts"), "钱七"));
}

TEST_CASE("what a recommender sends along is nobody's object of judgement") {
  BatchEntry letter = dossier("推荐函");
  letter.is_application = false;
  CHECK(ask(expert("张三", "京城标准化协会", "教授"), letter).status == Status::pass);
}

TEST_CASE("very many links are counted, not all told") {
  std::vector<BatchEntry> entries(300, dossier("甲"));
  const std::vector<Expert> experts(3, expert("张三", "京城标准化协会", "教授"));
  const auto outcomes = ask(experts, entries);
  REQUIRE(outcomes.size() == 501);
  CHECK(outcomes.back().status == Status::review);
  CHECK(contains(outcomes.back().reason.zh, "400"));
}
