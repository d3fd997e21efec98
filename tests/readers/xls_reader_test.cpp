// Claims about Excel 5–2003 workbooks: what a cell says, where it stands, what is refused.
#include <bit>
#include <catch2/catch.hpp>

#include "tests/readers/compound_maker.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

std::string record(std::uint16_t kind, const std::string& body) {
  return little(kind, 2) + little(body.size(), 2) + body;
}
// A text in letters of 16 bits; `count` bytes say how many.
std::string wide(std::u16string_view text, int count = 2) {
  std::string bytes = little(text.size(), count) + '\1';
  for (const char16_t unit : text) bytes += little(unit, 2);
  return bytes;
}
std::string head(unsigned row, unsigned column, unsigned style = 0) {
  return little(row, 2) + little(column, 2) + little(style, 2);
}
std::string real(double value) {
  return little(std::bit_cast<std::uint64_t>(value), 8);
}
const std::string kEndRecord = record(0x0A, "");

struct XlsMade {
  std::string sheet;        // records
  std::string shared = {};  // more of what the sheets share
  std::uint16_t version = 0x0600;
  std::uint8_t state = 0;
};

std::string begin(std::uint16_t version, unsigned kind) {
  return record(0x0809, little(version, 2) + little(kind, 2) + std::string(12, '\0'));
}

std::string workbook_of(const XlsMade& made) {
  const bool is_new = made.version == 0x0600;
  const std::string name = is_new ? wide(u"评分", 1) : std::string("\4\xC6\xC0\xB7\xD6");
  const std::string before =
      begin(made.version, 5) + record(0x42, little(is_new ? 1200 : 936, 2)) + made.shared;
  const std::size_t at = before.size() + 4 + 6 + name.size() + kEndRecord.size();
  return before + record(0x85, little(at, 4) + little(made.state, 1) + '\0' + name) + kEndRecord +
         begin(made.version, 0x10) + made.sheet + kEndRecord;
}
Document read_workbook(const XlsMade& made) {
  const char* stream = made.version == 0x0600 ? "Workbook" : "Book";
  return read_bytes(compound_file_of({{stream, workbook_of(made)}}), "评分表.xls");
}
Document read_sheet(const std::string& records) {
  return read_workbook({records});
}

}  // namespace

TEST_CASE("an old sheet is a page with its name, a row a line, a value a word in its cell") {
  const Document document = read_sheet(record(0x0204, head(1, 1) + wide(u"得分")) +
                                       record(0x0203, head(1, 3) + real(18)) +
                                       record(0x0203, head(2, 1) + real(0.1 + 0.2)));
  CHECK(document.format == "xls");
  CHECK(document.status == FileStatus::read);
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.title == "评分");
  CHECK(page.text == "得分\t18\n0.3\n");
  REQUIRE(page.words.size() == 3);
  CHECK(page.words[1].place == Place{InCell{2, 4}});
  CHECK(page.words[1].origin == Origin::cell);
}

TEST_CASE("packed numbers are whole, real, or hundredths of either") {
  const auto packed = [](std::uint32_t bits) {
    return text_of(read_sheet(record(0x027E, head(0, 0) + little(bits, 4))));
  };
  CHECK(packed(7 << 2 | 2) == "7\n");
  CHECK(packed(static_cast<std::uint32_t>(-7 * 4) | 2) == "-7\n");
  CHECK(packed(725 << 2 | 3) == "7.25\n");
  CHECK(packed(0x3FE00000) == "0.5\n");
  const std::string many = little(0, 2) + little(1, 2) + little(0, 2) + little(1 << 2 | 2, 4) +
                           little(0, 2) + little(2 << 2 | 2, 4) + little(2, 2);
  CHECK(text_of(read_sheet(record(0xBD, many))) == "1\t2\n");
}

TEST_CASE("dates are shown as dates, by built-in and by own formats") {
  const std::string formats = record(0x041E, little(176, 2) + wide(u"yyyy\"年\"m\"月\"")) +
                              record(0xE0, little(0, 2) + little(14, 2) + std::string(16, '\0')) +
                              record(0xE0, little(0, 2) + little(176, 2) + std::string(16, '\0')) +
                              record(0xE0, little(0, 2) + little(9, 2) + std::string(16, '\0'));
  const std::string cells = record(0x0203, head(0, 0, 0) + real(44562)) +
                            record(0x0203, head(0, 1, 1) + real(44562)) +
                            record(0x0203, head(0, 2, 2) + real(0.85));
  CHECK(text_of(read_workbook({cells, formats})) == "2022-01-01\t2022-01-01\t85%\n");
}

