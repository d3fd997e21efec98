// Claims about worksheets: what a cell says, where it stands, what is refused.
#include <catch2/catch.hpp>

#include "extractors/readers/xlsx/xlsx_numbers.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

Document read_sheet(const Xlsx& xlsx) {
  return read_bytes(xlsx_of(xlsx), "评分.xlsx");
}
Document read_rows(std::string_view rows) {
  return read_sheet({.sheet = "<sheetData>" + std::string(rows) + "</sheetData>",
                     .strings = {},
                     .styles = {},
                     .book_properties = {},
                     .sheet_state = {},
                     .sheet_relations = {},
                     .more_sheets = {},
                     .book_relations = {},
                     .more = {}});
}
Xlsx with_sheet(std::string sheet) {
  Xlsx xlsx;
  xlsx.sheet = std::move(sheet);
  return xlsx;
}
const char* kDateStyles =
    "<numFmts><numFmt numFmtId=\"176\" "
    "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf "
    "numFmtId=\"9\"/></cellXfs>";

}  // namespace

TEST_CASE("a sheet is a page with its name, a row a line, a value a word in its cell") {
  const Document document = read_rows(
      "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>得分</v></c><c r=\"D2\"><v>18.0</v></c></row>");
  REQUIRE(document.format == "xlsx");
  REQUIRE(document.status == FileStatus::read);
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.title == "评分");
  CHECK(page.text == "得分\t18\n");
  REQUIRE(page.words.size() == 2);
  CHECK(page.words[1].place == Place{InCell{2, 4}});
  CHECK(page.words[1].origin == Origin::cell);
  REQUIRE(page.grids.size() == 1);
  CHECK(page.grids[0].cells[1].row == 1);
  CHECK(page.grids[0].cells[1].column == 3);
}

TEST_CASE("cells and rows without names stand one after the other") {
  const Document document =
      read_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
  REQUIRE(document.pages[0].words.size() == 3);
  CHECK(document.pages[0].words[1].place == Place{InCell{1, 2}});
  CHECK(document.pages[0].words[2].place == Place{InCell{2, 1}});
}

TEST_CASE("shared strings are read without their phonetic spelling, inline ones too") {
  Xlsx xlsx = with_sheet(
      "<sheetData><row><c t=\"s\"><v>1</v></c><c "
      "t=\"inlineStr\"><is><r><t>内</t></r><rPh><t>nei</t></rPh><r><t>联</t></r></is></c></row></"
      "sheetData>");
  xlsx.strings =
      "<si><t>第一</t></si><si><r><t>北京</t></r><rPh sb=\"0\" "
      "eb=\"1\"><t>beijing</t></rPh><r><t>市</t></r></si>";
  CHECK(text_of(read_sheet(xlsx)) == "北京市\t内联\n");
}

TEST_CASE("a formula gives its cached value and never itself") {
  const Document document = read_rows(
      "<row><c><f>SUM(A1:A9)</f><v>91</v></c><c "
      "t=\"str\"><f>\"合\"</f><v>合格</v></c><c><f>NOW()</f></c>"
      "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>");
  CHECK(text_of(document) == "91\t合格\tTRUE\t#DIV/0!\n");
}

TEST_CASE("dates come out as dates whatever their format draws") {
  Xlsx xlsx = with_sheet(
      "<sheetData><row><c s=\"0\"><v>44562</v></c><c s=\"1\"><v>44562</v></c><c "
      "s=\"2\"><v>44896</v></c><c s=\"3\"><v>0.85</v></c>"
      "<c t=\"d\"><v>2024-05-01T00:00:00</v></c></row></sheetData>");
  xlsx.styles = kDateStyles;
  CHECK(text_of(read_sheet(xlsx)) == "44562\t2022-01-01\t2022-12-01\t85%\t2024-05-01\n");
  xlsx.book_properties = "<workbookPr date1904=\"1\"/>";
  CHECK(text_of(read_sheet(xlsx)) == "44562\t2026-01-02\t2026-12-02\t85%\t2024-05-01\n");
}

