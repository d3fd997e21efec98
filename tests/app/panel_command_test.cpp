// Experts against results on disk, by the panel rules of a small programme of the test's own.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

constexpr const char* kPanelProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<profile id="panel-example" version="1">
  <title><zh>示例项目</zh><en>Example programme</en></title>
  <recognised-by><phrase>示例项目申报书</phrase></recognised-by>
  <instruments><instrument id="plan" title="《示例方案》" source="示例">示例</instrument></instruments>
  <materials>
    <material id="application-form" required="yes">
      <title><zh>申报书</zh><en>application form</en></title>
      <cue where="heading" weight="6">示例项目申报书</cue>
    </material>
  </materials>
  <facts>
    <fact name="drafter" finder="names" labels="主要起草人"/>
    <fact name="drafting-unit" finder="names" labels="起草单位"/>
  </facts>
  <rules>
    <rule id="panel.size" level="warning" scope="panel">
      <title><zh>人数</zh><en>Number</en></title>
      <cite instrument="plan" clause="四">（大意，非原文）专家组由3至5名专家组成。</cite>
      <check predicate="panel-size" minimum="3" maximum="5" odd="yes"/>
      <pass><zh>{count}名。</zh><en>{count}.</en></pass>
      <fail><zh>{count}名，应为{minimum}至{maximum}名。</zh><en>{count}, not {minimum} to {maximum}.</en></fail>
      <review><zh>{count}名：{reason}。</zh><en>{count}: {reason}.</en></review>
      <remedy><zh>调整专家组。</zh><en>Change the panel.</en></remedy>
      <rationale><zh>示例。</zh><en>An example.</en></rationale>
    </rule>
    <rule id="panel.no-link" level="error" scope="panel">
      <title><zh>无关联</zh><en>No link</en></title>
      <cite instrument="plan" clause="四">（大意，非原文）专家与评价对象无关联。</cite>
      <check predicate="no-link" names="drafter" employers="drafting-unit"/>
      <pass><zh>未发现关联。</zh><en>None found.</en></pass>
      <fail><zh>{experts}与“{dossiers}”有关联：{reason}。</zh><en>{experts}, “{dossiers}”: {reason}.</en></fail>
      <review><zh>{experts}与“{dossiers}”：{reason}。</zh><en>{experts}, “{dossiers}”: {reason}.</en></review>
      <remedy><zh>请该专家回避。</zh><en>Ask the expert to stand back.</en></remedy>
      <rationale><zh>示例。</zh><en>An example.</en></rationale>
    </rule>
  </rules>
</profile>
)";

constexpr const char* kInnocent =
    "姓名,工作单位,职称\n张三,某校,教授\n李四,某院,教授\n王五,某所,教授\n";

// Two reviewed dossiers, made once: <folder>/out/{甲,乙}, the profile in <folder>/profiles.
const fs::path& reviewed_for_panel() {
  static const fs::path kFolder = [] {
    const fs::path folder = fresh_folder("panel");
    fs::create_directories(folder / "profiles");
    std::ofstream(folder / "profiles" / "1.xml") << kPanelProfile;
    for (const char* name : {"甲", "乙"}) {
      fs::create_directories(folder / "in" / name);
      std::ofstream(folder / "in" / name / "申报书.txt")
          << "示例项目申报书\n起草单位：" << name << "乙丙丁研究院有限公司\n主要起草人：赵" << name
          << "六\n";
    }
    // A programme of the same papers without a rule for panels.
    std::string silent = kPanelProfile;
    silent.replace(silent.find("panel-example"), 13, "silent-example");
    silent.erase(silent.find("  <rules>"),
                 silent.find("</rules>\n") + 9 - silent.find("  <rules>"));
    std::ofstream(folder / "profiles" / "silent.xml") << silent;
    const Ran ran = biaoshen::test::biaoshen(
        {"review", (folder / "in" / "甲").string(), (folder / "in" / "乙").string(), "--out",
         (folder / "out").string(), "--profiles", (folder / "profiles").string(), "--programme",
         "panel-example"});
    REQUIRE(ran.exit == 0);
    return folder;
  }();
  return kFolder;
}

