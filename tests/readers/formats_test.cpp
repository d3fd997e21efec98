// Every format on one page: what is read of it, what is left out or only said. A row of the table
// of readers without a row here fails. How well pictures are read is for tests/ocr.
#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <set>

#include "extractors/readers/reader_table.h"
#include "tests/readers/archive_maker.h"
#include "tests/readers/compound_maker.h"
#include "tests/readers/doc_maker.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/ofd_maker.h"
#include "tests/readers/office_maker.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {
namespace {

using Texts = std::vector<std::string>;

struct FormatRow {
  std::string format, name, bytes;
  Texts read = {};      // stands in the text of a page
  Texts left_out = {};  // stands in no text: hidden, removed, instructions
  Texts said = {};      // kinds of problems
  Texts members = {};   // files of the dossier of their own
};

std::string white_picture(l_int32 format) {
  Pix* pix = pixCreate(40, 30, format == IFF_GIF ? 8 : 32);
  pixSetAll(pix);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  REQUIRE(pixWriteMem(&bytes, &size, pix, format) == 0);
  std::string picture(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  pixDestroy(&pix);
  return picture;
}

std::string pdf_row() {
  const std::string shown = "BT /F1 12 Tf 100 700 Td (shown) Tj ET\n";
  const std::string hidden = "BT 3 Tr /F1 12 Tf 100 600 Td (unseen) Tj ET\n";
  return testing::pdf_of({{shown + hidden}});
}

std::string docx_row() {
  return docx_of(para("正文") +
                     "<w:p><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r>"
                     "<w:delText>删去</w:delText></w:r></w:del></w:p>" +
                     para("隐藏", "<w:vanish/>"),
                 {{"word/embeddings/book.xlsx", "PK"}},
                 relation("rId9", "package", "embeddings/book.xlsx"));
}

std::string xlsx_row() {
  Xlsx xlsx;
  xlsx.sheet =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>得分</t></is></c>"
      "<c r=\"B1\"><f>1+17</f><v>18</v></c></row></sheetData>";
  return xlsx_of(xlsx);
}

std::string xls_row() {
  const auto record = [](std::uint16_t kind, const std::string& body) {
    return little(kind, 2) + little(body.size(), 2) + body;
  };
  const auto begin = [&](unsigned kind) {
    return record(0x0809, little(0x0600, 2) + little(kind, 2) + std::string(12, '\0'));
  };
  const std::string end = record(0x0A, ""), name = little(1, 1) + std::string(1, '\0') + "A";
  const std::string cell = record(0x027E, little(0, 6) + little(7 << 2 | 2, 4));
  const std::size_t at = begin(5).size() + 4 + 6 + name.size() + end.size();
  return compound_file_of(
      {{"Workbook", begin(5) + record(0x85, little(at, 4) + little(0, 2) + name) + end +
                        begin(0x10) + cell + end}});
}

std::string eml_row() {
  return "From: a@example.org\r\nTo: b@example.org\r\nSubject: hello\r\nMIME-Version: 1.0\r\n"
         "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
         "--b\r\nContent-Type: text/plain\r\n\r\nbody\r\n"
         "--b\r\nContent-Type: text/plain\r\n"
         "Content-Disposition: attachment; filename=form.txt\r\n\r\nform\r\n--b--\r\n";
}

std::string mht_row() {
  return "Subject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
         "--b\r\nContent-Type: text/html\r\n\r\n<p>page</p><script>code</script>\r\n--b--\r\n";
}

std::vector<FormatRow> rows() {
  const TarEntry entry{"a.txt", "text"};
  const ZipEntry zipped{"a.txt", "text"};
  std::vector<FormatRow> all = {
      {"pdf", "a.pdf", pdf_row(), {"shown"}, {"unseen"}, {"hidden-text"}},
      {"docx",
       "a.docx",
       docx_row(),
       {"正文", "插入"},
       {"删去", "隐藏"},
       {"revisions", "hidden-text"},
       {"book.xlsx"}},
      {"xlsx", "a.xlsx", xlsx_row(), {"得分\t18"}, {"1+17"}},
      {"doc", "a.doc", doc_of({doc_para("正文")}), {"正文"}},
      {"xls", "a.xls", xls_row(), {"7"}},
      {"rtf", "a.rtf", "{\\rtf1\\ansi shown{\\v unseen}\\par}", {"shown"}, {"unseen"}},
      {"ofd", "a.ofd", ofd_of({{ofd_text(20, 20, 5, "正文")}, {}, {}, {}, {}}), {"正文"}},
      {"txt", "a.txt", "正文\n", {"正文"}},
      {"html",
       "a.html",
       "<html><body><p>page<script>code</script></p></body></html>",
       {"page"},
       {"code"}},
      {"mht", "a.mht", mht_row(), {"page"}, {"code"}},
      {"eml", "a.eml", eml_row(), {"hello", "body"}, {}, {}, {"form.txt"}},
      {"zip", "a.zip", zip_bytes({zipped}), {}, {}, {}, {"a.txt"}},
      {"rar", "a.rar", rar5_bytes({{"a.txt", "text"}}), {}, {}, {}, {"a.txt"}},
      {"rar", "b.rar", rar4_bytes({{"a.txt", "text"}}), {}, {}, {}, {"a.txt"}},
      {"7z", "a.7z", archive_bytes("7zip", "none", {entry}), {}, {}, {}, {"a.txt"}},
      {"tar", "a.tar", archive_bytes("ustar", "none", {entry}), {}, {}, {}, {"a.txt"}},
  };
  for (const auto& [format, filter] :
       {std::pair{"gz", "gzip"}, {"bz2", "bzip2"}, {"xz", "xz"}, {"zst", "zstd"}, {"lz4", "lz4"}})
    all.push_back({format,
                   std::string("a.tar.") + format,
                   archive_bytes("ustar", filter, {entry}),
                   {},
                   {},
                   {},
                   {"a.txt"}});
  return all;
}

bool says_any(const Document& document, const std::string& text) {
  return says(document, text);
}

// Formats that no library here writes; each has tests of its own.
const std::set<std::string> kElsewhere = {"heic", "cab", "msg"};

}  // namespace

TEST_CASE("what each format gives, and what is left out of it") {
  for (const FormatRow& row : rows()) {
    CAPTURE(row.format, row.name);
    const Document document = read_bytes(row.bytes, row.name);
    CHECK(document.format == row.format);
    CHECK(document.status == FileStatus::read);
    for (const std::string& text : row.read) CHECK(says_any(document, text));
    for (const std::string& text : row.left_out) CHECK_FALSE(says_any(document, text));
    for (const std::string& kind : row.said) CHECK(document.has_problem(kind));
    CHECK_FALSE(document.has_problem("wrong-extension"));
    Texts members;
    for (const Member& member : document.members) members.push_back(member.path);
    CHECK(members == row.members);
  }
}

TEST_CASE("every kind of picture is a page, and a white one is blank") {
  const std::pair<const char*, l_int32> pictures[] = {{"png", IFF_PNG},   {"jpeg", IFF_JFIF_JPEG},
                                                      {"tiff", IFF_TIFF}, {"bmp", IFF_BMP},
                                                      {"gif", IFF_GIF},   {"webp", IFF_WEBP}};
  for (const auto& [format, code] : pictures) {
    CAPTURE(format);
    const Document document = read_bytes(white_picture(code), std::string("a.") + format);
    CHECK(document.format == format);
    CHECK(document.status == FileStatus::read);
    REQUIRE(document.pages.size() == 1);
    CHECK(document.pages[0].source == Source::blank);
  }
}

TEST_CASE("no reader is without a row") {
  std::set<std::string> shown = {"png", "jpeg", "tiff", "bmp", "gif", "webp"};
  for (const FormatRow& row : rows()) shown.insert(row.format);
  shown.insert(kElsewhere.begin(), kElsewhere.end());
  for (const ReaderRow& reader : readers()) {
    CAPTURE(reader.format);
    CHECK(shown.contains(std::string(reader.format)));
  }
}

}  // namespace biaoshen
