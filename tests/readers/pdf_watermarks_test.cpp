#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

std::string pale(int x, int y, const std::string& text, int size) {
  return "q 0.8 g " + text_at(x, y, text, size) + "Q\n";
}

std::string body(int lines = 20) {
  std::string content;
  for (int i = 0; i < lines; ++i)
    content += text_at(80, 650 - 24 * i, "a line of the text, number " + std::to_string(i));
  return content;
}

Document read_pages(const std::vector<std::string>& pages, const std::string& resources = "") {
  std::vector<PdfPage> made;
  for (const std::string& content : pages)
    made.push_back({content, "[0 0 600 800]", "", {}, resources});
  return read_pdf_bytes(pdf_of(made));
}

}  // namespace

TEST_CASE("letters askew are watermarks, noted with their words once a file") {
  const std::string mark = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT COPY) Tj ET\n";
  const Document document = read_pages({body() + mark, body() + mark});
  CHECK_FALSE(says(document, "DRAFT"));
  CHECK(detail_of(document, "watermark") == "2 页：DRAFTCOPY");
}

TEST_CASE("what is marked as a watermark is one") {
  const Document document =
      read_pages({body() + "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC\n" +
                  text_at(100, 700, "controlled copy") + "EMC\n" + text_at(100, 100, "after")});
  CHECK_FALSE(says(document, "controlled"));
  CHECK(says(document, "after"));
  CHECK(detail_of(document, "watermark") == "1 页：controlledcopy");
}

TEST_CASE("an annotation that is a watermark is no content") {
  const std::string form =
      stream_of("/Subtype /Form /BBox [0 0 300 30] /Resources << /Font << /F1 3 0 R >> >>",
                "BT /F1 12 Tf 2 5 Td (stamped) Tj ET");
  const Document document = read_pdf_bytes(
      pdf_of({{body(), "[0 0 600 800]",
               "/Annots [<< /Subtype /Watermark /Rect [100 700 400 730] /Contents (stamped) "
               "/AP << /N 4 0 R >> >>]"}},
             "", {form}));
  CHECK_FALSE(says(document, "stamped"));
  CHECK(detail_of(document, "watermark") == "1 页：stamped");
}

TEST_CASE("pale letters across the print are a watermark") {
  const Document document = read_pages({pale(60, 400, "PREVIEW", 90) + body()});
  CHECK_FALSE(says(document, "PREVIEW"));
  CHECK(detail_of(document, "watermark") == "1 页：PREVIEW");
  CHECK(says(document, "number 10"));
}

TEST_CASE("pale by transparency is pale, of the letters or of a group") {
  const std::string states = "/ExtGState << /G << /ca 0.2 >> >>";
  const Document document =
      read_pages({body() + "q /G gs " + text_at(60, 400, "PREVIEW", 90) + "Q\n"}, states);
  CHECK_FALSE(says(document, "PREVIEW"));
  PdfPage grouped{body() + "q /G gs /F Do Q\n"};
  grouped.resources = states;
  std::string pdf = pdf_of({grouped}, "",
                           {stream_of("/Subtype /Form /BBox [0 0 600 800] /Group << /S "
                                      "/Transparency >> /Resources << /Font << /F1 3 0 R >> >>",
                                      text_at(60, 400, "PREVIEW", 90))});
  pdf.replace(pdf.find("/XObject << >>"), 14, "/XObject<</F 4 0 R>>");
  CHECK_FALSE(says(read_pdf_bytes(pdf), "PREVIEW"));
}

TEST_CASE("pale letters again and again over a page are a watermark, however little it says") {
  std::string tiles;
  for (int y = 100; y <= 700; y += 150)
    for (int x = 50; x <= 350; x += 300) tiles += pale(x, y, "platform of standards", 20);
  const Document document = read_pages({tiles + text_at(80, 640, "short")});
  CHECK(text_of(document) == "short\n");
  CHECK(detail_of(document, "watermark") == "1 页：platformofstandards");
}

TEST_CASE("pale letters at one place of page after page are a watermark from the first page on") {
  const std::string mark = pale(100, 300, "for the meeting only", 20);
  std::vector<std::string> pages;
  for (int i = 0; i < 4; ++i) pages.push_back(text_at(80, 600, "page " + std::to_string(i)) + mark);
  const Document document = read_pages(pages);
  CHECK(text_of(document) == "page 0\npage 1\npage 2\npage 3\n");
  CHECK(detail_of(document, "watermark") == "4 页：forthemeetingonly");
  pages.resize(2);  // twice may be chance
  CHECK(says(read_pages(pages), "meeting"));
}

TEST_CASE("pale running heads and feet are print") {
  std::vector<std::string> pages;
  for (int i = 0; i < 5; ++i)
    pages.push_back(pale(400, 770, "T/ABC 12-2024", 10) + body() + pale(290, 30, "page", 10));
  const Document document = read_pages(pages);
  CHECK_FALSE(document.has_problem("watermark"));
  CHECK(says(document, "T/ABC 12-2024"));
  for (const Page& page : document.pages) CHECK(page.text.find("page\n") != std::string::npos);
}

TEST_CASE("pale hints in a form are print, and so is grey text") {
  std::string form;
  for (int i = 0; i < 8; ++i)
    form += text_at(80, 700 - 60 * i, "label") + pale(200, 700 - 60 * i, "please fill in", 12);
  const Document hints = read_pages({form});
  CHECK_FALSE(hints.has_problem("watermark"));
  CHECK(says(hints, "please fill in"));
  const Document grey = read_pages({"0.5 g " + body()});
  CHECK(says(grey, "number 19"));
  CHECK(says(read_pages({pale(80, 500, "a pale title", 30) + body(5)}), "a pale title"));
}

TEST_CASE("light letters on a dark ground are print") {
  std::string heads;
  for (int y = 100; y <= 700; y += 100)
    heads += "0 g 80 " + std::to_string(y) + " 300 40 re f\n" + pale(100, y + 10, "section", 24);
  CHECK(says(read_pages({heads + text_at(80, 60, "x")}), "section"));
}

}  // namespace biaoshen
