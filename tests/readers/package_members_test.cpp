// Claims about files inside Office files: handed on under their names, within the limits.
#include "extractors/readers/office/package_members.h"

#include <catch2/catch.hpp>

#include "extractors/readers/docx/docx_reader.h"
#include "extractors/readers/office/ole_package.h"
#include "extractors/readers/xlsx/xlsx_reader.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

MemorySink read_package(const std::string& bytes, const Limits& limits = {}) {
  const MemoryFile file(bytes, "a.docx");
  MemorySink sink;
  read_docx(file.open(), limits, sink, RecognisePicture());
  return sink;
}

std::string sized(std::string bytes, std::size_t size) {
  bytes.resize(size, '\0');
  return bytes;
}

// One entry of a compound file's directory.
std::string object_entry(std::string_view name, int kind, std::uint32_t right, std::uint32_t child,
                         std::uint32_t first, std::size_t size) {
  std::string wide;
  for (const char c : name) wide += c, wide += '\0';
  const std::size_t length = name.empty() ? 0 : wide.size() + 2;
  return sized(wide, 64) + little(length, 2) + little(static_cast<std::uint64_t>(kind), 1) +
         little(1, 1) + little(0xFFFFFFFF, 4) + little(right, 4) + little(child, 4) +
         std::string(36, '\0') + little(first, 4) + little(size, 8);
}

// A compound file with one stream in sectors of 512 bytes.
std::string object_with(std::string_view stream, std::string content) {
  const std::size_t size = std::max<std::size_t>(content.size(), 4096);  // no small sectors
  const std::size_t sectors = (size + 511) / 512;
  std::string table = little(0xFFFFFFFD, 4) + little(0xFFFFFFFE, 4);  // itself, the directory
  for (std::size_t i = 0; i + 1 < sectors; ++i) table += little(3 + i, 4);
  table += little(0xFFFFFFFE, 4);
  while (table.size() < 512) table += little(0xFFFFFFFF, 4);
  REQUIRE(table.size() == 512);
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(16, '\0') +
                       little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) +
                       little(6, 2) + std::string(10, '\0') + little(1, 4) + little(1, 4) +
                       little(0, 4) + little(4096, 4) + little(0xFFFFFFFE, 4) + little(0, 4) +
                       little(0xFFFFFFFE, 4) + little(0, 4) + little(0, 4);
  while (header.size() < 512) header += little(0xFFFFFFFF, 4);
  const std::string directory = object_entry("Root Entry", 5, 0xFFFFFFFF, 1, 0xFFFFFFFE, 0) +
                                object_entry(stream, 2, 0xFFFFFFFF, 0xFFFFFFFF, 2, size) +
                                object_entry("", 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0) +
                                object_entry("", 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0);
  return header + table + directory + sized(std::move(content), sectors * 512);
}

std::string packaged(std::string_view label, std::string_view content) {
  const std::string path = "C:\\Temp\\" + std::string(label) + '\0';
  return little(0, 4) + little(2, 2) + std::string(label) + '\0' + path + little(0, 2) +
         little(3, 2) + little(path.size(), 4) + path + little(content.size(), 4) +
         std::string(content);
}

}  // namespace

TEST_CASE("a workbook in a document is a file of its own, by the name of its part") {
  const std::string workbook = xlsx_of({});
  const MemorySink sink =
      read_package(docx_of(para("正文"), {{"word/embeddings/Microsoft_Excel1.xlsx", workbook}},
                           relation("r1", "package", "embeddings/Microsoft_Excel1.xlsx")));
  CHECK(text_of(sink.document) == "正文\n");
  REQUIRE(sink.document.members.size() == 1);
  CHECK(sink.document.members[0].path == "Microsoft_Excel1.xlsx");
  CHECK(sink.document.members[0].status == FileStatus::read);
  CHECK(sink.contents[0] == workbook);
  CHECK(sink.document.problems.empty());
}

TEST_CASE("a file that was dragged into a document has the name it had, without folders") {
  const std::string relations = relation("r1", "oleObject", "embeddings/oleObject1.bin") +
                                relation("r2", "oleObject", "embeddings/oleObject2.bin");
  const MemorySink sink = read_package(docx_of(
      para("正文"),
      {{"word/embeddings/oleObject1.bin",
        object_with("\x01Ole10Native", packaged("\xD6\xA4\xC3\xF7.pdf", "%PDF-1.4 甲"))},
       {"word/embeddings/oleObject2.bin",
        object_with("\x01Ole10Native", packaged("..\\..\\\xD6\xA4\xC3\xF7.pdf", "%PDF-1.4 乙"))}},
      relations));
  REQUIRE(sink.document.members.size() == 2);
  CHECK(sink.document.members[0].path == "证明.pdf");
  CHECK(sink.contents[0] == "%PDF-1.4 甲");
  CHECK(sink.document.members[1].path == "oleObject2/证明.pdf");
  CHECK(sink.contents[1] == "%PDF-1.4 乙");
}

