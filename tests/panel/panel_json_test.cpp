// The JSON of a panel: experts with their rows, findings with evidence in list and dossiers.
#include "templates/batch/panel_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/panel/panel_maker.h"

using namespace biaoshen;
using namespace biaoshen::testing;

namespace {

PanelReport sample() {
  PanelReport report;
  report.tool_version = "1.2.3";
  report.file = "专家名单.xlsx";
  report.experts = {expert("张三", "某\"校<script>", "教授")};
  report.entries = {entry("甲")};
  report.entries[0].programme = "some-programme";
  report.verdict = Verdict::returned;
  JointFinding finding;
  finding.programme = "some-programme";
  finding.rule = "panel.no-link";
  finding.status = Status::fail;
  finding.message = {"有关联", "linked"};
  finding.dossiers = {"甲"};
  finding.evidence.push_back({"", report.experts[0].quote});
  finding.evidence.push_back({"甲", Search{"起草人", {"f01"}, false}});
  report.findings.push_back(finding);
  return report;
}

}  // namespace

TEST_CASE("the JSON of a panel says who was held against what, and what came of it") {
  const auto json = nlohmann::json::parse(write_panel_json(sample(), Language::en));
  CHECK(json.at("schema") == "biaoshen/panel/1");
  CHECK(json.at("panel").at("file") == "专家名单.xlsx");
  CHECK(json.at("experts").at(0).at("employer") == "某\"校<script>");
  CHECK(json.at("dossiers").at(0).at("programme").at("id") == "some-programme");
  CHECK(json.at("verdict") == "return");
  const auto& finding = json.at("findings").at(0);
  CHECK(finding.at("message") == "linked");
  CHECK_FALSE(finding.at("evidence").at(0).contains("dossier"));
  CHECK(finding.at("evidence").at(1).at("dossier") == "甲");
}

TEST_CASE("names from outside stay harmless where somebody pastes the JSON into a page") {
  CHECK(write_panel_json(sample(), Language::zh).find("<script>") == std::string::npos);
}

TEST_CASE("the same panel gives the same bytes") {
  CHECK(write_panel_json(sample(), Language::zh) == write_panel_json(sample(), Language::zh));
}