std::string list_of(const std::string& name, const std::string& text) {
  const fs::path path = reviewed_for_panel() / name;
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

Ran panel(const std::string& list, std::vector<std::string> more = {},
          const std::string& result = "out") {
  std::vector<std::string> arguments = {"panel", list, (reviewed_for_panel() / result).string(),
                                        "--profiles", (reviewed_for_panel() / "profiles").string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return biaoshen::test::biaoshen(arguments, {{"LC_ALL", "zh_CN.UTF-8"}});
}
nlohmann::json json_of(const Ran& ran) {
  auto json = nlohmann::json::parse(ran.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

}  // namespace

TEST_CASE("a panel without links to the dossiers is in order") {
  const Ran ran = panel(list_of("good.csv", kInnocent), {"--fail-on", "review"});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(contains(ran.out, "3名专家，对照2份申报材料，符合要求"));
}

TEST_CASE("an expert of a drafting body must stand back from that dossier") {
  const std::string list =
      list_of("linked.csv", std::string(kInnocent) +
                                "赵甲六,某局,研究员\n钱七,乙乙丙丁研究院有限责任公司,教授\n");
  const Ran ran = panel(list);
  CHECK(ran.exit == 0);
  CHECK(contains(ran.out, "须调整"));
  CHECK(panel(list, {"--fail-on", "return"}).exit == 1);
  const auto json = json_of(panel(list, {"--json"}));
  CHECK(json.at("verdict") == "return");
  std::vector<std::string> linked;
  for (const auto& finding : json.at("findings"))
    if (finding.at("status") == "fail") linked.push_back(finding.at("dossiers").at(0));
  CHECK(linked == std::vector<std::string>{"乙", "甲"});
}

TEST_CASE("findings carry the rows of the list and the quotes of the dossier") {
  const std::string list = list_of("one.csv", std::string(kInnocent) + "赵甲六,某局,研究员\n");
  const auto json = json_of(panel(list, {"--json"}, "out/甲"));
  CHECK(json.at("dossiers").size() == 1);
  for (const auto& finding : json.at("findings")) {
    if (finding.at("status") != "fail") continue;
    const auto& evidence = finding.at("evidence");
    REQUIRE(evidence.size() == 2);
    CHECK(evidence.at(0).at("file") == "one.csv");
    CHECK(evidence.at(0).at("paragraph") == 5);
    CHECK(evidence.at(1).at("dossier") == "甲");
    CHECK(evidence.at(1).at("quote") == "赵甲六");
  }
}

TEST_CASE("the JSON keeps to its schema, and the same list gives the same bytes") {
  const std::string list = list_of("schema.csv", std::string(kInnocent) + "赵甲六,,研究员\n");
  const fs::path folder = fresh_folder("panel-schema");
  const Ran once = panel(list, {"--json"});
  std::ofstream(folder / "panel.json", std::ios::binary) << once.out;
  std::ofstream(folder / "list") << (folder / "panel.json").string() << '\n';
  const Ran valid =
      run_program({"/usr/bin/python3", SOURCE_DIR "/tests/app/validate.py",
                   SOURCE_DIR "/templates/batch/panel.schema.json", (folder / "list").string()},
                  folder);
  INFO(valid.out << valid.err);
  CHECK(valid.exit == 0);
  CHECK(panel(list, {"--json"}).out == once.out);
}

TEST_CASE("a list in the encodings of Chinese offices is read alike") {
  const std::string bom = list_of("bom.csv", "\xEF\xBB\xBF" + std::string(kInnocent));
  CHECK(contains(panel(bom).out, "3名专家"));
  // 姓名,单位,职称 / 张三,某校,教授 in GB18030
  const std::string gb = list_of("gb.csv",
                                 "\xD0\xD5\xC3\xFB,\xB5\xA5\xCE\xBB,\xD6\xB0\xB3\xC6\r\n"
                                 "\xD5\xC5\xC8\xFD,\xC4\xB3\xD0\xA3,\xBD\xCC\xCA\xDA\r\n");
  const auto json = json_of(panel(gb, {"--json"}));
  CHECK(json.at("experts").at(0).at("name") == "张三");
}

TEST_CASE("a list or a result that cannot be used is exit 3, and is named") {
  CHECK(contains(panel(list_of("columns.csv", "姓名,职称\n张三,教授\n")).err, "工作单位"));
  CHECK(panel(list_of("columns.csv", "姓名,职称\n张三,教授\n")).exit == 3);
  CHECK(panel(list_of("empty.csv", "")).exit == 3);
  CHECK(panel("/no/such/list.csv").exit == 3);
  const std::string good = list_of("good.csv", kInnocent);
  CHECK(panel(good, {}, "in").exit == 3);
  CHECK(panel(good, {}, "nothing-here").exit == 3);
  CHECK(panel(good, {"--programme", "another"}).exit == 3);
}

TEST_CASE("a dossier whose programme has no rules for panels is named, not passed over") {
  const Ran review = biaoshen::test::biaoshen(
      {"review", (reviewed_for_panel() / "in" / "甲").string(), "--out",
       (reviewed_for_panel() / "silent").string(), "--profiles",
       (reviewed_for_panel() / "profiles").string(), "--programme", "silent-example"});
  REQUIRE(review.exit == 0);
  const Ran ran = panel(list_of("good.csv", kInnocent), {}, "silent");
  CHECK(ran.exit == 2);
  CHECK(contains(ran.err, "silent-example"));
}

TEST_CASE("a programme that is not known any more is an error of profiles") {
  const Ran ran = biaoshen::test::biaoshen(
      {"panel", list_of("good.csv", kInnocent), (reviewed_for_panel() / "out").string()});
  CHECK(ran.exit == 4);
  CHECK(contains(ran.err, "panel-example"));
}
