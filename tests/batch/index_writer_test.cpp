#include "templates/batch/index_writer.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"
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

TEST_CASE("the index shows totals, every dossier, who failed and what comparing has shown") {
  const std::string html = index_of(sample_batch());
  for (const char* text :
       {"批次审查结果", "同一标准见于 甲、乙", "没有共用的证明。", "推荐材料", "坏：打不开",
        "退回补正", "人型机器人安全技术要求", "审查基准日 2024-08-31"}) {
    INFO(text);
    CHECK(html.find(text) != std::string::npos);
  }
  CHECK(html.find("id=\"totals\"") < html.find("id=\"dossiers\""));
  CHECK(html.find("id=\"dossiers\"") < html.find("id=\"batch\""));
  CHECK(count(html, "<tr data-ending=") == 3);
  CHECK(first_unbalanced_tag(html) == "");
}

TEST_CASE("a row carries what the filters ask for") {
  BatchReport report = sample_batch();
  BatchFinding seal;
  seal.rule = "form.sealed";
  seal.title = "申报书盖章";
  report.rows[0].entry->findings = {seal};
  report.rows[0].entry->standing = Standing::open;
  report.changes = BatchChanges{std::string(64, 'a'), {"乙"}, {}, {}};
  const std::string html = index_of(report);
  CHECK(attribute_values(html, "data-rules").contains("batch.same-standard form.sealed"));
  CHECK(attribute_values(html, "data-ending").contains("accompanying"));
  CHECK(count(html, "data-change=\"1\"") == 1);
  CHECK(html.find("<option value=\"form.sealed\">申报书盖章</option>") != std::string::npos);
  CHECK(html.find("审查人决定：待决定") != std::string::npos);
}

TEST_CASE("a row says whose contents it has, why nothing was opened, and which submission it is") {
  BatchReport report = sample_batch();
  CHECK(index_of(report).find("data-text=\"") == std::string::npos);
  report.rows[1].entry->duplicate_of = report.rows[2].name;
  report.rows[2].entry->quarantined = "读取进程两次中断";
  report.rows[2].entry->revision = 3;
  report.rows[2].overdue = "文件已变动，正在等待重新审查";
  const std::string html = index_of(report);
  for (const char* text : {"与“推荐函”内容相同", "已隔离：读取进程两次中断", "第 3 次提交",
                           "非最新：文件已变动，正在等待重新审查", "其中 1 份与另一份内容相同",
                           "1 份已隔离，未打开任何文件"}) {
    INFO(text);
    CHECK(count(html, text) == 1);
  }
  CHECK(count(html, "%E6%8E%A8%E8%8D%90%E5%87%BD/dossier.html\">与“推荐函”") == 1);
  CHECK(first_unbalanced_tag(html) == "");
}

TEST_CASE("a duplicate whose first one has no row any more leads to its own result") {
  BatchReport report = sample_batch();
  report.rows[1].entry->duplicate_of = "不在此处";
  const std::string html = index_of(report);
  CHECK(count(html, "%E4%B9%99/dossier.html\">与“不在此处”内容相同") == 1);
}

TEST_CASE("the index of a batch has no status") {
  const std::string html = index_of(sample_batch());
  CHECK(count(html, "<!--status--><!--/status-->") == 1);
  CHECK(count(html, "<!--refresh--><!--/refresh-->") == 1);
  CHECK(html.find("id=\"watch\"") == std::string::npos);
}

TEST_CASE("what has changed is told with links, and nothing where no batch came before") {
  BatchReport report = sample_batch();
  CHECK(index_of(report).find("id=\"changes\"") == std::string::npos);
  const OpenFinding number{"number.consistent", "编号一致", Status::fail};
  report.changes = BatchChanges{std::string(64, 'a'),
                                {"推荐函"},
                                {"撤回的申报"},
                                {{"乙", Ending::review, Ending::returned, {number}, {}}}};
  const std::string html = index_of(report);
  const std::string told = html.substr(html.find("id=\"changes\""),
                                       html.find("id=\"failed\"") - html.find("id=\"changes\""));
  for (const char* text : {"新增 1", "移出 1", "撤回的申报", "须人工核对 → 退回补正",
                           "编号一致（不符合）", "%E4%B9%99/dossier.html"}) {
    INFO(text);
    CHECK(told.find(text) != std::string::npos);
  }
  report.changes = BatchChanges{};
  CHECK(index_of(report).find("与上一批次相比没有变化。") != std::string::npos);
}

