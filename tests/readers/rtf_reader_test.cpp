// Claims about RTF files: which bytes are text, in which code page, and what is left out.
#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"

namespace biaoshen {
namespace {

Document read_rtf_of(std::string_view body) {
  return read_bytes(
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce;}{\\f1\\fcharset0 "
      "Arial;}}{\\stylesheet{Normal;}}" +
          std::string(body) + "}",
      "申请表.rtf");
}

}  // namespace

TEST_CASE("RTF text is read in the code page of its font, and by the numbers of characters") {
  const Document document = read_rtf_of(
      "\\f0 \\'b1\\'ea\\'d7\\'bc T/CAS 1\\emdash 2024\\par\\uc1\\u22242 ?\\u20307\\'3f\\par");
  CHECK(document.format == "rtf");
  CHECK(document.status == FileStatus::read);
  CHECK(text_of(document) == "标准 T/CAS 1—2024\n团体\n");
}

TEST_CASE("cells and rows of RTF are a table with its spans") {
  const Document document = read_rtf_of(
      "\\trowd\\cellx2000\\cellx5000\\intbl A\\cell B\\cell\\row"
      "\\trowd\\cellx5000\\intbl C\\par D\\cell\\row\\pard after\\par");
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "A\tB\nC D\nafter\n");
  REQUIRE(document.pages[0].grids.size() == 1);
  CHECK(document.pages[0].grids[0].cells.at(2).column_span == 2);
}

TEST_CASE("a field shows its result; hidden and removed letters are no content") {
  const Document document = read_rtf_of(
      "{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}{\\v no}{\\deleted old}{\\*\\unknown x}new\\par");
  CHECK(text_of(document) == "12new\n");
  CHECK(document.has_problem("hidden-text"));
  CHECK(document.has_problem("revisions"));
}

TEST_CASE("pages break; pictures are said, and their bytes are no text") {
  const Document document = read_rtf_of("A\\page B{\\pict\\bin3 }}}}\\par");
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[1].text == "B\n");
  CHECK(document.has_problem("picture-format"));
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("pictures are said where the file has them for newer programs, too") {
  const Document document =
      read_rtf_of("A{\\*\\shppict{\\pict\\pngblip 8950}}{\\nonshppict{\\pict 0100}}\\par");
  CHECK(text_of(document) == "A\n");
  CHECK(document.has_problem("picture-format"));
}

TEST_CASE("a star leaves out what it begins, and nothing that it stands in") {
  const Document document = read_rtf_of(
      "{\\f1\\*\\cs7 shown}{\\*\\cs7 too}{\\b\\*\\unknown and this}{\\*\\unknown not}\\par");
  CHECK(text_of(document) == "showntooand this\n");
}

TEST_CASE("an RTF file that calls itself .doc is read and noted") {
  const Document document = read_bytes("{\\rtf1 A\\par}", "申请表.doc");
  CHECK(document.has_problem("wrong-extension"));
  CHECK(text_of(document) == "A\n");
}

TEST_CASE("groups without end are read to a limit") {
  const Document document = read_bytes("{\\rtf1 A" + std::string(100'000, '{'), "a.rtf");
  CHECK(document.status == FileStatus::partial);
  CHECK(document.has_problem("size-limit"));
  CHECK(text_of(document) == "A\n");
  CHECK(read_bytes("{\\rtf1 \\bin2000000000 \\'", "a.rtf").pages.size() == 1);
}

}  // namespace biaoshen