TEST_CASE("numbers are the shortest decimal of what a spreadsheet shows") {
  const auto plain = [](std::string_view value) {
    return shown_number(value, NumberLook::plain, DayZero::in_1900);
  };
  CHECK(plain("18.0") == "18");
  CHECK(plain("0.30000000000000004") == "0.3");
  CHECK(plain("-2.50") == "-2.5");
  CHECK(plain("1E2") == "100");
  CHECK(plain("123456789012345678") == "123456789012346000");
  CHECK(plain("-0") == "0");
  CHECK(plain("没有") == "没有");
}

TEST_CASE("moments keep their clock, days that never were stay numbers") {
  const auto date = [](std::string_view value) {
    return shown_number(value, NumberLook::date, DayZero::in_1900);
  };
  CHECK(date("45413.5") == "2024-05-01 12:00:00");
  CHECK(date("59") == "1900-02-28");
  CHECK(date("60") == "60");
  CHECK(date("61") == "1900-03-01");
  CHECK(date("-3") == "-3");
  CHECK(date("1e300") != "");
  CHECK(shown_number("0.75", NumberLook::time, DayZero::in_1900) == "18:00:00");
}

TEST_CASE("only letters outside quotes and brackets make a format a date") {
  CHECK(look_of_code("yyyy/m/d;@") == NumberLook::date);
  CHECK(look_of_code("[$-804]m\"月\"") == NumberLook::date);
  CHECK(look_of_code("[h]:mm") == NumberLook::time);
  CHECK(look_of_code("#,##0.00_);[Red]\\(#,##0.00\\)") == NumberLook::plain);
  CHECK(look_of_code("0\"days\"") == NumberLook::plain);
  CHECK(look_of_code("General") == NumberLook::plain);
  CHECK(look_of_code("0.0%") == NumberLook::percent);
  CHECK(look_of_code("\"") == NumberLook::plain);
  for (const int id : {14, 17, 22, 27, 31, 36, 50, 54, 57, 58})
    CHECK(look_of_built_in(id) == NumberLook::date);
  for (const int id : {0, 1, 2, 13, 23, 37, 49, 59})
    CHECK(look_of_built_in(id) == NumberLook::plain);
}

TEST_CASE("merged cells have spans") {
  const Document document =
      read_sheet(with_sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"3\"><c "
                            "r=\"C3\"><v>2</v></c></row></sheetData>"
                            "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell "
                            "ref=\"C3\"/><mergeCell ref=\"D4:A1\"/></mergeCells>"));
  const Grid& grid = document.pages[0].grids[0];
  REQUIRE(grid.cells.size() == 2);
  CHECK(grid.cells[0].row_span == 2);
  CHECK(grid.cells[0].column_span == 2);
  CHECK(grid.cells[1].row == 2);
  CHECK(grid.rows == 3);
}

TEST_CASE("a dimension that lies and a cell in the last corner cost nothing") {
  const Document document = read_sheet(with_sheet(
      "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
      "<row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c><c "
      "r=\"XFE1\"><v>3</v></c></row></sheetData>"));
  const Page& page = document.pages[0];
  CHECK(page.text == "1\n2\t3\n");
  CHECK(page.words[1].place == Place{InCell{1048576, 16384}});
  CHECK(page.grids[0].rows == 2);
}

TEST_CASE("a shared string that is not there makes the file partial and loses nothing else") {
  Xlsx xlsx = with_sheet(
      "<sheetData><row><c t=\"s\"><v>99</v></c><c t=\"s\"><v>-1</v></c><c "
      "t=\"s\"><v>0</v></c></row></sheetData>");
  xlsx.strings = "<si><t>合计</t></si>";
  const Document document = read_sheet(xlsx);
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("damaged-office"));
  CHECK(text_of(document) == "合计\n");
}