TEST_CASE("the page allows its own script and no other") {
  const std::string html = index_of(sample_batch());
  const std::size_t begin = html.find("<script>") + 8;
  const std::string script = html.substr(begin, html.find("</script>") - begin);
  CHECK(script.size() > 1000);
  CHECK(html.find("script-src 'sha256-" + sha256_base64(script) + "'") != std::string::npos);
  CHECK(count(html, "<script") == 1);
  for (const char* never : {"innerHTML", "eval(", "document.write", "insertAdjacent"})
    CHECK(script.find(never) == std::string::npos);
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
  BatchFinding finding;
  finding.title = finding.rule = attack;
  report.rows[1].entry->findings = {finding};
  report.changes =
      BatchChanges{attack, {attack}, {attack}, {{attack, {}, {}, {{attack, attack}}, {}}}};
  const std::string html = index_of(report);
  CHECK(count(html, "<script") == 1);
  CHECK(count(html, "</script") == 1);
  CHECK(html.find("alert(1)</") == std::string::npos);
  CHECK(html.find("http") == html.find("http-equiv"));
  CHECK(html.find("13800138000") == std::string::npos);
}

TEST_CASE("of a long batch the first rows stand in the page and all are in its data") {
  BatchReport report = sample_batch();
  const char* const attack = "</script><script>alert(1)</script>";
  for (int i = 0; i < 2500; ++i)
    report.rows.push_back(sample_row("材料 " + std::to_string(i), Verdict::ready));
  BatchRow& last = report.rows.back();
  last.entry->subject.title = attack;
  last.entry->subject.organization = "电话 13800138000";
  last.entry->revision = 2;
  const std::string html = index_of(report);
  CHECK(count(html, "<tr data-ending=") == 2000);
  CHECK(count(html, "<script") == 2);
  CHECK(count(html, "</script") == 2);
  CHECK(html.find("13800138000") == std::string::npos);
  CHECK(html.find("此处列出前 2000 份，共 2503 份") != std::string::npos);
  const std::string begin = "data-standing=\"审查人决定：\">";
  const std::size_t at = html.find(begin) + begin.size();
  const auto told = nlohmann::json::parse(html.substr(at, html.find("</script", at) - at));
  REQUIRE(told["rows"].size() == 2503);
  CHECK(told["rows"][0][0] == "甲-138****8000");
  CHECK(told["rows"][0][1] == "%E7%94%B2-%31%33%38%30%30%31%33%38%30%30%30/dossier.html");
  CHECK(told["rows"][0][11] == nlohmann::json::array({0}));
  CHECK(told["rules"][0] == "batch.same-standard");
  const auto& row = told["rows"][2502];
  CHECK(row[0] == "材料 2499");
  CHECK(row[1] == "");
  CHECK(told["programmes"][row[2].get<std::size_t>() - 1] == "北京市高质量团体标准评价（2024）");
  CHECK(told["endings"][row[3].get<std::size_t>()] ==
        nlohmann::json::array({"ready", "符合形式要求"}));
  CHECK(row[5] == attack);
  CHECK(row[6] == "电话 138****8000");
  CHECK(row[12] == nlohmann::json::array({{"revision", "第 2 次提交"}}));
}

TEST_CASE("a batch that is not long has no data besides its rows") {
  CHECK(index_of(sample_batch()).find("id=\"told-rows\"") == std::string::npos);
}

TEST_CASE("an empty inbox has an index that says so") {
  BatchReport report;
  report.tool_version = "0.1.0";
  CHECK(index_of(report).find("还没有已审查的材料。") != std::string::npos);
  CHECK(index_of(report, Language::en).find("No dossier has been reviewed yet.") !=
        std::string::npos);
}

TEST_CASE("the English index has no Chinese words of ours") {
  BatchReport report;
  report.tool_version = "0.1.0";
  report.rows = {sample_row("A", Verdict::returned), {"B", "B", {}, Verdict::review, "cannot", ""}};
  report.rows[0].entry->programme_title = "Programme";
  report.rows[0].entry->subject = {};
  report.rows[0].entry->standing = Standing::accepted;
  report.changes = BatchChanges{
      "x", {"B"}, {"C"}, {{"A", Ending::review, Ending::returned, {{"x", "Title"}}, {}}}};
  const std::string html = index_of(report, Language::en);
  CHECK(has_han(html.substr(html.find("<body"))) == false);
}

TEST_CASE("the same batch gives the same bytes of its index") {
  CHECK(index_of(sample_batch()) == index_of(sample_batch()));
}
