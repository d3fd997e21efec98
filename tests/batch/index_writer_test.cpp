#include "templates/batch/index_writer.h"

#include <catch2/catch.hpp>

#include "sample_batch.h"
#include "tests/templates/html_reading.h"

using namespace biaoshen;

namespace {

std::string index_of(const BatchReport& report, Language language = Language::zh) {
  const auto page = write_index(report, language);
  REQUIRE(page);
  return *page;
}

}  // namespace

TEST_CASE("the index shows findings first, then every dossier, and who failed") {
  const std::string html = index_of(sample_batch());
  for (const char* text :
       {"批次审查结果", "同一标准见于 甲、乙", "没有共用的证明。", "推荐材料", "坏：打不开",
        "退回补正", "人型机器人安全技术要求", "审查基准日 2024-08-31"}) {
    INFO(text);
    CHECK(html.find(text) != std::string::npos);
  }
  CHECK(html.find("id=\"batch\"") < html.find("id=\"dossiers\""));
  CHECK(first_unbalanced_tag(html) == "");
}

TEST_CASE("each dossier is linked to by an address without digits or markup") {
  const std::string html = index_of(sample_batch());
  CHECK(attribute_values(html, "href").contains("%E4%B9%99/dossier.html"));
  for (const std::string& link : attribute_values(html, "href"))
    CHECK(link.find_first_of("<>\"' ") == std::string::npos);
}

TEST_CASE("the index is self-contained and escapes what it is told") {
  BatchReport report = sample_batch();
  const char* const attack = "<script>alert(1)</script>";
  report.rows[0].name = report.rows[0].folder = attack;
  report.rows[0].entry->subject.title = attack;
  report.rows[3].error = attack;
  report.findings[0].message = {attack, attack};
  const std::string html = index_of(report);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("http") == html.find("http-equiv"));
  CHECK(html.find("13800138000") == std::string::npos);
}

TEST_CASE("an empty inbox has an index that says so") {
  BatchReport report;
  report.tool_version = "0.1.0";
  CHECK(index_of(report).find("收件文件夹中没有材料。") != std::string::npos);
  CHECK(index_of(report, Language::en).find("The inbox is empty.") != std::string::npos);
}

TEST_CASE("the same batch gives the same bytes of its index") {
  CHECK(index_of(sample_batch()) == index_of(sample_batch()));
}
