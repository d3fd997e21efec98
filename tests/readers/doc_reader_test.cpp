// Claims about Word 97–2003 files: what is content, where it stands, what is refused.
#include <catch2/catch.hpp>

#include "extractors/readers/doc/doc_reader.h"
#include "tests/readers/compound_maker.h"
#include "tests/readers/doc_maker.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

Document read_doc_of(const DocMade& made) {
  return read_bytes(doc_of(made), "申请表.doc");
}
Document read_paragraphs(std::vector<DocParagraphMade> paragraphs) {
  return read_bytes(doc_of(std::move(paragraphs)), "申请表.doc");
}

}  // namespace

TEST_CASE("paragraphs of a Word 97 file are lines with their places") {
  const Document document = read_paragraphs(
      {doc_para("团体标准申请表"), doc_para(""), doc_para("T/CAS 1—2024\v第二行 𠮷")});
  CHECK(document.format == "doc");
  CHECK(document.status == FileStatus::read);
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "团体标准申请表\nT/CAS 1—2024\n第二行 𠮷\n");
  CHECK(document.pages[0].words[1].place == Place{InFlow{3}});
  CHECK(document.problems.empty());
}

TEST_CASE("page breaks cut pages, also inside a paragraph, and where its looks ask for it") {
  const Document document =
      read_paragraphs({doc_para("一\f二"), doc_para("三", changed(0x2407, 1, 1))});
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[1].text == "二\n");
  CHECK(document.pages[2].text == "三\n");
}

TEST_CASE("cell marks make rows, edges make columns, merged cells spans") {
  const Document document =
      read_paragraphs({doc_cell("申请单位"), doc_cell("某协会"), doc_row_end({0, 2000, 6000}),
                       doc_cell("说明"), doc_row_end({8, 6003}), doc_para("表后")});
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.text == "申请单位\t某协会\n说明\n表后\n");
  REQUIRE(page.grids.size() == 1);
  const Grid& grid = page.grids[0];
  CHECK(grid.rows == 2);
  CHECK(grid.columns == 2);
  REQUIRE(grid.cells.size() == 3);
  CHECK(page.cell_text(grid.cells[1]) == "某协会");
  CHECK(grid.cells[2].column_span == 2);
}

TEST_CASE("a cell that goes on below is one cell over both rows") {
  const Document document =
      read_paragraphs({doc_cell("甲"), doc_cell("1"), doc_row_end({0, 100, 200}, {96, 0}),
                       doc_cell(""), doc_cell("2"), doc_row_end({0, 100, 200}, {32, 0})});
  const Grid& grid = document.pages.at(0).grids.at(0);
  REQUIRE(grid.cells.size() == 3);
  CHECK(grid.cells[0].row_span == 2);
}

TEST_CASE("several paragraphs in a cell stay in the cell") {
  const Document document = read_paragraphs(
      {doc_para("第一段", changed(0x2416, 1, 1)), doc_cell("第二段"), doc_row_end({0, 100})});
  CHECK(document.pages.at(0).text == "第一段 第二段\n");
  CHECK(document.pages[0].grids.at(0).cells.size() == 1);
}

TEST_CASE("a field shows its result and never its instruction") {
  const Document document =
      read_paragraphs({doc_para("见\x13 PAGEREF 某 \x14"
                                "12\x15页")});
  CHECK(document.pages.at(0).text == "见12页\n");
}

TEST_CASE("an old check box shows whether it is ticked") {
  const auto record = [](int choice) {
    const std::string form = little(0xFFFFFFFF, 4) + little(1 | choice << 2, 2) + little(0, 2) +
                             little(20, 2) + little(0, 4) + little(1, 2);
    return little(6 + form.size(), 4) + little(6, 2) + form;
  };
  for (const auto& [choice, shown] : {std::pair(0, "□"), std::pair(1, "☑"), std::pair(25, "☑")}) {
    DocMade made = made_of({{{{"\x13 FORMCHECKBOX "},
                              {"\x01", changed(0x6A03, 0, 4) + changed(0x0806, 1, 1) + kIsSpecial},
                              {"\x15推荐性\r"}}}});
    made.data = record(choice);
    CHECK(read_doc_of(made).pages.at(0).text == shown + std::string("推荐性\n"));
  }
}

TEST_CASE("what a link stores beside its text is no form field") {
  DocMade made = made_of({{{{"\x13 HYPERLINK "},
                            {"\x01", changed(0x6A03, 0, 4) + changed(0x0806, 1, 1) + kIsSpecial},
                            {"\x14平台\x15\r"}}}});
  made.data = little(16, 4) + little(6, 2) + little(5, 2) + std::string(8, '\x05');
  CHECK(read_doc_of(made).pages.at(0).text == "平台\n");
}

TEST_CASE("removed and hidden letters are no content, and that is said") {
  const Document document = read_paragraphs({{{{"T/CAS ", ""},
                                               {"旧", changed(0x0800, 1, 1)},
                                               {"新", changed(0x0801, 1, 1)},
                                               {"提示", changed(0x083C, 1, 1)},
                                               {"。\r", ""}}}});
  CHECK(document.pages.at(0).text == "T/CAS 新。\n");
  CHECK(document.has_problem("revisions"));
  CHECK(detail_of(document, "hidden-text") == "隐藏文字未计入：提示");
}

TEST_CASE("symbols of a symbol font are the signs they look like") {
  std::string font(40, '\0');
  for (const char c : std::string("Wingdings")) font += {c, '\0'};
  font += std::string(2, '\0');
  font[0] = static_cast<char>(font.size() - 1);
  DocMade made = made_of({{{{"\x28", changed(0x6A09, 0xF0FE0000, 4) + kIsSpecial}, {"推荐性\r"}}}});
  made.tables[DocTable::fonts] = little(1, 2) + little(0, 2) + font;
  CHECK(read_doc_of(made).pages.at(0).text == "☑推荐性\n");
}

