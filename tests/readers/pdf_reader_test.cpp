#include <catch2/catch.hpp>

#include "tests/readers/pdf_builder.h"

namespace biaoshen {

using namespace testing;

namespace {

Box box_of_first_word(const Document& document) {
  REQUIRE(document.pages.size() == 1);
  REQUIRE_FALSE(document.pages[0].words.empty());
  return std::get<OnPage>(document.pages[0].words[0].place).box;
}

}  // namespace

TEST_CASE("boxes are those of the page as displayed, whatever its rotation and crop") {
  // The baseline of the word begins at (200, 300); crop 100..500 × 100..700.
  struct Case {
    int rotation;
    float width, height, x, y;
  };
  for (const Case& c : {Case{0, 400, 600, 100, 400}, Case{90, 600, 400, 200, 100},
                        Case{180, 400, 600, 300, 200}, Case{270, 600, 400, 400, 300}}) {
    CAPTURE(c.rotation);
    const Document document = read_pdf_bytes(
        pdf_of({{text_at(200, 300, "Number"), "[0 0 600 800]",
                 "/CropBox [100 100 500 700] /Rotate " + std::to_string(c.rotation)}}));
    const Box box = box_of_first_word(document);
    CHECK(document.pages[0].width == c.width);
    CHECK(document.pages[0].height == c.height);
    CHECK(box.left - 4 <= c.x);
    CHECK(c.x <= box.right + 4);
    CHECK(box.top - 4 <= c.y);
    CHECK(c.y <= box.bottom + 4);
    const bool sideways = c.rotation % 180 != 0;
    CHECK((height(box) > width(box)) == sideways);
  }
}

TEST_CASE("invisible text is no content, and its being there is told") {
  const Document document = read_pdf_bytes(
      pdf_of({{text_at(100, 700, "shown") + "3 Tr " + text_at(100, 600, "hidden")}}));
  CHECK(document.pages[0].text == "shown\n");
  CHECK(document.has_problem("hidden-text"));
}

TEST_CASE(
    "a page with nothing but invisible text is an earlier recognition, kept as such and not "
    "trusted") {
  const Document document = read_pdf_bytes(pdf_of({{"3 Tr " + text_at(100, 600, "recognised")}}));
  const Page& page = document.pages[0];
  CHECK(page.source == Source::failed);
  CHECK(page.reason == "hidden-text-only");
  REQUIRE_FALSE(page.words.empty());
  CHECK(page.words[0].origin == Origin::ocr);
  CHECK(page.is_suspect());
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("a picture that fills the page needs recognition, and the picture's place is known") {
  const std::string image = "q 500 0 0 700 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q\n";
  const Document document = read_pdf_bytes(pdf_of({{image}, {text_at(100, 700, "text")}}));
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.pages[0].reason == "needs-ocr");
  REQUIRE(document.pages[0].images.size() == 1);
  CHECK(document.pages[0].images[0].box.left == Approx(50));
  CHECK(document.pages[0].images[0].box.top == Approx(50));
  CHECK(document.pages[1].source == Source::text);
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("a page without anything is blank and said to be") {
  const Document document = read_pdf_bytes(pdf_of({{""}}));
  CHECK(document.pages[0].source == Source::blank);
  CHECK(document.status == FileStatus::read);
}

TEST_CASE("what is no PDF any more is damaged, not empty") {
  const std::string whole = pdf_of({{text_at(100, 700, "text")}});
  const Document noise = read_pdf_bytes("%PDF-1.4\nnothing of the kind");
  CHECK(noise.status == FileStatus::unreadable);
  CHECK(noise.has_problem("damaged-pdf"));
  const Document cut = read_pdf_bytes(whole.substr(0, whole.size() / 2));
  CHECK((cut.has_problem("damaged-pdf") || cut.pages.size() == 1));
}

TEST_CASE("a broken cross-reference table is repaired and told") {
  std::string pdf = pdf_of({{text_at(100, 700, "text")}});
  pdf.replace(pdf.find("startxref\n") + 10, 2, "99");
  const Document document = read_pdf_bytes(pdf);
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].text == "text\n");
  CHECK(document.has_problem("damaged-pdf"));
}

TEST_CASE("pages beyond the limit are not read and not forgotten") {
  Limits limits;
  limits.pages = 2;
  const Document document = read_pdf_bytes(
      pdf_of({{text_at(9, 9, "a")}, {text_at(9, 9, "b")}, {text_at(9, 9, "c")}}), limits);
  CHECK(document.pages.size() == 2);
  CHECK(document.has_problem("page-limit"));
  CHECK(document.status == FileStatus::partial);
}

TEST_CASE("scripts in a PDF are told, never run") {
  CHECK(read_pdf_bytes(
            pdf_of({{text_at(9, 9, "a")}}, "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"))
            .has_problem("active-content"));
  CHECK_FALSE(read_pdf_bytes(pdf_of({{text_at(9, 9, "a")}})).has_problem("active-content"));
}

TEST_CASE("a table drawn with rectangles as thin as lines is a grid") {
  std::string content;
  for (int y : {500, 530, 560}) content += "100 " + std::to_string(y) + " 200 0.5 re f\n";
  for (int x : {100, 200, 300}) content += std::to_string(x) + " 500 0.5 60 re f\n";
  content += text_at(110, 540, "Label") + text_at(210, 540, "Value");
  const Document document = read_pdf_bytes(pdf_of({{content}}));
  REQUIRE(document.pages[0].grids.size() == 1);
  CHECK(document.pages[0].cell_text(*document.pages[0].grids[0].at(0, 1)) == "Value");
}

TEST_CASE("a crop shows what stands at its place") {
  const std::string pdf = pdf_of({{"0 0 0 rg 100 700 50 20 re f\n"}});
  const auto crops = crop_pdf_bytes(
      pdf, {{1, {100, 80, 150, 100}, 72}, {1, {300, 300, 350, 320}, 72}, {7, {0, 0, 9, 9}, 72}});
  REQUIRE(crops.size() == 3);
  REQUIRE(crops[0].rgb.size() == 3 * crops[0].width * crops[0].height);
  const std::size_t middle =
      3 * (std::size_t{crops[0].height} / 2 * crops[0].width + crops[0].width / 2);
  CHECK(crops[0].rgb[middle] == '\0');
  CHECK(crops[1].rgb.find('\0') == std::string::npos);
  CHECK(crops[2].rgb.empty());
}

TEST_CASE("a crop is the same whatever else is asked for, of a page of any size") {
  for (const char* size : {"[0 0 600 800]", "[0 0 9000 9000]"}) {
    CAPTURE(size);
    const std::string pdf =
        pdf_of({{text_at(200, 300, "Number") + "0 0 0 rg 100.4 400.2 50.5 20.5 re f\n", size}});
    const std::vector<CropRequest> requests = {{1, {90, 380, 190.5f, 430}, 100},
                                               {1, {190.3f, 470, 300, 540}, 100},
                                               {1, {95, 385, 180, 420}, 100},
                                               {1, {95, 385, 180, 420}, 50}};
    const auto together = crop_pdf_bytes(pdf, requests);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto alone = crop_pdf_bytes(pdf, {requests[i]});
      CHECK_FALSE(alone[0].rgb.empty());
      CHECK(alone[0].width == together[i].width);
      CHECK(alone[0].rgb == together[i].rgb);
    }
  }
}

}  // namespace biaoshen
