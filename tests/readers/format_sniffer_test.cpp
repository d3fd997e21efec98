// Claims about telling formats by content.
#include <catch2/catch.hpp>

#include "extractors/readers/format_sniffer.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

std::string sniffed(std::string_view bytes) {
  const MemoryFile file(bytes, "x");
  return sniff_format(file.open());
}

// A compound file of one allocation sector and one directory sector with these names.
std::string compound_of(std::initializer_list<std::string_view> names) {
  std::string header =
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(22, '\0') + number_bytes(9, 2, false);
  header.resize(48, '\0');
  header += number_bytes(1, 4, false);
  header.resize(76, '\0');
  header += number_bytes(0, 4, false);
  header.resize(512, '\0');
  std::string table = number_bytes(0xFFFFFFFD, 4, false) + number_bytes(0xFFFFFFFE, 4, false);
  table.resize(512, '\xFF');
  std::string directory;
  for (const std::string_view name : names) {
    std::string entry;
    for (const char c : name) entry += {c, '\0'};
    entry.resize(64, '\0');
    entry += number_bytes(name.size() * 2 + 2, 2, false);
    entry.resize(128, '\0');
    directory += entry;
  }
  directory.resize(512, '\0');
  return header + table + directory;
}

}  // namespace

TEST_CASE("formats are told by their content") {
  CHECK(sniffed("") == "empty");
  CHECK(sniffed("%PDF-1.7\n") == "pdf");
  CHECK(sniffed(std::string(1000, ' ') + "%PDF-1.4") == "pdf");
  CHECK(sniffed(docx_of("")) == "docx");
  CHECK(sniffed(xlsx_of({})) == "xlsx");
  CHECK(sniffed(zip_of(
            {{"ppt/presentation.xml", "x"}, {"[Content_Types].xml", "presentationml"}})) == "pptx");
  CHECK(sniffed(zip_of({{"OFD.xml", "x"}})) == "ofd");
  CHECK(sniffed(zip_of({{"申报书.txt", "x"}})) == "zip");
  CHECK(sniffed("Rar!\x1A\x07\x01") == "rar");
  CHECK(sniffed("7z\xBC\xAF\x27\x1C") == "7z");
  CHECK(sniffed("\0\0\0\x18"
                "ftypheic"s) == "heic");
  CHECK(sniffed("{\\rtf1") == "rtf");
  CHECK(sniffed("\xEF\xBB\xBF <!DOCTYPE HTML><p>") == "html");
  CHECK(sniffed("<?xml version=\"1.0\"?><HTML>") == "html");
  CHECK(sniffed("<table border=1><tr><td>1</td></tr></table>") == "html");
  CHECK(sniffed("\n<META http-equiv=Content-Type content=text/html><TABLE>") == "html");
  CHECK(sniffed("<tables are text>") == "txt");
  CHECK(sniffed("<p") == "txt");
  CHECK(sniffed("<T/CAS 290>") == "txt");
  CHECK(sniffed("<?xml version=\"1.0\"?>\n<Workbook "
                "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">") == "excel-xml");
  CHECK(sniffed("<?xml version=\"1.0\"?><w:wordDocument "
                "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">") == "word-xml");
  CHECK(sniffed("<?xml version=\"1.0\"?><note>标准</note>") == "txt");
  CHECK(sniffed("MIME-Version: 1.0\n") == "mht");
  CHECK(sniffed("标准编号") == "txt");
  CHECK(sniffed("BM is no picture, only two letters of a text") == "txt");
  CHECK(sniffed("\x01\x02\x03") == "unknown");
  CHECK(sniffed("h") == "txt");
}

TEST_CASE("compound files are told by the names of their streams") {
  CHECK(sniffed(compound_of({"Root Entry", "WordDocument"})) == "doc");
  CHECK(sniffed(compound_of({"Root Entry", "Workbook"})) == "xls");
  CHECK(sniffed(compound_of({"Root Entry", "ENCRYPTIONINFO", "ENCRYPTEDPACKAGE"})) ==
        "encrypted-office");
  CHECK(sniffed(compound_of({"Root Entry", "EncryptionInfo", "EncryptedPackage"})) ==
        "encrypted-office");
  CHECK(sniffed(compound_of({"Root Entry"})) == "ole");
  CHECK(sniffed("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "ole");
}

TEST_CASE("an Office upload that broke off is still told") {
  const std::string whole = docx_of(para("正文"));
  CHECK(sniffed(whole.substr(0, whole.size() - 30)) == "docx");
}

TEST_CASE("an extension fits its format and its equivalents") {
  CHECK(fits_extension("jpeg", "a.JPG"));
  CHECK(fits_extension("txt", "a.csv"));
  CHECK(fits_extension("docx", "a.docm"));
  CHECK(fits_extension("docx", "没有扩展名"));
  CHECK(fits_extension("txt", "a.unheard"));
  CHECK_FALSE(fits_extension("png", "a.pdf"));
  CHECK_FALSE(fits_extension("doc", "a.docx"));
}

}  // namespace biaoshen
