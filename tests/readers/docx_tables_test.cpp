// Claims about the tables and pages of Word documents.
#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

std::string row(std::string_view cells, std::string_view properties = "") {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}
std::string table(std::string_view rows) {
  return "<w:tbl>" + std::string(rows) + "</w:tbl>";
}
Document read_docx_tables(std::string_view body, const Limits& limits = {}) {
  return read_bytes(docx_of(body), "表.docx", limits);
}
std::string section(std::string_view size, std::string_view type) {
  return "<w:sectPr><w:type w:val=\"" + std::string(type) + "\"/><w:pgSz " + std::string(size) +
         "/></w:sectPr>";
}
const std::string kBreak = "<w:r><w:br w:type=\"page\"/></w:r>";
const std::string kDrawn = "<w:r><w:lastRenderedPageBreak/></w:r>";

}  // namespace

TEST_CASE("a row is one line with tabs between its cells, a cell is a range of it") {
  const Document document = read_docx_tables(
      table(row(cell("标准编号") + cell("T/CAS 290—2017")) + row(cell("") + cell("备注"))));
  const Page& page = document.pages[0];
  CHECK(page.text == "标准编号\tT/CAS 290—2017\n\t备注\n");
  REQUIRE(page.grids.size() == 1);
  const Grid& grid = page.grids[0];
  CHECK(grid.rows == 2);
  CHECK(grid.columns == 2);
  REQUIRE(grid.cells.size() == 4);
  CHECK(page.cell_text(*grid.at(0, 1)) == "T/CAS 290—2017");
  CHECK(page.cell_text(*grid.at(1, 0)).empty());
  CHECK(page.lines.size() == 2);
  CHECK(page.words.size() == 3);
}

TEST_CASE("the paragraphs of a cell are words of its one range") {
  const Document document = read_docx_tables(
      table(row("<w:tc>" + para("甲") + "<w:p/>" + para("乙") + "</w:tc>" + cell("丙"))));
  CHECK(document.pages[0].text == "甲 乙\t丙\n");
  CHECK(document.pages[0].cell_text(document.pages[0].grids[0].cells[0]) == "甲 乙");
  CHECK(document.pages[0].words.size() == 3);
}

TEST_CASE("merged cells have spans in both directions") {
  const Document document =
      read_docx_tables(table(row(cell("标题", "<w:gridSpan w:val=\"2\"/>") +
                                 cell("分值", "<w:vMerge w:val=\"restart\"/>")) +
                             row(cell("一") + cell("二") + cell("", "<w:vMerge/>")) +
                             row(cell("三") + cell("四") + cell("5"))));
  const Grid& grid = document.pages[0].grids[0];
  CHECK(grid.columns == 3);
  REQUIRE(grid.cells.size() == 7);
  CHECK(grid.cells[0].column_span == 2);
  REQUIRE(grid.at(1, 2) != nullptr);
  CHECK(document.pages[0].cell_text(*grid.at(1, 2)) == "分值");
  CHECK(grid.at(1, 2)->row_span == 2);
  CHECK(document.pages[0].cell_text(*grid.at(2, 2)) == "5");
}

TEST_CASE("columns that a row leaves out in front are counted") {
  const Document document = read_docx_tables(
      table(row(cell("甲") + cell("乙")) + row(cell("丙"), "<w:gridBefore w:val=\"1\"/>")));
  CHECK(document.pages[0].cell_text(*document.pages[0].grids[0].at(1, 1)) == "丙");
}

TEST_CASE("a table in a cell has its own grid over the same text") {
  const Document document =
      read_docx_tables(table(row("<w:tc>" + para("外") + table(row(cell("内一") + cell("内二"))) +
                                 "<w:p/></w:tc>" + cell("旁"))));
  const Page& page = document.pages[0];
  CHECK(page.text == "外 内一 内二\t旁\n");
  REQUIRE(page.grids.size() == 2);
  CHECK(page.cell_text(page.grids[0].cells[1]) == "内二");
  CHECK(page.cell_text(page.grids[1].cells[0]) == "外 内一 内二");
}

