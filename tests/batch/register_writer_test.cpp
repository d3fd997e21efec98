#include "templates/batch/register_writer.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <map>

#include "pipeline/base/text.h"
#include "sample_batch.h"

using namespace biaoshen;

namespace {

// The parts of a workbook by name.
std::map<std::string, std::string> unzipped(const std::string& bytes) {
  std::map<std::string, std::string> parts;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  REQUIRE(archive != nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, index, 0, &stat) == 0);
    std::string part(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, index, 0);
    REQUIRE(zip_fread(file, part.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
    parts[stat.name] = part;
  }
  zip_discard(archive);
  return parts;
}

std::string register_of(const BatchReport& report, Language language = Language::zh) {
  const auto bytes = write_register(report, language);
  REQUIRE(bytes);
  return *bytes;
}

std::size_t rows_in(const std::string& sheet) {
  std::size_t rows = 0;
  for (std::size_t at = 0; (at = sheet.find("<row ", at)) != std::string::npos; ++at) ++rows;
  return rows;
}

// The sample with a finding that was decided about, dates, a score, and a dossier that is new.
BatchReport told_batch() {
  BatchReport report = sample_batch();
  BatchEntry& entry = *report.rows[0].entry;
  entry.subject.published = "2022-11-18";
  entry.subject.implemented = "1899-12-31";
  entry.subject.self_score = 91.5;
  entry.counts.fail = 1;
  entry.findings = {
      BatchFinding{"number.consistent", Status::fail, Level::error, "编号一致", "两处编号不一致",
                   "请更正申报书", "实施方案 二", "申报书.docx", "", 2,
                   BatchDecision{Treatment::send_back, "已核实", "王审查", "2024-09-02", true}}};
  entry.standing = Standing::returned;
  report.rows[1].entry->subject.published = "不详";
  report.changes = BatchChanges{std::string(64, 'a'), {"乙"}, {}, {}};
  return report;
}

}  // namespace

TEST_CASE("the register has a row for each dossier, finding and finding of the batch") {
  auto parts = unzipped(register_of(told_batch()));
  for (const char* sheet : {"登记表", "问题清单", "限额与重复"})
    CHECK(contains(parts["xl/workbook.xml"], std::string("name=\"") + sheet + "\""));
  const std::string& strings = parts["xl/sharedStrings.xml"];
  for (const char* text :
       {"T/BAIIA 015—2022", "北京示例技术协会", "退回补正", "推荐材料", "坏：打不开",
        "同一标准见于 甲、乙", "没有共用的证明。", "审查基准日", "两处编号不一致", "请更正申报书",
        "实施方案 二", "申报书.docx · 第 2 页", "已核实", "王审查，2024-09-02", "新增"}) {
    INFO(text);
    CHECK(contains(strings, text));
  }
  CHECK(rows_in(parts["xl/worksheets/sheet1.xml"]) == 1 + 4);
  CHECK(rows_in(parts["xl/worksheets/sheet2.xml"]) == 1 + 1);
  CHECK(rows_in(parts["xl/worksheets/sheet3.xml"]) == 1 + 2);
}

TEST_CASE("days are days and counts are numbers") {
  auto parts = unzipped(register_of(told_batch()));
  const std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  const auto cell = [&](const std::string& place) {
    const std::size_t at = sheet.find("<c r=\"" + place + "\"");
    if (at == std::string::npos) return std::string();
    return sheet.substr(at, std::min(sheet.find("</c>", at), sheet.find("/>", at)) - at);
  };
  // 18 November 2022 is day 44883 of Excel's calendar.
  CHECK(contains(cell("G2"), "<v>44883</v>"));
  CHECK(contains(parts["xl/styles.xml"], "yyyy-mm-dd"));
  CHECK(contains(cell("I2"), "<v>91.5</v>"));
  CHECK(contains(cell("L2"), "<v>1</v>"));
  for (const char* place : {"G2", "I2", "L2"}) CHECK_FALSE(contains(cell(place), "t=\"s\""));
  // No day, and one that Excel does not know, stay text.
  CHECK(contains(cell("G3"), "t=\"s\""));
  CHECK(contains(cell("H2"), "t=\"s\""));
  CHECK_FALSE(contains(cell("I3"), "<v>"));
}

TEST_CASE("each dossier is linked to, and each finding to its place there") {
  BatchReport report = told_batch();
  report.rows[0].folder = "甲 100% #1";
  auto parts = unzipped(register_of(report));
  const std::string to_dossier =
      "Target=\"甲%20100%25%20%231/dossier.html\" TargetMode=\"External\"";
  CHECK(contains(parts["xl/worksheets/_rels/sheet1.xml.rels"], to_dossier));
  CHECK(contains(parts["xl/worksheets/_rels/sheet2.xml.rels"], to_dossier));
  CHECK(contains(parts["xl/worksheets/sheet2.xml"], "location=\"r-number.consistent\""));
  CHECK_FALSE(contains(parts["xl/worksheets/_rels/sheet1.xml.rels"], "坏"));
}

