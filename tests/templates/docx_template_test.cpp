// Templates: what is filled, what is repeated, what is left out, and each mistake by name.
#include "templates/docx/docx_template.h"

#include <catch2/catch.hpp>

#include "docx_reading.h"

using namespace biaoshen;

namespace {

using Lines = std::vector<std::string>;

const PlaceholderNames kNames{{{"organization", "申报单位"}, {"count", "项数"}},
                              {{"defects", "补正事项"}, {"advice", "建议事项"}},
                              {{"n", "序号"}, {"what", "问题"}, {"remedy", "要求"}},
                              "defects"};

const DocxContent kContent{{{"organization", "某协会"}, {"count", ""}},
                           {{"defects",
                             {{{"n", "1"}, {"what", "缺件"}, {"remedy", "补交"}},
                              {{"n", "2"}, {"what", "{{organization}}"}, {"remedy", ""}}}},
                            {"advice", {}}}};

const std::string kBlock = paragraph_xml({"{{#defects}}"}) + paragraph_xml({"{{n}}.{{what}}"}) +
                           paragraph_xml({"要求：{{remedy}}"}) + paragraph_xml({"{{/defects}}"});

std::string p(const std::string& text) {
  return paragraph_xml({text});
}
std::string row(const std::string& text) {
  return "<w:tr><w:tc><w:tcPr/>" + p(text) + "</w:tc></w:tr>";
}

DocxParts filled(const std::string& body) {
  DocxParts parts = docx_with_body(body);
  CHECK(template_mistakes(parts, kNames).empty());
  const auto out = fill_template(std::move(parts), kNames, kContent);
  REQUIRE(out);
  return *out;
}

std::string mistakes_of(const std::string& body) {
  std::string out;
  for (const std::string& mistake : template_mistakes(docx_with_body(body), kNames))
    out += mistake + "\n";
  return out;
}

}  // namespace

TEST_CASE("a block is repeated, and a paragraph of empty values is left out") {
  CHECK(paragraphs_of(filled(p("致{{organization}}") + kBlock + p("共{{count}}项"))) ==
        Lines{"致某协会", "1.缺件", "要求：补交", "2.{{organization}}"});
}

TEST_CASE("a name may be written in Chinese and with blanks") {
  CHECK(paragraphs_of(filled(p("{{ 申报单位 }}") + p("{{# 补正事项 }}") + p("{{序号}}") +
                             p("{{/补正事项}}"))) == Lines{"某协会", "1", "2"});
}

