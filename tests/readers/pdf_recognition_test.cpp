// Claims about what of a page is recognised, and what becomes of the page. Recognition itself is
// a stand-in that notes what it was given.
#include "extractors/readers/pdf/pdf_recognition.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/readers/pdf_builder.h"

namespace biaoshen {
namespace {

using testing::drawn;
using testing::pdf_of;
using testing::PdfImage;
using testing::PdfPage;
using testing::read_pdf_bytes;
using testing::text_at;

struct Size {
  int width, height;
  bool operator==(const Size&) const = default;
};

// Says `text` of every picture, at the pixels (10, 10)–(60, 30) of it.
struct StandIn {
  std::string text = "seen";
  bool is_blank = false;
  std::vector<Size> given = {};

  Document read(const std::vector<PdfPage>& pages, const Limits& limits = {}) {
    return read_pdf_bytes(pdf_of(pages), limits, [this](const Pix& pix) { return said_of(pix); });
  }

 private:
  RecognisedPicture said_of(const Pix& picture) {
    auto* pix = const_cast<Pix*>(&picture);
    given.push_back({pixGetWidth(pix), pixGetHeight(pix)});
    RecognisedPicture said;
    said.width = static_cast<float>(pixGetWidth(pix));
    said.height = static_cast<float>(pixGetHeight(pix));
    said.engines = {"stand-in"};
    said.is_blank = is_blank;
    if (text.empty()) return said;
    RecognisedLine line{{10, 10, 60, 30}, {}, 90, std::nullopt};
    const float step = 50.0f / static_cast<float>(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      const float left = 10 + step * static_cast<float>(i);
      line.symbols.push_back({text.substr(i, 1), {left, 10, left + step, 30}, 90});
    }
    said.lines.push_back(line);
    return said;
  }
};

PdfImage grey(int width, int height) {
  return {"/Width " + std::to_string(width) + " /Height " + std::to_string(height) +
              " /ColorSpace /DeviceGray /BitsPerComponent 8",
          std::string(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\x80')};
}

std::string page_of_text() {
  std::string content;
  for (int line = 0; line < 40; ++line)
    content += text_at(50, 780 - 18 * line,
                       "The quick brown fox jumps over the lazy dog, line " + std::to_string(line) +
                           " of the page.");
  return content;
}

const std::string kBox = "[0 0 600 800]";

Box first_box(const Page& page) {
  REQUIRE_FALSE(page.words.empty());
  return std::get<OnPage>(page.words[0].place).box;
}

}  // namespace

TEST_CASE("a scan is its image, never a drawing of it") {
  StandIn engine;
  const Document document = engine.read({{drawn("600 0 0 800 0 0"), kBox, "", {grey(300, 400)}}});
  CHECK(engine.given == std::vector<Size>{{300, 400}});
  const Page& page = document.pages[0];
  CHECK(page.source == Source::ocr);
  CHECK(page.reason == "needs-ocr");
  CHECK(page.text == "seen\n");
  CHECK(page.words[0].origin == Origin::ocr);
  CHECK(first_box(page).left == Approx(20).margin(0.5));
  CHECK(first_box(page).bottom == Approx(60).margin(0.5));
  CHECK(page.images[0].end == 0);
  CHECK(document.engines == std::vector<std::string>{"stand-in"});
  CHECK(document.status == FileStatus::read);
  CHECK_FALSE(document.has_problem("needs-ocr"));
}

TEST_CASE("a scan lying on its side is read upright and found where the page shows it") {
  StandIn engine;
  // Drawn turned by 90° so that it fills the page as displayed upright.
  const Document document =
      engine.read({{drawn("0 800 -600 0 600 0"), kBox, "", {grey(400, 300)}}});
  CHECK(engine.given == std::vector<Size>{{300, 400}});
  CHECK(first_box(document.pages[0]).left == Approx(20).margin(0.5));
  CHECK(first_box(document.pages[0]).top == Approx(20).margin(0.5));
}

TEST_CASE("strips are recognised as one picture") {
  StandIn engine;
  const Document document =
      engine.read({{drawn("600 0 0 400 0 400", 0) + drawn("600 0 0 400 0 0", 1),
                    kBox,
                    "",
                    {grey(300, 200), grey(300, 200)}}});
  CHECK(engine.given == std::vector<Size>{{300, 400}});
  CHECK(document.pages[0].text == "seen\n");
}

TEST_CASE("pictures laid over each other are seen as they are drawn") {
  StandIn engine;
  const Document document =
      engine.read({{drawn("600 0 0 800 0 0", 0) + drawn("200 0 0 200 300 100", 1),
                    kBox,
                    "",
                    {grey(300, 400), grey(100, 100)}}});
  REQUIRE(engine.given.size() == 1);
  CHECK(engine.given[0].width > 1600);
  CHECK(document.pages[0].source == Source::ocr);
}

TEST_CASE("screenshots on a page without text are read one by one, top to bottom") {
  StandIn engine;
  const Document document =
      engine.read({{drawn("400 0 0 200 100 100", 0) + drawn("400 0 0 200 100 500", 1),
                    kBox,
                    "",
                    {grey(320, 160), grey(400, 200)}}});
  CHECK(engine.given == std::vector<Size>{{400, 200}, {320, 160}});
  const Page& page = document.pages[0];
  CHECK(page.source == Source::ocr);
  CHECK(page.images[1].begin == 0);
  CHECK(page.images[1].end == 5);
  CHECK(page.images[0].begin == 5);
  CHECK(page.images[0].end == 10);
  CHECK(first_box(page).left == Approx(110).margin(0.5));
  CHECK(first_box(page).top == Approx(110).margin(0.5));
}

TEST_CASE("an image of text on a page of text is read behind it; icons are not") {
  StandIn engine;
  const Document document =
      engine.read({{text_at(50, 700, "A page of text with a picture.") +
                        drawn("400 0 0 200 100 100", 0) + drawn("20 0 0 20 50 50", 1),
                    kBox,
                    "",
                    {grey(400, 200), grey(64, 64)}}});
  CHECK(engine.given == std::vector<Size>{{400, 200}});
  const Page& page = document.pages[0];
  CHECK(page.source == Source::mixed);
  CHECK(page.text == "A page of text with a picture.\nseen\n");
  CHECK(page.text.substr(page.images[0].begin) == "seen\n");
  CHECK(page.words[0].origin == Origin::text);
  CHECK(page.words.back().origin == Origin::ocr);
}

TEST_CASE("a page among garbled ones is not trusted for being short") {
  std::string soup;
  for (int i = 0; i < 20; ++i) soup += text_at(50, 700 - 20 * i, "! \" # $ % & ' * +");
  const Document document =
      read_pdf_bytes(pdf_of({{soup}, {soup}, {soup}, {text_at(50, 700, "kl")}}));
  CHECK(document.pages[0].reason == "text-suspect");
  CHECK(document.pages[3].reason == "text-suspect");
}

TEST_CASE("a background under a page of text is left alone, a scan under a header is read") {
  StandIn engine;
  const Document text =
      engine.read({{drawn("600 0 0 800 0 0") + page_of_text(), kBox, "", {grey(300, 400)}}});
  CHECK(engine.given.empty());
  CHECK(text.pages[0].source == Source::text);
  const Document scan = engine.read(
      {{drawn("600 0 0 800 0 0") + text_at(50, 780, "Downloaded from a platform, page 1 of 30"),
        kBox,
        "",
        {grey(300, 400)}}});
  CHECK(engine.given.size() == 1);
  CHECK(scan.pages[0].source == Source::mixed);
}

TEST_CASE("an earlier recognition, hidden or under the picture, gives way to our own") {
  for (const std::string& content :
       {drawn("600 0 0 800 0 0") + "3 Tr " + text_at(50, 700, "theirs"),
        page_of_text() + drawn("600 0 0 800 0 0")}) {
    StandIn engine;
    const Document document = engine.read({{content, kBox, "", {grey(300, 400)}}});
    const Page& page = document.pages[0];
    CHECK(page.text == "seen\n");
    CHECK(page.source == Source::ocr);
    CHECK(page.reason == "hidden-text-only");
    CHECK_FALSE(page.is_suspect());
    const Document without = read_pdf_bytes(pdf_of({{content, kBox, "", {grey(300, 400)}}}));
    CHECK(without.pages[0].source == Source::failed);
    CHECK(without.pages[0].words[0].origin == Origin::ocr);
  }
}

TEST_CASE("letters drawn as outlines are drawn and read") {
  StandIn engine;
  std::string content;
  for (int i = 0; i < 80; ++i)
    content += std::to_string(50 + 6 * i) + " 400 m " + std::to_string(53 + 6 * i) + " 410 l " +
               std::to_string(55 + 6 * i) + " 400 l f\n";
  const Document document = engine.read({{content, kBox}});
  REQUIRE(engine.given.size() == 1);
  CHECK(engine.given[0].width == 1667);  // 600 points at 200 dpi
  CHECK(document.pages[0].reason == "outlined-glyphs");
  CHECK(document.pages[0].source == Source::ocr);
  CHECK(first_box(document.pages[0]).left == Approx(3.6).margin(0.1));
}

TEST_CASE("a blank scan is a blank page; a picture without a line stays unread") {
  StandIn blank{"", true};
  const std::vector<PdfPage> pages = {{drawn("600 0 0 800 0 0"), kBox, "", {grey(300, 400)}}};
  const Document paper = blank.read(pages);
  CHECK(paper.pages[0].source == Source::blank);
  CHECK(paper.pages[0].reason.empty());
  CHECK(paper.has_problem("blank-page"));
  CHECK(paper.status == FileStatus::read);
  StandIn photo{"", false};
  const Document picture = photo.read(pages);
  CHECK(picture.pages[0].source == Source::failed);
  CHECK(picture.has_problem("needs-ocr"));
  CHECK(picture.status == FileStatus::partial);
}

TEST_CASE("a page number over a blank scan is the text of the page") {
  StandIn blank{"", true};
  const Document document =
      blank.read({{drawn("600 0 0 800 0 0") + text_at(290, 20, "12"), kBox, "", {grey(300, 400)}}});
  CHECK(document.pages[0].source == Source::text);
  CHECK(document.pages[0].text == "12\n");
}

TEST_CASE("a picture over the limits is told, not read, and hides nothing of the text") {
  StandIn engine;
  Limits limits;
  limits.image_side = 350;
  const PdfPage with_text{
      text_at(50, 700, "A page of text with a picture.") + drawn("400 0 0 200 100 100"),
      kBox,
      "",
      {grey(400, 200)}};
  const Document text = engine.read({with_text}, limits);
  CHECK(engine.given.empty());
  CHECK(text.has_problem("image-limit"));
  CHECK(text.status == FileStatus::partial);
  CHECK(text.pages[0].source == Source::text);
  const Document scan =
      engine.read({{drawn("600 0 0 800 0 0"), kBox, "", {grey(300, 400)}}}, limits);
  CHECK(scan.pages[0].source == Source::failed);
  CHECK(scan.pages[0].reason == "image-limit");
  CHECK(scan.problems == std::vector<Problem>{{"image-limit", 1, "300×400"}});
  CHECK(scan.status == FileStatus::partial);
}

TEST_CASE("watermarks askew are noted once a file and are no content") {
  const std::string mark = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (PREVIEW) Tj ET\n";
  const Document document = read_pdf_bytes(pdf_of({{mark + text_at(9, 9, "first word")}, {mark}}));
  CHECK(document.pages[0].text == "first word\n");
  CHECK(std::count(document.problems.begin(), document.problems.end(),
                   Problem{"watermark", 0, "2 页：PREVIEW"}) == 1);
}

}  // namespace biaoshen