TEST_CASE("heads stay in sight, can be filtered and are printed on each page") {
  auto parts = unzipped(register_of(told_batch()));
  for (const char* name :
       {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}) {
    const std::string& sheet = parts[name];
    INFO(name);
    CHECK(contains(sheet, "state=\"frozen\""));
    CHECK(contains(sheet, "<autoFilter ref=\"A1:"));
    CHECK(contains(sheet, "orientation=\"landscape\""));
    CHECK(contains(sheet, "paperSize=\"9\""));
    CHECK(contains(sheet, "第 &amp;P 页，共 &amp;N 页"));
  }
  CHECK(contains(parts["xl/workbook.xml"], "_xlnm.Print_Titles"));
  CHECK(contains(parts["xl/workbook.xml"], "_xlnm.Print_Area"));
  CHECK(contains(parts["xl/workbook.xml"], "$A$1:$P$5"));
}

TEST_CASE("text is text, whatever it begins with") {
  BatchReport report = told_batch();
  BatchEntry& entry = *report.rows[0].entry;
  const char* const formula = "=HYPERLINK(\"http://x.example\",\"x\")";
  entry.subject.title = formula;
  entry.subject.number = "+cmd|'/c calc'!A0";
  entry.subject.organization = "@SUM(A1)";
  entry.subject.uscc = "-2";
  BatchFinding finding = *entry.findings[0];
  finding.message = finding.file = finding.decision->note = formula;
  entry.findings = {finding};
  report.findings[0].message = {formula, formula};
  report.rows[0].name = formula;
  auto parts = unzipped(register_of(report));
  for (const char* sheet :
       {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"})
    CHECK_FALSE(contains(parts[sheet], "<f>"));
  for (const auto& [name, part] : parts)
    if (name.ends_with(".rels")) CHECK_FALSE(contains(part, "x.example"));
  CHECK(contains(parts["xl/sharedStrings.xml"], "=HYPERLINK"));
}

TEST_CASE("personal data are masked, unless asked for, and what is hidden is written out") {
  BatchReport report = told_batch();
  report.rows[0].entry->subject.organization = "张\u202E三\u0007";
  BatchFinding finding = *report.rows[0].entry->findings[0];
  finding.message = "联系人电话 13800138000";
  report.rows[0].entry->findings = {finding};
  const std::string masked = unzipped(register_of(report))["xl/sharedStrings.xml"];
  CHECK_FALSE(contains(masked, "13800138000"));
  CHECK(contains(masked, "甲-138****8000"));
  CHECK(contains(masked, "张[U+202E]三[U+0007]"));
  const auto shown = write_register(report, {Language::zh, PersonalData::shown});
  REQUIRE(shown);
  CHECK(contains(unzipped(*shown)["xl/sharedStrings.xml"], "联系人电话 13800138000"));
}

TEST_CASE("the English register has no Chinese words of ours") {
  BatchReport report;
  report.rows = {sample_row("A", Verdict::returned), {"B", "B", {}, Verdict::review, "cannot", ""}};
  BatchEntry& entry = *report.rows[0].entry;
  entry.programme_title = "Programme";
  entry.subject = {};
  entry.findings = {BatchFinding{"x.y", Status::fail, Level::error, "Title", "Message", "Remedy",
                                 "Instrument 2", "a.docx", "", 2,
                                 BatchDecision{Treatment::look, "note", "Wang", "2024-09-02"}}};
  report.changes = BatchChanges{
      "x", {"B"}, {}, {{"A", Ending::review, Ending::returned, {{"x.y", "Title"}}, {}}}};
  for (const auto& [name, part] : unzipped(register_of(report, Language::en))) {
    if (name == "xl/theme/theme1.xml") continue;  // names of fonts, of the library
    INFO(name << "\n" << part);
    CHECK_FALSE(has_han(part));
  }
}

TEST_CASE("a register of very many rows says the same, with its texts beside their cells") {
  BatchReport report = told_batch();
  while (report.rows.size() < 21'000)
    report.rows.push_back(sample_row("材料 " + std::to_string(report.rows.size()), Verdict::ready));
  auto parts = unzipped(register_of(report));
  CHECK_FALSE(parts.contains("xl/sharedStrings.xml"));
  const std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  CHECK(rows_in(sheet) == 1 + 21'000);
  CHECK(contains(sheet, "材料 20999"));
  CHECK(contains(sheet, "甲-138****8000"));
  CHECK(contains(sheet, "<v>44883</v>"));
  CHECK(contains(sheet, "<autoFilter ref=\"A1:"));
  CHECK(contains(parts["xl/worksheets/_rels/sheet1.xml.rels"], "dossier.html"));
  CHECK(contains(parts["xl/worksheets/sheet2.xml"], "两处编号不一致"));
  CHECK(register_of(report) == register_of(report));
}

TEST_CASE("the same batch gives the same bytes of its register") {
  CHECK(register_of(sample_batch()) == register_of(sample_batch()));
  CHECK(register_of(BatchReport{}) == register_of(BatchReport{}));
}

TEST_CASE("a remark says of a result that it is a copy, of unopened files or of earlier ones") {
  BatchReport report = told_batch();
  report.rows[0].entry->quarantined = "读取程序两次意外中止";
  report.rows[0].overdue = "正在等待";
  report.rows[1].entry->duplicate_of = "丁";
  const std::string strings = unzipped(register_of(report))["xl/sharedStrings.xml"];
  for (const char* text : {"读取程序两次意外中止", "正在等待", "与“丁”内容相同"}) {
    INFO(text);
    CHECK(contains(strings, text));
    CHECK_FALSE(contains(unzipped(register_of(told_batch()))["xl/sharedStrings.xml"], text));
  }
}