TEST_CASE("a hidden sheet is read and noted by its name") {
  Xlsx xlsx = with_sheet("<sheetData><row><c><v>1</v></c></row></sheetData>");
  xlsx.sheet_state = "veryHidden";
  const Document document = read_sheet(xlsx);
  CHECK(document.status == FileStatus::read);
  CHECK(detail_of(document, "hidden-sheet") == "评分");
  CHECK(says(document, "1"));
}

TEST_CASE("tabs and line ends inside a cell do not tear it") {
  const Document document = read_rows(
      "<row><c t=\"inlineStr\"><is><t>一\n二\t三_x000D_</t></is></c><c><v>4</v></c></row>");
  CHECK(text_of(document) == "一 二 三\t4\n");
}

TEST_CASE("a drawing gives its pictures, and its words where it is anchored") {
  Xlsx xlsx = with_sheet("<sheetData><row><c><v>1</v></c></row></sheetData><drawing r:id=\"d1\"/>");
  xlsx.sheet_relations = relation("d1", "drawing", "../drawings/drawing1.xml");
  xlsx.more["xl/drawings/drawing1.xml"] =
      "<d:wsDr xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships\"><d:twoCellAnchor><d:from><d:col>2</d:col><d:row>4</d:row></d:from>"
      "<d:to><d:col>9</d:col><d:row>9</d:row></d:to><d:sp><a:p><a:r><a:t>盖章处</a:t></a:r></a:p></"
      "d:sp><d:pic><a:blip r:embed=\"p1\"/></d:pic></d:twoCellAnchor></d:wsDr>";
  xlsx.more["xl/drawings/_rels/drawing1.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
      relation("p1", "image", "../media/a.png") + "</Relationships>";
  xlsx.more["xl/media/a.png"] = png_of(70, 50);
  const Document document = read_sheet(xlsx);
  REQUIRE(document.pages[0].words.size() == 2);
  CHECK(document.pages[0].words[1].place == Place{InCell{5, 3}});
  REQUIRE(document.pages[0].images.size() == 1);
  CHECK(document.pages[0].images[0].width == 70);
}

TEST_CASE("a picture in a cell is one of the sheet, its formula is no text") {
  Xlsx xlsx = with_sheet(
      "<sheetData><row><c "
      "t=\"str\"><f>_xlfn.DISPIMG(&quot;ID_1A&quot;,1)</f><v>=DISPIMG(&quot;ID_1A"
      "&quot;,1)</v></c><c><v>7</v></c></row></sheetData>");
  xlsx.book_relations =
      "<Relationship Id=\"r9\" "
      "Type=\"http://www.wps.cn/officeDocument/2020/cellImage\" "
      "Target=\"cellimages.xml\"/>";
  xlsx.more["xl/cellimages.xml"] =
      "<e:cellImages xmlns:e=\"http://www.wps.cn/officeDocument/2017/etCustomData\" "
      "xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<e:cellImage><d:pic><d:nvPicPr><d:cNvPr id=\"2\" name=\"ID_1A\"/></d:nvPicPr><d:blipFill>"
      "<a:blip r:embed=\"p1\"/></d:blipFill></d:pic></e:cellImage></e:cellImages>";
  xlsx.more["xl/_rels/cellimages.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
      relation("p1", "image", "media/a.png") + "</Relationships>";
  xlsx.more["xl/media/a.png"] = png_of(70, 50);
  const Document document = read_sheet(xlsx);
  CHECK(text_of(document) == "7\n");
  REQUIRE(document.pages[0].images.size() == 1);
  CHECK(document.pages[0].images[0].height == 50);
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("comments are counted and are not content") {
  Xlsx xlsx = with_sheet("<sheetData><row><c><v>1</v></c></row></sheetData>");
  xlsx.sheet_relations = relation("c1", "comments", "../comments1.xml");
  xlsx.more["xl/comments1.xml"] =
      "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><commentList>"
      "<comment ref=\"A1\"><text><t>存疑</t></text></comment><comment ref=\"A2\"/></commentList>"
      "</comments>";
  const Document document = read_sheet(xlsx);
  CHECK(text_of(document) == "1\n");
  CHECK(detail_of(document, "comments").starts_with("2 "));
}

TEST_CASE("cells in hidden rows and columns are read and counted") {
  const Document document = read_sheet(
      with_sheet("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"99999999999\" "
                 "hidden=\"true\"/></cols><sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
                 "<row hidden=\"1\"><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>"));
  CHECK(text_of(document) == "1\t2\n3\n4\n");
  CHECK(detail_of(document, "hidden-cells").starts_with("2 "));
}

TEST_CASE("a sheet that is a chart is told, its words are read") {
  Xlsx xlsx;
  xlsx.book_relations = relation("r7", "chartsheet", "chartsheets/sheet1.xml");
  xlsx.more["xl/chartsheets/sheet1.xml"] =
      "<chartsheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<drawing r:id=\"d1\"/></chartsheet>";
  xlsx.more["xl/chartsheets/_rels/sheet1.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
      relation("d1", "drawing", "../drawings/drawing1.xml") + "</Relationships>";
  xlsx.more["xl/drawings/drawing1.xml"] =
      "<d:wsDr xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<d:graphicFrame><c:chart r:id=\"c1\"/></d:graphicFrame></d:wsDr>";
  xlsx.more["xl/drawings/_rels/drawing1.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
      relation("c1", "chart", "../charts/chart1.xml") + "</Relationships>";
  xlsx.more["xl/charts/chart1.xml"] =
      "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>服务次数"
      "</a:t></a:r></a:p></c:chartSpace>";
  xlsx.more_sheets = "<sheet name=\"图\" sheetId=\"2\" r:id=\"r7\"/>";
  const Document document = read_sheet(xlsx);
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[1].text == "服务次数\n");
  CHECK(detail_of(document, "chart-sheet") == "图");
}

TEST_CASE("what another workbook holds is noted and not loaded") {
  Xlsx xlsx = with_sheet("<sheetData><row><c><v>1</v></c></row></sheetData>");
  xlsx.book_relations = relation("r8", "externalLink", "externalLinks/externalLink1.xml");
  xlsx.more["xl/externalLinks/externalLink1.xml"] = "<externalLink/>";
  xlsx.more["xl/externalLinks/_rels/externalLink1.xml.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"r1\" Type=\"x/externalLinkPath\" Target=\"file:///D:/预算.xlsx\" "
      "TargetMode=\"External\"/></Relationships>";
  const Document document = read_sheet(xlsx);
  CHECK(detail_of(document, "external-reference") == "file:///D:/预算.xlsx");
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("a string that is said a million times meets a budget") {
  Xlsx xlsx;
  xlsx.strings = "<si><t>" + std::string(1 << 20, 'x') + "</t></si>";
  xlsx.sheet = "<sheetData>";
  for (int i = 0; i < 100; ++i) xlsx.sheet += "<row><c t=\"s\"><v>0</v></c></row>";
  xlsx.sheet += "</sheetData>";
  const Document document = read_sheet(xlsx);
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("size-limit"));
  CHECK(text_of(document).size() <= 65 << 20);
}

TEST_CASE("a sheet that packs like a bomb keeps the rows that came before the limit") {
  const std::string row = "<row><c><v>7</v></c>" + std::string(9000, ' ') + "</row>";
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += row;
  const Document document = read_rows(rows);
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("size-limit"));
  REQUIRE_FALSE(document.pages.empty());
  CHECK(document.pages[0].words.size() > 500);
  CHECK(document.pages[0].words.size() < 1000);
}

}  // namespace biaoshen
