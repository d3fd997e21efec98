// notice.docx: what a person reads in it, whatever the applicant wrote, and templates of others.
#include "templates/docx/notice_writer.h"

#include <catch2/catch.hpp>

#include "docx_reading.h"
#include "pipeline/base/text.h"
#include "sample_record.h"
#include "sample_review.h"
#include "templates/docx/default_notice.h"
#include "templates/docx/docx_xml.h"
#include "templates/docx/notice_placeholders.h"

using namespace biaoshen;

namespace {

std::string notice_docx(const Record& record, const DocxParts& parts = {}) {
  const auto docx = write_notice(record, parts);
  REQUIRE(docx);
  REQUIRE(*docx);
  return **docx;
}

std::string refusal(const DocxParts& parts) {
  const auto docx = docx_of(parts);
  REQUIRE(docx);
  const auto read = notice_template_parts(*docx, "letter.docx");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::input);
  return read.error().message;
}

}  // namespace

TEST_CASE("the notice is a letter to the applicant with every defect in it") {
  const std::string text = text_of_docx(notice_docx(sample_record()));
  for (const char* part :
       {"关于《人型机器人安全技术要求》（T/BAIIA 015—2022）\n申报材料补正的通知\n",
        "北京示例技术协会：\n", "有2项内容须补正", "1．申报书写作 T/BAIIA 015—2021",
        "补正要求：核对后改正申报书中的标准编号", "第1页第12段", "2．材料中没有创新性",
        "依据：高质量团体标准评价工作实施方案五（二）：“创新性、先进性说明文件”。",
        "三、建议改正的事项（1项）", "建议：补填小计。"}) {
    INFO(part);
    CHECK(contains(text, part));
  }
  CHECK_FALSE(contains(text, "{{"));
  CHECK_FALSE(contains(text, "审查意见"));  // no reviewer has written any
}

TEST_CASE("without advice the notice does not speak of advice") {
  Record record = sample_record();
  std::erase_if(record.findings, [](const Finding& one) { return one.level == Level::warning; });
  CHECK_FALSE(contains(text_of_docx(notice_docx(record)), "建议"));
}

TEST_CASE("the English notice is English but for what the applicant wrote") {
  Record record = record_like(sample_review(), Language::en);
  record.subject = {};
  for (RecordedFile& file : record.files) file.path = file.id + ".pdf";
  record.name = "dossier-1";
  for (Finding& one : record.findings) {
    one.evidence = {Search{"it", {"f01"}, true}};
    one.cites = {{"Plan", "5.3", "complete"}};
    one.message.en = "It is missing.";
  }
  const std::string text = text_of_docx(notice_docx(record));
  CHECK(contains(text, "Correction of the application material for “dossier-1”"));
  CHECK(contains(text, "Further advice (1)"));
  CHECK_FALSE(has_han(text));
}

TEST_CASE("the same record gives the same bytes") {
  CHECK(notice_docx(sample_record()) == notice_docx(sample_record()));
}

TEST_CASE("nothing that an applicant writes breaks the notice or fills a placeholder") {
  const std::string text =
      "</w:t></w:r>&<![CDATA[{{count}}{{#defects}}\x01\xEF\xBF\xBE\xF0\x9F\x98\x80";
  const Record record = record_like(review_full_of(text));
  const auto parts = docx_parts(notice_docx(record), "a.docx");
  REQUIRE(parts);
  for (const auto& [name, bytes] : *parts) {
    INFO(name);
    CHECK(parse_xml(bytes) != nullptr);
  }
  const std::string shown = text_of_docx(notice_docx(record));
  CHECK(contains(shown, "</w:t></w:r>&<![CDATA[{{count}}{{#defects}}[U+0001]"));
  CHECK(contains(shown, "\xF0\x9F\x98\x80"));
}

TEST_CASE("there is no notice of a dossier that is ready") {
  Record record = sample_record();
  for (Finding& one : record.findings) one.status = Status::pass;
  const auto docx = write_notice(record, {});
  REQUIRE(docx);
  CHECK_FALSE(*docx);
}

TEST_CASE("the templates of the program have no mistakes and use every placeholder but a few") {
  for (const Language language : {Language::zh, Language::en}) {
    const DocxParts parts = default_notice(language);
    CHECK(template_mistakes(parts, notice_placeholders()).empty());
    for (const auto& [name, bytes] : parts) {
      INFO(name);
      CHECK(parse_xml(bytes) != nullptr);
      // Every part is declared, and every declared part is there.
      if (name.ends_with(".xml") && name != "[Content_Types].xml")
        CHECK(contains(parts.at("[Content_Types].xml"), "\"/" + name + "\""));
    }
    const std::string& text = parts.at("word/document.xml");
    for (const PlaceholderName& one : notice_placeholders().row_values)
      CHECK((contains(text, "{{" + std::string(one.name) + "}}") ||
             contains(text, "{{" + std::string(one.alias) + "}}")));
  }
}

TEST_CASE("every placeholder of the notice has a value somewhere") {
  const auto notice = notice_of(sample_record());
  REQUIRE(notice);
  const DocxContent content = content_of(*notice);
  for (const PlaceholderName& one : notice_placeholders().values)
    CHECK(content.values.contains(one.name));
  CHECK(content.values.size() == notice_placeholders().values.size());
  for (const PlaceholderName& one : notice_placeholders().blocks)
    REQUIRE(content.blocks.contains(one.name));
  for (const PlaceholderName& one : notice_placeholders().row_values)
    CHECK(content.blocks.at("defects").front().contains(one.name));
}

TEST_CASE("a template of the secretariat is filled in place of the program's") {
  const DocxParts own = docx_with_body(
      paragraph_xml({"某某办公室致", "{{申报单位}}"}) + paragraph_xml({"{{#defects}}"}) +
      paragraph_xml({"{{what}}"}) + paragraph_xml({"{{/defects}}"}));
  const std::string text = text_of_docx(notice_docx(sample_record(), own));
  CHECK(text.starts_with("某某办公室致北京示例技术协会\n申报书写作"));
}

TEST_CASE("what cannot be a template is refused with what to do") {
  const auto old = notice_template_parts("\xD0\xCF\x11\xE0\xA1\xB1", "letter.doc");
  REQUIRE_FALSE(old);
  CHECK(contains(old.error().message, "letter.doc: an old Word document"));
  CHECK_FALSE(notice_template_parts("%PDF-1.7", "letter.pdf"));
  DocxParts parts = default_notice(Language::zh);
  parts["word/vbaProject.bin"] = "macros";
  CHECK(contains(refusal(parts), "has macros"));
  parts = default_notice(Language::zh);
  std::string& types = parts["[Content_Types].xml"];
  types = replace_all(types, "document.main+xml", "template.main+xml");
  CHECK(contains(refusal(parts), "a Word template (.dotx); save it as .docx"));
}

TEST_CASE("all mistakes of a template are told at once, each on a line with the file's name") {
  const std::string told = refusal(docx_with_body(paragraph_xml({"{{organisation}}"})));
  CHECK(contains(told,
                 "letter.docx: unknown placeholder {{organisation}} (did you mean "
                 "{{organization}}?"));
  CHECK(contains(told, "\nletter.docx: {{#defects}} is missing"));
}