TEST_CASE("formulas show their last value, whatever it is") {
  const auto formula = [](unsigned column, const std::string& value) {
    return record(0x06, head(0, column) + value + std::string(8, '\0'));
  };
  const auto other = [](char kind, char value) {
    return std::string{kind, '\0', value, '\0', '\0', '\0', '\xFF', '\xFF'};
  };
  CHECK(text_of(read_sheet(formula(0, real(3)) + formula(1, other('\0', '\0')) +
                           record(0x0207, wide(u"合格")) + formula(2, other('\1', '\1')) +
                           formula(3, other('\2', '\7')) + formula(4, other('\3', '\0')))) ==
        "3\t合格\tTRUE\t#DIV/0!\n");
}

TEST_CASE("shared strings go on in the next record, narrow or wide, with their runs left out") {
  const std::string first =
      little(3, 4) + little(3, 4) + little(4, 2) + '\1' + little(u'团', 2) + little(u'体', 2);
  const std::string second = '\1' + little(u'标', 2) + little(u'准', 2) + little(2, 2) + '\x08' +
                             little(1, 2) + "AB" + little(0, 4) + little(3, 2) + '\0' + "x";
  const std::string third = std::string(1, '\0') + "yz";
  const std::string strings = record(0xFC, first) + record(0x3C, second) + record(0x3C, third);
  const std::string cells = record(0xFD, head(0, 0) + little(0, 4)) +
                            record(0xFD, head(0, 1) + little(1, 4)) +
                            record(0xFD, head(0, 2) + little(2, 4));
  const Document document = read_workbook({cells, strings});
  CHECK(text_of(document) == "团体标准\tAB\txyz\n");
  CHECK(document.status == FileStatus::read);
  const Document bad = read_workbook({record(0xFD, head(0, 0) + little(9, 4)), strings});
  CHECK(bad.status == FileStatus::partial);
  CHECK(bad.has_problem("damaged-office"));
}

TEST_CASE("merged cells span, charts inside a sheet are left out, drawn words are kept") {
  const std::string shape = "\x10\xF0\x12" + std::string(3, '\0') + std::string(2, '\0') +
                            little(2, 2) + little(0, 2) + little(5, 2) + std::string(10, '\0');
  const Document document = read_sheet(
      record(0x0204, head(0, 0) + wide(u"标题")) +
      record(0xE5, little(1, 2) + little(0, 2) + little(1, 2) + little(0, 2) + little(3, 2)) +
      begin(0x0600, 0x20) + record(0x0203, head(9, 9) + real(1)) + kEndRecord +
      record(0xEC, shape) +
      record(0x01B6, std::string(10, '\0') + little(2, 2) + std::string(6, '\0')) +
      record(0x3C, '\1' + little(u'盖', 2) + little(u'章', 2)) +
      record(0x3C, std::string(8, '\0')));
  const Page& page = document.pages.at(0);
  CHECK(page.text == "标题\n盖章\n");
  CHECK(page.grids.at(0).cells.at(0).row_span == 2);
  CHECK(page.grids[0].cells[0].column_span == 4);
  CHECK(page.words.at(1).place == Place{InCell{6, 3}});
}

TEST_CASE("an Excel 5 workbook is read in its code page") {
  XlsMade made{record(0x0204, head(0, 0) + little(4, 2) + "\xB1\xEA\xD7\xBC")};
  made.version = 0x0500;
  const Document document = read_workbook(made);
  CHECK(document.pages.at(0).title == "评分");
  CHECK(text_of(document) == "标准\n");
}

TEST_CASE("hidden sheets are read and noted; pictures are said") {
  XlsMade made{record(0x0203, head(0, 0) + real(1)), record(0xEB, "....\x07\xF0....")};
  made.state = 1;
  const Document document = read_workbook(made);
  CHECK(detail_of(document, "hidden-sheet") == "评分");
  CHECK(document.has_problem("picture-format"));
  CHECK(document.status == FileStatus::partial);
  CHECK(text_of(document) == "1\n");
}

TEST_CASE("encrypted workbooks and those of no known version say so") {
  const Document encrypted = read_workbook({"", record(0x2F, std::string(54, '\1'))});
  CHECK(encrypted.status == FileStatus::unreadable);
  CHECK(encrypted.has_problem("encrypted"));
  const Document unknown = read_bytes(compound_file_of({{"Workbook", "nothing"}}), "a.xls");
  CHECK(unknown.status == FileStatus::unreadable);
  CHECK(unknown.has_problem("format-xls"));
}

TEST_CASE("a workbook that is cut or torn at any byte is read without harm") {
  const std::string whole = compound_file_of(
      {{"Workbook",
        workbook_of({record(0xFD, head(0, 0) + little(0, 4)) + record(0x0203, head(1, 0) + real(2)),
                     record(0xFC, little(1, 4) + little(1, 4) + wide(u"标准"))})}});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string torn = whole;
    torn[at] = static_cast<char>(torn[at] ^ 0x5A);
    CHECK(read_bytes(torn, "a.xls").pages.size() <= 10);
    if (at % 16 == 0) CHECK(read_bytes(whole.substr(0, at), "a.xls").pages.size() <= 10);
  }
}

}  // namespace biaoshen
