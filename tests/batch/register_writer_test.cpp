#include "templates/batch/register_writer.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <map>

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

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the register has a row for each dossier and each finding of the batch") {
  auto parts = unzipped(register_of(sample_batch()));
  CHECK(has(parts["xl/workbook.xml"], "登记表"));
  CHECK(has(parts["xl/workbook.xml"], "批次核查"));
  const std::string& strings = parts["xl/sharedStrings.xml"];
  for (const char* text : {"T/BAIIA 015—2022", "北京示例技术协会", "退回补正", "推荐材料",
                           "坏：打不开", "同一标准见于 甲、乙", "没有共用的证明。", "审查基准日"}) {
    INFO(text);
    CHECK(has(strings, text));
  }
  CHECK(has(parts["xl/worksheets/sheet1.xml"], "<row r=\"5\""));
  CHECK(has(parts["xl/worksheets/sheet2.xml"], "<row r=\"3\""));
}

TEST_CASE("every cell is text, whatever it begins with") {
  BatchReport report = sample_batch();
  Subject& subject = report.rows[0].entry->subject;
  subject.title = "=HYPERLINK(\"http://x.example\",\"x\")";
  subject.number = "+cmd|'/c calc'!A0";
  subject.organization = "@SUM(A1)";
  subject.uscc = "-2";
  subject.published = "2022-11-18";
  auto parts = unzipped(register_of(report));
  for (const char* sheet : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
    CHECK(has(parts[sheet], "t=\"s\""));
    CHECK_FALSE(has(parts[sheet], "<f>"));
    CHECK_FALSE(has(parts[sheet], "<hyperlink"));
    // A cell without t="s" would be a number.
    std::size_t values = 0, strings = 0;
    for (std::size_t at = 0; (at = parts[sheet].find("<v>", at)) != std::string::npos; ++at)
      ++values;
    for (std::size_t at = 0; (at = parts[sheet].find("t=\"s\"", at)) != std::string::npos; ++at)
      ++strings;
    CHECK(values == strings);
  }
  CHECK(has(parts["xl/sharedStrings.xml"], "=HYPERLINK"));
}

TEST_CASE("personal data are masked and what is hidden is written out") {
  BatchReport report = sample_batch();
  report.rows[0].entry->subject.organization = "张\u202E三\u0007";
  const auto parts = unzipped(register_of(report));
  const std::string& strings = parts.at("xl/sharedStrings.xml");
  CHECK_FALSE(has(strings, "甲-13800138000"));
  CHECK(has(strings, "甲-138****8000"));
  CHECK(has(strings, "张[U+202E]三[U+0007]"));
}

TEST_CASE("the same batch gives the same bytes of its register") {
  CHECK(register_of(sample_batch()) == register_of(sample_batch()));
  CHECK(register_of(BatchReport{}) == register_of(BatchReport{}));
}
