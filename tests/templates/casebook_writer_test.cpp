// The casebook: what its document says, that its parts are whole, and that nothing is made up.
#include "templates/casebook/casebook_writer.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"
#include "sample_record.h"
#include "sample_review.h"
#include "templates/docx/docx_package.h"
#include "templates/docx/docx_xml.h"

using namespace biaoshen;

namespace {

Fact fact(const std::string& name, const Quote& quote, const std::string& doubt = "") {
  Fact out;
  out.name = name;
  out.value = quote.text;
  out.quote = quote;
  out.doubt = doubt;
  return out;
}

Case sample_case() {
  Case one;
  one.record = sample_record();
  one.parts = {{{"内容摘要", "Abstract"}, {"case.abstract"}},
               {{"实施效果", "Benefits"}, {"case.benefit"}}};
  one.record.facts = {
      fact("case.abstract",
           {"f05", 1, OnPage{}, "", "规定了安全要求\n和试验方法。", Origin::ocr, 93, ""}, "ocr"),
      fact("number", {"f04", 1, OnPage{}, "", "T/BAIIA 015—2022", Origin::text, 100, ""})};
  return one;
}

DocxParts casebook_parts(const std::vector<Case>& cases, const Presentation& presentation = {}) {
  const auto bytes = write_casebook(cases, presentation);
  REQUIRE(bytes);
  const auto parts = docx_parts(*bytes, "casebook.docx");
  REQUIRE(parts);
  return *parts;
}

std::string document_of(const std::vector<Case>& cases, const Presentation& presentation = {}) {
  return casebook_parts(cases, presentation).at("word/document.xml");
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("every part of the casebook is well-formed, whatever the applicant wrote") {
  Case hostile = sample_case();
  const std::string text = "</w:t>&'\"<w:p>\xE2\x80\xAE\xF0\x9F\x98\x80\x01\xEF\xBF\xBE{{cases}}";
  hostile.record.subject = {text, text, text, text, text, text, text, 1.0};
  hostile.record.programme_title = text;
  hostile.record.facts[0].quote.text = text;
  hostile.also_from = {text};
  for (const auto& [name, xml] : casebook_parts({hostile, sample_case()})) {
    INFO(name);
    CHECK(parse_xml(xml) != nullptr);
  }
  CHECK(contains(document_of({hostile}), "[U+202E]"));
  CHECK(contains(document_of({hostile}), "{{cases}}"));
}

TEST_CASE("a standard has its heading, the rows of what it is, and its parts") {
  const std::string document = document_of({sample_case()});
  CHECK(count_of(document, "w:val=\"Heading1\"") == 1);
  CHECK(count_of(document, "w:val=\"Heading2\"") == 2);
  CHECK(contains(document, ">T/BAIIA 015—2022　人型机器人安全技术要求<"));  // in the contents
  CHECK(contains(document, ">人型机器人安全技术要求<"));
  CHECK(contains(document, ">北京示例技术协会<"));
  CHECK(contains(document, ">2022-12-01<"));
  CHECK(contains(document, "TOC \\o"));
}

TEST_CASE("a quote is one paragraph in the words of the print, with its source below") {
  const std::string document = document_of({sample_case()});
  CHECK(contains(document, ">规定了安全要求和试验方法。<"));
  CHECK(contains(
      document,
      "出处：03 证明材料/3-3 平台截图.png，第 1 页（OCR 识别，可信度 93%；存疑：由图像识别）"));
  Case english = sample_case();
  english.record.facts[0].quote.text = "safety\nrequirements";
  CHECK(contains(document_of({english}, Language::en), ">safety requirements<"));
}

TEST_CASE("what was not found is said and left to fill in") {
  Case one = sample_case();
  CHECK(count_of(document_of({one}), "【材料中未读出，请补写】") == 1);
  one.record.subject.organization.reset();
  one.record.subject.number.reset();
  const std::string document = document_of({one});
  CHECK(count_of(document, "【材料中未读出，请补写】") == 3);
  CHECK(contains(document, "【标准编号未读出】"));
}

TEST_CASE("many quotes are cut to the first, and it is said how many are left") {
  Case one = sample_case();
  one.record.facts.clear();
  for (int i = 0; i < 20; ++i)
    one.record.facts.push_back(fact(
        "case.benefit",
        {"f08", 0, WholeFile{}, "", "第" + std::to_string(i) + "项效益", Origin::text, 100, ""}));
  const std::string document = document_of({one});
  CHECK(count_of(document, "w:val=\"CaseQuote\"") == 12);
  CHECK(contains(document, "另有 8 处相关文字"));
}

TEST_CASE("a programme without a plan for its casebook, and doubles of a standard, are remarked") {
  Case one = sample_case();
  one.parts.clear();
  one.also_from = {"甲", "乙"};
  const std::string document = document_of({one});
  CHECK(contains(document, "没有规定案例集的内容"));
  CHECK(contains(document, "同一标准另有材料：甲；乙。"));
}

TEST_CASE("personal data is masked unless it is to be shown") {
  Case one = sample_case();
  one.record.facts[0].quote.text = "联系人 13812345678";
  CHECK(contains(document_of({one}), "138****5678"));
  CHECK_FALSE(contains(document_of({one}), "13812345678"));
  CHECK(contains(document_of({one}, {Language::zh, PersonalData::shown}), "13812345678"));
}

TEST_CASE("a casebook of nothing says so and has no contents") {
  const std::string document = document_of({});
  CHECK(contains(document, "没有已通过的标准"));
  CHECK_FALSE(contains(document, "TOC \\o"));
}

TEST_CASE("the contents are one field with a line a standard that leads to its heading") {
  Case second = sample_case();
  second.record.subject.number = "T/BAIIA 016—2022";
  const std::string document = document_of({sample_case(), second});
  CHECK(count_of(document, "TOC \\o") == 1);
  CHECK(count_of(document, "w:fldCharType=\"begin\"") == 1);
  CHECK(count_of(document, "w:fldCharType=\"end\"") == 1);
  CHECK(contains(document, "w:anchor=\"standard2\""));
  CHECK(contains(document, "w:bookmarkStart w:id=\"2\" w:name=\"standard2\""));
}

TEST_CASE("English casebooks are English but for what was quoted") {
  Case one = sample_case();
  one.record.facts.clear();
  one.record.subject = {};
  one.record.programme_title = "Programme";
  for (const auto& [name, xml] : casebook_parts({one}, Language::en)) {
    INFO(name);
    if (name != "word/styles.xml") CHECK_FALSE(has_han(xml));
  }
}

TEST_CASE("the same cases give the same bytes") {
  CHECK(casebook_parts({sample_case()}) == casebook_parts({sample_case()}));
  CHECK(*write_casebook({sample_case()}, {}) == *write_casebook({sample_case()}, {}));
}
