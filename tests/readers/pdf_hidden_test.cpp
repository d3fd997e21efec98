#include <catch2/catch.hpp>

#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

std::string text_apart(int x, int y, const std::string& text, const std::string& before = "") {
  return "q " + before + " BT /F1 12 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" +
         text + ") Tj ET Q\n";
}

Document page(const std::string& content, const std::string& more = "",
              const std::string& resources = "") {
  PdfPage one{text_apart(100, 700, "seen") + content};
  one.more = more;
  one.resources = resources;
  return read_pdf_bytes(pdf_of({one}));
}

// What a page says of letters that hide, and that they are no content.
std::string hidden(const Document& document) {
  CHECK(text_of(document) == "seen\n");
  CHECK(document.status == FileStatus::read);
  REQUIRE(document.has_problem("hidden-text"));
  CHECK(document.problems.back().page == 1);
  return detail_of(document, "hidden-text");
}

std::string none(const Document& document) {
  CHECK_FALSE(document.has_problem("hidden-text"));
  return text_of(document);
}

}  // namespace

TEST_CASE("letters in the colour of their ground hide, on paper and on any area") {
  CHECK(hidden(page(text_apart(100, 600, "white", "1 g"))) == "5 字（与底色相同）：white");
  CHECK(hidden(page("0 0 1 rg 90 590 200 40 re f\n" + text_apart(100, 600, "blue", "0 0 1 rg"))) ==
        "4 字（与底色相同）：blue");
}

TEST_CASE("white letters on a dark area, a drawing or a shading are print") {
  CHECK(none(page("0 0 0.4 rg 90 590 200 40 re f\n" + text_apart(100, 600, "head", "1 g"))) ==
        "seen\nhead\n");
  CHECK(none(page("0 g 90 590 m 290 590 l 190 700 l f\n" + text_apart(150, 600, "logo", "1 g"))) ==
        "seen\nlogo\n");
  CHECK(none(page("q 90 590 200 40 re W n /S sh Q\n" + text_apart(100, 600, "fade", "1 g"), "",
                  "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] "
                  "/Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.5] /N 1 >> >> >>")) ==
        "seen\nfade\n");
}

TEST_CASE("letters under something laid over them hide; what lies beneath hides nothing") {
  const std::string area = "q 1 g 90 590 200 40 re f Q\n";
  CHECK(hidden(page(text_apart(100, 600, "under") + area)) == "5 字（被遮盖）：under");
  CHECK(none(page(area + text_apart(100, 600, "over"))) == "seen\nover\n");
}

TEST_CASE("what shows through, is no whole area or lies elsewhere covers nothing") {
  const std::string through = "/ExtGState << /G << /ca 0.5 >> /M << /BM /Multiply >> >>";
  const std::string area = "1 1 0 rg 90 590 200 40 re f Q\n";
  for (const std::string& over :
       {"q /G gs " + area, "q /M gs " + area, "q 0 0 m 9 0 l 0 9 l W n " + area,
        "q 0 0 50 50 re W n " + area, std::string("0 g 90 603 200 1 re f\n"),
        std::string("0.5 w 90 590 200 40 re S\n")}) {
    CAPTURE(over);
    CHECK(none(page(text_apart(100, 600, "print") + over, "", through)) == "seen\nprint\n");
  }
}

TEST_CASE("a picture laid over some letters hides them") {
  PdfPage one{text_apart(100, 700, "seen and seen and seen") + text_apart(100, 600, "under") +
              drawn("200 0 0 40 90 590")};
  one.images.push_back({"/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "a"});
  const Document document = read_pdf_bytes(pdf_of({one}));
  CHECK(text_of(document) == "seen and seen and seen\n");
  CHECK(detail_of(document, "hidden-text") == "5 字（被遮盖）：under");
}

TEST_CASE("letters too small, transparent, beyond the page or its crop hide") {
  CHECK(hidden(page("BT /F1 0.5 Tf 100 600 Td (dust) Tj ET\n")) == "4 字（字号过小）：dust");
  CHECK(hidden(page(text_apart(100, 600, "glass", "/G gs"), "",
                    "/ExtGState << /G << /ca 0 >> >>")) == "5 字（不可见）：glass");
  CHECK(hidden(page(text_apart(700, 600, "away"))) == "4 字（在页面之外）：away");
  CHECK(hidden(page(text_apart(100, 50, "cut"), "/CropBox [0 100 600 800]")) ==
        "3 字（在页面之外）：cut");
}

TEST_CASE("a font of size 1 that is scaled up is not small") {
  CHECK(none(page("BT /F1 1 Tf 12 0 0 12 100 600 Tm (large) Tj ET\n")) == "seen\nlarge\n");
}

TEST_CASE("letters of a layer that is switched off hide") {
  const std::string content =
      text_apart(100, 700, "seen") + "/OC /L BDC\n" + text_apart(100, 600, "off") + "EMC\n";
  PdfPage one{content};
  one.resources = "/Properties << /L 4 0 R >>";
  const std::string layer = "<< /Type /OCG /Name (l) >>";
  const Document off = read_pdf_bytes(
      pdf_of({one}, "/OCProperties << /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>", {layer}));
  CHECK(hidden(off) == "3 字（图层关闭）");
  const Document on =
      read_pdf_bytes(pdf_of({one}, "/OCProperties << /OCGs [4 0 R] /D << >> >>", {layer}));
  CHECK(none(on) == "seen\noff\n");
}

TEST_CASE("invisible letters hide, but over a picture they are an earlier recognition of it") {
  CHECK(hidden(page(text_apart(100, 600, "ghost", "3 Tr"))) == "5 字（不可见）：ghost");
  PdfPage scan{text_apart(100, 700, "seen") + drawn("500 0 0 600 50 50") +
               text_apart(100, 600, "read", "3 Tr")};
  scan.images.push_back({"/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "a"});
  CHECK_FALSE(read_pdf_bytes(pdf_of({scan})).has_problem("hidden-text"));
}

TEST_CASE("a page of nothing but letters in the colour of the paper is not trusted") {
  const Document document = read_pdf_bytes(pdf_of({{text_apart(100, 600, "white", "1 g")}}));
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.pages[0].reason == "hidden-text-only");
  CHECK(document.pages[0].is_suspect());
}

}  // namespace biaoshen