TEST_CASE("an empty row leaves no line and keeps its place in the grid") {
  const Document document = read_docx_tables(table(
      row(cell("甲") + cell("乙")) + row(cell("") + cell("")) + row(cell("丙") + cell("丁"))));
  CHECK(document.pages[0].text == "甲\t乙\n丙\t丁\n");
  CHECK(document.pages[0].grids[0].rows == 3);
  CHECK(document.pages[0].cell_text(*document.pages[0].grids[0].at(2, 1)) == "丁");
}

TEST_CASE("an empty table inside an empty row leaves nothing that points nowhere") {
  const std::string inner = table(row(cell("") + cell("")));
  const Document document = read_docx_tables(
      table(row("<w:tc>" + para("") + inner + "<w:p/></w:tc>" + cell(""))) + para("后"));
  CHECK(document.pages[0].text == "后\n");
  REQUIRE(document.pages[0].grids.size() == 1);
  CHECK(document.pages[0].grids[0].columns == 2);
}

TEST_CASE("pages are cut where it is asked for, and two breaks in a row give no page") {
  const Document document =
      read_docx_tables(para("一") + "<w:p>" + kBreak + kBreak + "</w:p>" + para("二") +
                       "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>三</w:t></w:r></w:p>");
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[1].text == "二\n");
  CHECK(document.pages[2].number == 3);
}

TEST_CASE("a break that Word drew inside a paragraph waits for its end") {
  const Document document = read_docx_tables("<w:p><w:r><w:t>GB/T 22</w:t></w:r>" + kDrawn +
                                             "<w:r><w:t>239—2019</w:t></w:r></w:p>" + para("后"));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].text == "GB/T 22239—2019\n");
  const Document before =
      read_docx_tables(para("前") + "<w:p>" + kDrawn + "<w:r><w:t>新页</w:t></w:r></w:p>");
  REQUIRE(before.pages.size() == 2);
  CHECK(before.pages[1].text == "新页\n");
}

TEST_CASE("a table over a page break has a grid on each page and whole rows") {
  const std::string broken =
      "<w:tc><w:p><w:r><w:t>乙</w:t></w:r>" + kDrawn + "<w:r><w:t>丙</w:t></w:r></w:p></w:tc>";
  const Document document =
      read_docx_tables(table(row(cell("甲")) + row(broken) + row(cell("丁"))));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].text == "甲\n乙丙\n");
  CHECK(document.pages[0].grids[0].rows == 2);
  CHECK(document.pages[1].grids[0].rows == 1);
}

TEST_CASE("sections give pages their size, and only some begin a page") {
  const std::string a4 = "w:w=\"11906\" w:h=\"16838\"", wide = "w:w=\"16838\" w:h=\"11906\"";
  const auto end = [](std::string_view text, const std::string& properties) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + std::string(text) +
           "</w:t></w:r></w:p>";
  };
  const Document document = read_docx_tables(end("封面", section(a4, "nextPage")) +
                                             end("同页", section(a4, "continuous")) + para("横页") +
                                             section(wide, "nextPage"));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].text == "封面\n同页\n");
  CHECK(document.pages[0].width == Approx(595.3));
  CHECK(document.pages[1].text == "横页\n");
  CHECK(document.pages[1].width == Approx(841.9));
}

TEST_CASE("text over the limit of a page goes on on the next one, pages over theirs are told") {
  Limits limits;
  limits.page_text = 64;
  const std::string text =
      para("一二三四五六七八") + para("一二三四五六七八") + para("一二三四五六七八");
  const Document document = read_docx_tables(text, limits);
  CHECK(document.status == FileStatus::read);
  CHECK(document.pages.size() == 2);
  limits.pages = 1;
  const Document cut = read_docx_tables(text, limits);
  CHECK(cut.status == FileStatus::partial);
  CHECK(cut.has_problem("page-limit"));
  CHECK(cut.pages.size() == 1);
}

TEST_CASE("a document without anything is one blank page") {
  const Document document = read_docx_tables("");
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].source == Source::blank);
  CHECK(document.status == FileStatus::read);
}

}  // namespace biaoshen
