// Claims about what is drawn in Word 97–2003 files: pictures among the letters and beside them.
#include <catch2/catch.hpp>

#include "extractors/readers/doc/doc_reader.h"
#include "tests/readers/doc_maker.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

// A record; trees of them are marked.
std::string drawing_record(std::uint16_t kind, const std::string& body, unsigned head = 0) {
  return little(head, 2) + little(kind, 2) + little(body.size(), 4) + body;
}
std::string tree(std::uint16_t kind, const std::string& body) {
  return drawing_record(kind, body, 15);
}
std::string picture() {
  return drawing_record(0xF01E, std::string(17, '\0') + png_of(400, 300), 0x6E00);
}
std::string shape(std::uint32_t number, unsigned flags, unsigned shown = 0) {
  std::string records = drawing_record(0xF00A, little(number, 4) + little(flags, 4));
  if (shown > 0)
    records += drawing_record(0xF00B, little(0x4104, 2) + little(shown, 4), 1 << 4 | 3);
  return tree(0xF004, records);
}

}  // namespace

TEST_CASE("a picture among the letters is an image of its page") {
  DocMade made = made_of({{{{"盖章页"}, {"\x01", changed(0x6A03, 0, 4) + kIsSpecial}, {"\r"}}}});
  const std::string body =
      tree(0xF004, "") + drawing_record(0xF007, std::string(36, '\0') + picture());
  made.data = little(8 + body.size(), 4) + little(8, 2) + little(0x64, 2) + body;
  const Document document = read_bytes(doc_of(made), "a.doc");
  REQUIRE(document.pages.size() == 1);
  REQUIRE(document.pages[0].images.size() == 1);
  CHECK(document.pages[0].images[0].format == "png");
  CHECK(document.pages[0].images[0].width == 400);
}

TEST_CASE("a picture in a group is shown where the group is anchored") {
  DocMade made = made_of({doc_para("甲\f"), {{{"乙"}, {"\x08", kIsSpecial}, {"\r"}}}});
  // Where the picture stands in the main stream: behind the formats of the made file.
  const std::size_t at = 1024 + 512 + 1024;
  const std::string entry = std::string(20, '\0') + little(picture().size(), 4) + little(0, 4) +
                            little(at, 4) + little(0, 4);
  made.tables[DocTable::drawings] =
      tree(0xF000, tree(0xF001, drawing_record(0xF007, entry))) + '\0' +
      tree(0xF002, tree(0xF003, shape(1, 5) + tree(0xF003, shape(1024, 1) + shape(1025, 2, 1))));
  made.tables[DocTable::anchors] =
      little(4, 4) + little(6, 4) + little(1024, 4) + std::string(22, '\0');
  made.behind = picture();
  const Document document = read_bytes(doc_of(made), "a.doc");
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].images.empty());
  REQUIRE(document.pages[1].images.size() == 1);
  CHECK(document.pages[1].images[0].height == 300);
}

TEST_CASE("trees without end and pictures that lie elsewhere are left alone") {
  DocMade made = made_of({{{{"甲"}, {"\x08", kIsSpecial}, {"\r"}}}});
  std::string deep = shape(1024, 2, 1);
  for (int i = 0; i < 2000; ++i) deep = tree(0xF003, deep);
  const std::string entry = std::string(20, '\0') + little(0xFFFFFFFF, 4) + little(0, 4) +
                            little(0xFFFFFF00, 4) + little(0, 4);
  made.tables[DocTable::drawings] =
      tree(0xF000, tree(0xF001, drawing_record(0xF007, entry))) + '\0' + tree(0xF002, deep);
  made.tables[DocTable::anchors] =
      little(1, 4) + little(3, 4) + little(1024, 4) + std::string(22, '\0');
  const Document document = read_bytes(doc_of(made), "a.doc");
  CHECK(document.pages.at(0).text == "甲\n");
  CHECK(document.pages[0].images.empty());
}

}  // namespace biaoshen