TEST_CASE("objects that are documents are taken whole, other ones are said") {
  const std::string old_workbook = object_with("Workbook", "x");
  CHECK(ole_content(old_workbook).is_whole);
  const MemorySink sink = read_package(
      docx_of(para("正文"),
              {{"word/embeddings/oleObject1.bin", old_workbook},
               {"word/embeddings/oleObject2.bin", object_with("Equation Native", "x")},
               {"word/embeddings/oleObject3.bin", object_with("CONTENTS", "%PDF-1.7 x")}},
              relation("r1", "oleObject", "embeddings/oleObject1.bin") +
                  relation("r2", "oleObject", "embeddings/oleObject2.bin") +
                  relation("r3", "oleObject", "embeddings/oleObject3.bin")));
  REQUIRE(sink.document.members.size() == 2);
  CHECK(sink.document.members[0].path == "oleObject1.xls");
  CHECK(sink.contents[0] == old_workbook);
  CHECK(sink.document.members[1].path == "oleObject3.pdf");
  CHECK(detail_of(sink.document, "embedded-object") == "oleObject2.bin");
  CHECK(sink.document.status == FileStatus::read);
}

TEST_CASE("the preview of an embedded file is no picture of the page, that of a drawing is") {
  const auto object = [](std::string_view id, std::string_view aspect) {
    return "<w:p><w:r><w:object><v:shape><v:imagedata r:id=\"p\"/></v:shape><o:OLEObject "
           "xmlns:o=\"urn:schemas-microsoft-com:office:office\" DrawAspect=\"" +
           std::string(aspect) + "\" r:id=\"" + std::string(id) + "\"/></w:object></w:r></w:p>";
  };
  const Parts parts = {{"word/media/p.png", png_of(800, 600)},
                       {"word/embeddings/a.xlsx", "PK"},
                       {"word/embeddings/b.bin", object_with("Equation Native", "x")}};
  const std::string relations = relation("p", "image", "media/p.png") +
                                relation("x", "package", "embeddings/a.xlsx") +
                                relation("o", "oleObject", "embeddings/b.bin");
  const auto pictures = [&](const std::string& body) {
    return read_package(docx_of(para("正文") + body, parts, relations))
        .document.pages[0]
        .images.size();
  };
  CHECK(pictures(object("x", "Content")) == 0);
  CHECK(pictures(object("o", "Icon")) == 0);
  CHECK(pictures(object("o", "Content")) == 1);
}

TEST_CASE("an object may lie about every length") {
  const std::string good = packaged("a.txt", "text");
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = '\xFF';
    const OleContent content = ole_content(object_with("\x01Ole10Native", bad));
    CHECK(content.bytes.size() <= 4096);
  }
  const std::string object = object_with("\x01Ole10Native", good);
  for (std::size_t cut = 0; cut < object.size(); cut += 97) ole_content(object.substr(0, cut));
}

TEST_CASE("embedded files keep to the limits of packages") {
  const std::string relations = relation("r1", "package", "embeddings/a.xlsx") +
                                relation("r2", "package", "embeddings/b.xlsx");
  const std::string bytes =
      docx_of(para("正文"),
              {{"word/embeddings/a.xlsx", "PK 1"}, {"word/embeddings/b.xlsx", "PK 2"}}, relations);
  Limits one;
  one.entries = 1;
  const MemorySink sink = read_package(bytes, one);
  CHECK(sink.document.members.size() == 1);
  CHECK(sink.document.has_problem("entry-limit"));
  CHECK(sink.document.status == FileStatus::partial);
  CHECK(says(sink.document, "正文"));
  Limits none;
  none.nesting = 0;
  CHECK(read_package(bytes, none).document.has_problem("nesting-limit"));
}

TEST_CASE("what a sheet embeds is handed on as well") {
  Xlsx xlsx;
  xlsx.sheet_relations = relation("r1", "package", "../embeddings/说明.docx");
  xlsx.more = {{"xl/embeddings/说明.docx", "PK"}};
  const MemoryFile file(xlsx_of(xlsx), "a.xlsx");
  MemorySink sink;
  read_xlsx(file.open(), {}, sink, RecognisePicture());
  REQUIRE(sink.document.members.size() == 1);
  CHECK(sink.document.members[0].path == "说明.docx");
}

}  // namespace biaoshen
