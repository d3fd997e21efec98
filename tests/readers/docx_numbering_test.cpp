// Claims about the numbers that Word counts and the file does not hold.
#include <catch2/catch.hpp>

#include "extractors/readers/docx/docx_number_text.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

std::string level(int number, std::string_view text, std::string_view more = "",
                  std::string_view format = "decimal") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) + "\"/>" +
         std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}
std::string definition(int id, std::string_view levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(levels) +
         "</w:abstractNum>";
}
std::string list(int id, int definition, std::string_view more = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(definition) + "\"/>" + std::string(more) + "</w:num>";
}
// A paragraph on a level of a list.
std::string item(int list, int level, std::string_view text, std::string_view more = "") {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(list) + "\"/></w:numPr>" + std::string(more) + "</w:pPr><w:r><w:t>" +
         std::string(text) + "</w:t></w:r></w:p>";
}
std::string styled(std::string_view style, std::string_view text) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr><w:r><w:t>" +
         std::string(text) + "</w:t></w:r></w:p>";
}
Document read_lists(std::string_view body, std::string_view numbering,
                    std::string_view styles = "") {
  return read_bytes(
      docx_of(body,
              {{"word/numbering.xml", story("numbering", numbering)},
               {"word/styles.xml", story("styles", styles)}},
              relation("n", "numbering", "numbering.xml") + relation("s", "styles", "styles.xml")),
      "a.docx");
}
const std::string kChapters =
    definition(7, level(0, "%1") + level(1, "%1.%2") + level(2, "%1.%2.%3"));

}  // namespace

TEST_CASE("the number of a clause stands before it, in the place of its paragraph") {
  const Document document = read_lists(
      item(1, 0, "范围") + item(1, 0, "要求") + item(1, 1, "一般要求") + item(1, 2, "材料") +
          item(1, 1, "性能") + item(1, 0, "试验方法") + item(1, 1, "取样"),
      kChapters + list(1, 7));
  CHECK(text_of(document) ==
        "1 范围\n2 要求\n2.1 一般要求\n2.1.1 材料\n2.2 性能\n3 试验方法\n3.1 取样\n");
  const Page& page = document.pages[0];
  REQUIRE(page.words.size() == 14);
  CHECK(page.words[2].place == Place{InFlow{2}});
  CHECK(page.words[3].place == Place{InFlow{2}});
  CHECK(document.problems.empty());
}

TEST_CASE("headings are numbered by their styles, on the level that names the style") {
  const std::string numbering =
      definition(1, level(0, "第%1章", "<w:pStyle w:val=\"zhang\"/><w:suff w:val=\"nothing\"/>",
                          "chineseCounting") +
                        level(1, "%1.%2", "<w:pStyle w:val=\"tiao\"/><w:isLgl/>")) +
      list(3, 1);
  const std::string numbered = "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>";
  const std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"zhang\">" + numbered +
                             "</w:style><w:style w:type=\"paragraph\" w:styleId=\"tiao\">" +
                             numbered + "</w:style>";
  const std::string not_numbered =
      "<w:p><w:pPr><w:pStyle w:val=\"tiao\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
      "<w:r><w:t>无编号</w:t></w:r></w:p>";
  CHECK(text_of(read_lists(styled("zhang", "总则") + styled("zhang", "要求") +
                               styled("tiao", "一般要求") + not_numbered,
                           numbering, styles)) == "第一章总则\n第二章要求\n2.1 一般要求\n无编号\n");
}

TEST_CASE("lists of one definition count on together unless one says it begins anew") {
  const std::string anew =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
  CHECK(text_of(read_lists(
            item(1, 0, "甲") + item(2, 0, "乙") + item(3, 0, "丙") + item(3, 0, "丁"),
            kChapters + list(1, 7) + list(2, 7) + list(3, 7, anew))) == "1 甲\n2 乙\n5 丙\n6 丁\n");
}

TEST_CASE("a level restarts after the levels above it, or where it says so, or never") {
  const std::string numbering =
      definition(1, level(0, "%1") + level(1, "%2)", "<w:lvlRestart w:val=\"0\"/>") +
                        level(2, "(%3)", "<w:lvlRestart w:val=\"1\"/>")) +
      list(1, 1);
  CHECK(
      text_of(read_lists(item(1, 0, "a") + item(1, 1, "b") + item(1, 2, "c") + item(1, 1, "d") +
                             item(1, 2, "e") + item(1, 0, "f") + item(1, 1, "g") + item(1, 2, "h"),
                         numbering)) == "1 a\n1) b\n(1) c\n2) d\n(2) e\n2 f\n3) g\n(1) h\n");
}

