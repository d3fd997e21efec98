// Claims about what is not decoded: codes that stand for more than their dictionary says.
#include <catch2/catch.hpp>

#include "tests/pictures/jbig2_maker.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;
using namespace std::string_literals;

namespace {

const std::string kWord = page_saying("word");
const std::string kLarge = "60000×60000";

std::string jbig2_of(std::uint32_t side) {
  return jbig2_segment(0, 48, jbig2_page(side, side)) +
         jbig2_segment(1, 38, jbig2_region(side, side) + "\0codes"s);
}

std::string jp2_of(std::uint32_t side) {
  const std::string sides = jbig2_number(side) + jbig2_number(side), origin(8, '\0');
  return "\xFF\x4F\xFF\x51\0\x29\0\0"s + sides + origin + sides + origin + "\0\x01\x07\x01\x01"s;
}

// A page with a word and, large upon it, an image of 600 × 400 by its dictionary.
Document page_with(const std::string& filter, const std::string& codes,
                   const std::string& mask = "", const std::string& mask_codes = "") {
  PdfPage page{kWord + drawn("500 0 0 600 50 50")};
  page.images.push_back(
      {"/Width 600 /Height 400 /BitsPerComponent 8 /ColorSpace /DeviceGray " + filter, codes, mask,
       mask_codes});
  return read_pdf_bytes(pdf_of({page}), {}, [](const Pix&) { return RecognisedPicture(); });
}

void check_is_left_out(const Document& document) {
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "word\n");
  REQUIRE(document.has_problem("image-limit"));
  CHECK(document.problems.front().detail == kLarge);
  CHECK(document.status == FileStatus::partial);
}

}  // namespace

TEST_CASE("an image whose codes stand for more than its dictionary says is over the limits") {
  check_is_left_out(page_with("/Filter /JBIG2Decode", jbig2_of(60000)));
  check_is_left_out(page_with("/Filter /JPXDecode", jp2_of(60000)));
}

TEST_CASE("an image is over the limits by its mask, too") {
  check_is_left_out(
      page_with("", std::string(240000, '\0'),
                "/Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"));
  check_is_left_out(page_with(
      "", std::string(240000, '\0'),
      "/Width 60 /Height 40 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JBIG2Decode",
      jbig2_of(60000)));
}

TEST_CASE("what several images share may be what is too large in them") {
  PdfPage page{kWord + drawn("500 0 0 600 50 50")};
  page.images.push_back(
      {"/Width 600 /Height 400 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode "
       "/DecodeParms << /JBIG2Globals 4 0 R >>",
       jbig2_of(600)});
  check_is_left_out(read_pdf_bytes(
      pdf_of({page}, "", {stream_of("", jbig2_segment(9, 38, jbig2_region(60000, 60000)))}), {},
      [](const Pix&) { return RecognisedPicture(); }));
}

TEST_CASE("codes of an honest size are left to be decoded") {
  CHECK_FALSE(page_with("/Filter /JBIG2Decode", jbig2_of(400)).has_problem("image-limit"));
}

TEST_CASE("a picture that a page gives for its content is left out, and the page is read") {
  PdfPage page{kWord};
  std::string pdf = pdf_of({page}, "", {stream_of("/Filter /JBIG2Decode", jbig2_of(60000))});
  const std::size_t at = pdf.find("/Contents 6 0 R");
  REQUIRE(at != pdf.npos);
  pdf.replace(at, 15, "/Contents [6 0 R 4 0 R]");
  const Document document = read_pdf_bytes(pdf);
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "word\n");
  CHECK(document.pages[0].source == Source::text);
  CHECK(document.status == FileStatus::partial);
  CHECK(document.problems.back().page == 1);
}

TEST_CASE("of a page without an end the beginning is read") {
  std::vector<std::string> forms;
  for (int level = 0; level < 10; ++level) {
    std::string content;
    for (int i = 0; i < 10; ++i) content += level == 9 ? "0 0 1 1 re f\n" : "/A Do\n";
    forms.push_back(stream_of(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /A " +
            std::to_string(5 + level) + " 0 R >> >>",
        content));
  }
  PdfPage page{kWord + "/A Do\n"};
  std::string pdf = pdf_of({page}, "", forms);
  const std::size_t at = pdf.rfind("/XObject << ");
  pdf.replace(at, 12, "/XObject << /A 4 0 R ");
  const Document document = read_pdf_bytes(pdf);
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "word\n");
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.has_problem("time-limit"));
  CHECK(document.status == FileStatus::partial);
}

}  // namespace biaoshen