TEST_CASE("footnotes come last, headers first and once") {
  DocMade made = made_of({doc_para("正文\x02"), doc_para("\x02 脚注"), doc_para("T/CAS 1—2024"),
                          doc_para("T/CAS 1—2024")});
  made.stories = {{DocPart::footnotes, 1}, {DocPart::headers, 2}};
  std::string places;
  for (int i = 0; i < 6; ++i) places += little(0, 4);
  for (const int place : {0, 13, 26, 26}) places += little(static_cast<unsigned>(place), 4);
  made.tables[DocTable::headers] = places;
  CHECK(read_doc_of(made).pages.at(0).text == "T/CAS 1—2024\n正文\n 脚注\n");
}

TEST_CASE("a text box stands where it is anchored, and one without an anchor after the text") {
  DocMade made = made_of(
      {doc_para("封面\x08"), doc_para("正文"), doc_para("甲框"), doc_para("乙框"), doc_para("")});
  made.paragraphs[0].runs = {{"封面"}, {"\x08", kIsSpecial}, {"\r"}};
  made.stories = {{DocPart::text_boxes, 3}};
  made.tables[DocTable::anchors] =
      little(2, 4) + little(7, 4) + little(1025, 4) + std::string(22, '\0');
  const auto box = [](std::uint32_t shape) {
    return std::string(14, '\0') + little(shape, 4) + std::string(4, '\0');
  };
  made.tables[DocTable::text_boxes] =
      little(0, 4) + little(3, 4) + little(6, 4) + box(1025) + box(1026);
  CHECK(read_doc_of(made).pages.at(0).text == "封面\n甲框\n正文\n乙框\n");
}

TEST_CASE("a section has its page size and begins a page unless it says it goes on") {
  DocMade made =
      made_of({doc_para("封面", "", '\f'), doc_para("目次", "", '\f'), doc_para("正文")});
  const auto sections = [](std::uint32_t second) {
    std::string descriptors;
    for (const std::uint32_t at : {0xFFFFFFFFu, second, 0xFFFFFFFFu})
      descriptors += little(0, 2) + little(at, 4) + std::string(6, '\0');
    return little(0, 4) + little(3, 4) + little(6, 4) + little(9, 4) + descriptors;
  };
  made.tables[DocTable::sections] = sections(0xFFFFFFFF);
  CHECK(read_doc_of(made).pages.size() == 3);
  CHECK(read_doc_of(made).pages[0].width == 612);
  // Its changes stand in the main stream, here as letters of the text: 03 00 09 30 00.
  made.paragraphs[2] = doc_para("\x03〉一");
  made.tables[DocTable::sections] = sections(1024 + 2 * 6);
  const Document document = read_doc_of(made);
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].text == "封面\n目次\n");
}

TEST_CASE("fast-saved pieces are read in their order, Latin ones too") {
  DocMade made = made_of({doc_para("后半前半"), doc_para("ab\x96")});
  const auto piece = [](std::uint32_t place) {
    return little(0, 2) + little(place, 4) + little(0, 2);
  };
  std::string pieces = little(0, 4) + little(2, 4) + little(4, 4) + little(6, 4) + little(7, 4);
  pieces += piece(1024 + 4) + piece(1024) + piece(0x40000000 | (1024 + 10) * 2) + piece(1024 + 8);
  made.tables[DocTable::pieces] = '\2' + little(pieces.size(), 4) + pieces;
  CHECK(read_doc_of(made).pages.at(0).text.starts_with("前半后半a"));
}

TEST_CASE("an encrypted file says so; one without text says what to hand in") {
  DocMade made = made_of({doc_para("正文")});
  made.flags = 0x0300;
  const Document encrypted = read_doc_of(made);
  CHECK(encrypted.status == FileStatus::unreadable);
  CHECK(encrypted.has_problem("encrypted"));
  const Document broken = read_bytes(
      compound_file_of({{"WordDocument", std::string("\xEC\xA5\xC1\0", 4)}}), "申请表.doc");
  CHECK(broken.status == FileStatus::unreadable);
  CHECK(broken.has_problem("format-doc"));
}

TEST_CASE("a Word 95 file is read as text in its code page, in part") {
  std::string main(64, '\0');
  const std::string text = "\xCD\xC5\xCC\xE5\r\xB1\xEA\xD7\xBC\a";
  main.replace(0, 4, little(0xA5DC, 2) + little(0x68, 2));
  main.replace(6, 2, little(0x0804, 2));
  main.replace(24, 8, little(64, 4) + little(64 + text.size(), 4));
  const Document document =
      read_bytes(compound_file_of({{"WordDocument", main + text}}), "申请表.doc");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("old-word"));
  CHECK(text_of(document) == "团体\n标准\n");
}

TEST_CASE("a file that is cut or torn at any byte is read without harm") {
  DocMade made = made_of({doc_cell("甲"), doc_cell("乙"), doc_row_end({0, 100, 200}),
                          doc_para("见\x13 A \x14"
                                   "1\x15")});
  const std::string whole = doc_of(made);
  for (std::size_t size = 512; size < whole.size(); size += 97) {
    const Document document = read_bytes(whole.substr(0, size), "a.doc");
    CHECK(document.pages.size() <= 1);
  }
  for (std::size_t at = 0; at < whole.size(); at += 13) {
    std::string torn = whole;
    torn[at] = static_cast<char>(torn[at] ^ 0x5A);
    CHECK(read_bytes(torn, "a.doc").pages.size() <= 10);
  }
}

}  // namespace biaoshen