TEST_CASE("bullets say nothing, a level without a number says its words") {
  CHECK(text_of(
            read_lists(item(1, 0, "点") + item(1, 1, "见附录"),
                       definition(1, level(0, "\xEF\x82\xB7", "", "bullet") +
                                         level(1, "注：", "<w:suff w:val=\"nothing\"/>", "none")) +
                           list(1, 1))) == "点\n注：见附录\n");
}

TEST_CASE("a number goes over a page break with its paragraph") {
  const Document document =
      read_lists(item(1, 0, "范围") + item(1, 0, "</w:t><w:lastRenderedPageBreak/><w:t>要求"),
                 kChapters + list(1, 7));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[1].text == "2 要求\n");
}

TEST_CASE("a paragraph whose end was deleted has no number and counts none") {
  CHECK(text_of(read_lists(item(1, 0, "甲") + item(1, 0, "", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") +
                               item(1, 0, "乙"),
                           kChapters + list(1, 7))) == "1 甲\n2 乙\n");
}

TEST_CASE("a cell that holds only a counted number shows it") {
  const Document document = read_lists("<w:tbl><w:tr><w:tc>" + item(1, 0, "") + "</w:tc>" +
                                           cell("名称") + "</w:tr><w:tr><w:tc>" + item(1, 0, "") +
                                           "</w:tc>" + cell("起草人") + "</w:tr></w:tbl>",
                                       kChapters + list(1, 7));
  CHECK(text_of(document) == "1\t名称\n2\t起草人\n");
  CHECK(document.pages[0].cell_text(*document.pages[0].grids[0].at(1, 0)) == "2");
}

TEST_CASE("lists that are not there, lead in circles or count without end are harmless") {
  CHECK(text_of(read_lists(item(9, 0, "甲"), kChapters + list(1, 7))) == "甲\n");
  CHECK(text_of(read_lists(item(1, 0, "甲"), list(1, 99))) == "甲\n");
  const std::string linked = "<w:numStyleLink w:val=\"s\"/>";
  const std::string style =
      "<w:style w:type=\"numbering\" w:styleId=\"s\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>";
  CHECK(text_of(read_lists(item(1, 0, "甲"), definition(1, linked) + list(1, 1), style)) == "甲\n");
  const std::string huge =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
      "w:val=\"9223372036854775807\"/></w:lvlOverride>";
  CHECK(says(read_lists(item(1, 0, "甲") + item(1, 0, "乙"), kChapters + list(1, 7, huge)), "乙"));
}

TEST_CASE("a list whose definition is a style's is that style's list") {
  const std::string style =
      "<w:style w:type=\"numbering\" w:styleId=\"s\"><w:pPr><w:numPr><w:numId w:val=\"2\"/>"
      "</w:numPr></w:pPr></w:style>";
  CHECK(text_of(read_lists(item(1, 0, "甲"),
                           definition(1, "<w:numStyleLink w:val=\"s\"/>") +
                               definition(2, level(0, "附录%1", "", "upperLetter")) + list(1, 1) +
                               list(2, 2),
                           style)) == "附录A 甲\n");
}

TEST_CASE("numbers are written as Word writes them") {
  const struct {
    std::int64_t number;
    const char *format, *text;
  } kRows[] = {
      {7, "decimal", "7"},
      {7, "decimalZero", "07"},
      {28, "lowerLetter", "bb"},
      {1994, "upperRoman", "MCMXCIV"},
      {10, "chineseCounting", "十"},
      {12, "chineseCountingThousand", "十二"},
      {20, "japaneseCounting", "二十"},
      {105, "chineseCountingThousand", "一百零五"},
      {1010, "chineseCountingThousand", "一千零一十"},
      {12, "chineseLegalSimplified", "壹拾贰"},
      {20, "ideographDigital", "二〇"},
      {3, "ideographTraditional", "丙"},
      {11, "ideographTraditional", "11"},
      {12, "decimalEnclosedCircle", "⑫"},
      {36, "decimalEnclosedCircleChinese", "㊱"},
      {51, "decimalEnclosedCircle", "51"},
      {3, "decimalFullWidth", "３"},
      {3, "numberInDash", "- 3 -"},
      {3, "none", ""},
      {3, "cardinalText", "3"},
      {0, "upperLetter", "0"},
      {-5, "chineseCounting", "-5"},
      {5000, "lowerRoman", "5000"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.format, row.number);
    CHECK(number_text(row.number, row.format) == row.text);
  }
}

}  // namespace biaoshen