TEST_CASE("a placeholder that Word cut into runs keeps the formatting of the first") {
  const std::string cut =
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>致{</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
      "<w:r><w:t>{organ</w:t></w:r><w:r><w:t>ization}</w:t></w:r><w:r><w:t>}：</w:t></w:r></w:p>";
  const DocxParts out = filled(cut + kBlock);
  CHECK(paragraphs_of(out).front() == "致某协会：");
  CHECK(out.at("word/document.xml").find("<w:b/></w:rPr><w:t xml:space=\"preserve\">致某协会<") !=
        std::string::npos);
}

TEST_CASE("several placeholders of one run, one cut in the middle, are all filled") {
  CHECK(paragraphs_of(
            filled(paragraph_xml({"{{organization}}与{{organ", "ization}}和", "{{organization}}"}) +
                   kBlock))
            .front() == "某协会与某协会和某协会");
}

TEST_CASE("table rows are repeated, and a table without rows is none") {
  const DocxParts out = filled("<w:tbl>" + row("{{#defects}}") + row("{{what}}") +
                               row("{{/defects}}") + "</w:tbl><w:tbl>" + row("{{#advice}}") +
                               row("{{what}}") + row("{{/advice}}") + "</w:tbl>");
  CHECK(paragraphs_of(out) == Lines{"缺件", "{{organization}}"});
  const std::string& xml = out.at("word/document.xml");
  CHECK(xml.find("<w:tbl>") == xml.rfind("<w:tbl>"));
}

TEST_CASE("a cell and a section keep a paragraph though all of its values are empty") {
  const std::string cell =
      "<w:tbl><w:tr><w:tc><w:tcPr/>" + p("共{{count}}项") + "</w:tc></w:tr></w:tbl>";
  const std::string section =
      "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{count}}</w:t></w:r></w:p>";
  CHECK(paragraphs_of(filled(cell + section + kBlock)) ==
        Lines{"", "", "1.缺件", "要求：补交", "2.{{organization}}"});
}

TEST_CASE("a text box keeps its place, and its words are filled") {
  const std::string box = "<w:p><w:r><w:pict><w:txbxContent>" + p("{{organization}}") +
                          "</w:txbxContent></w:pict></w:r><w:r><w:t>{{count}}</w:t></w:r></w:p>";
  CHECK(paragraphs_of(filled(box + kBlock))[1] == "某协会");
}

TEST_CASE("headers and footers are filled") {
  DocxParts parts = docx_with_body(kBlock);
  parts["word/header1.xml"] =
      "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
      p("{{organization}}") + "</w:hdr>";
  const auto out = fill_template(parts, kNames, kContent);
  REQUIRE(out);
  CHECK(paragraphs_of(*out, "word/header1.xml") == Lines{"某协会"});
  parts["word/header1.xml"] = "<w:hdr";
  CHECK(template_mistakes(parts, kNames) == Lines{"word/header1.xml inside it is damaged"});
}

TEST_CASE("what is repeated has no second bookmark and no second number of Word's") {
  const std::string marked =
      "<w:p w14:paraId=\"1A2B\"><w:bookmarkStart w:id=\"0\" w:name=\"here\"/><w:r><w:t>{{what}}"
      "</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p>";
  const std::string xml =
      filled(p("{{#defects}}") + marked + p("{{/defects}}")).at("word/document.xml");
  CHECK(xml.find("bookmark") == std::string::npos);
  CHECK(xml.find("paraId") == std::string::npos);
  // Names stay short: the declarations of namespaces stand once, at the root.
  CHECK(xml.find("xmlns:w=") == xml.rfind("xmlns:w="));
}

TEST_CASE("values cannot break the XML") {
  DocxContent content = kContent;
  content.values["organization"] = "</w:t>&amp;<w:p>\"'\xF0\x9F\x98\x80]]>";
  const auto out = fill_template(docx_with_body(p("{{organization}}") + kBlock), kNames, content);
  REQUIRE(out);
  CHECK(paragraphs_of(*out).front() == content.values["organization"]);
}

TEST_CASE("an unknown name is told with the nearest known one and the paragraph") {
  const std::string told = mistakes_of(p("致：{{organisation}} 先生") + kBlock);
  CHECK(told ==
        "unknown placeholder {{organisation}} (did you mean {{organization}}?), in "
        "“致：{{organisation}} 先生”\n");
  CHECK(mistakes_of(p("{{something else}}") + kBlock).find("did you mean") == std::string::npos);
  CHECK(mistakes_of(p("{{#defect}}") + kBlock).find("did you mean {{#defects}}?") !=
        std::string::npos);
}

TEST_CASE("a template without the block that must be there is refused") {
  CHECK(mistakes_of(p("{{organization}}")).starts_with("{{#defects}} is missing"));
}

TEST_CASE("blocks that do not close, stand in each other or share a paragraph are told") {
  CHECK(mistakes_of(p("{{#defects}}") + p("{{what}}"))
            .starts_with("{{#defects}} is not closed; {{/defects}} is missing"));
  CHECK(mistakes_of(p("{{#defects}}") + p("{{#advice}}") + p("{{/defects}}"))
            .starts_with("{{#advice}} stands inside {{#defects}}"));
  CHECK(mistakes_of(kBlock + p("{{/advice}}")).starts_with("{{/advice}} closes a block that is"));
  CHECK(mistakes_of(p("一、{{#defects}}") + kBlock)
            .starts_with("{{#defects}} must stand in a paragraph of its own"));
  CHECK(mistakes_of("<w:tbl>" + row("{{#defects}}") + "</w:tbl>" + p("{{/defects}}"))
            .starts_with("{{#defects}} and {{/defects}} must stand in the same text"));
}

TEST_CASE("a row's name outside a block and a placeholder that does not end are told") {
  CHECK(mistakes_of(kBlock + p("{{what}}"))
            .starts_with("{{what}} has a value only inside a block, such as between {{#defects}}"));
  CHECK(mistakes_of(kBlock + p("{{count}"))
            .starts_with("a placeholder begins with {{ and does not end with }}"));
}

TEST_CASE("a template with mistakes is not filled") {
  CHECK_FALSE(fill_template(docx_with_body(p("{{nothing}}")), kNames, kContent));
}
