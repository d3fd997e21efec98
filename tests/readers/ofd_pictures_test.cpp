// Claims about pictures in OFD: a scan is read as the page, a screenshot beside the text, both with
// places on the page; people are shown the pixels.
#include "extractors/readers/ofd/ofd_pictures.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "extractors/readers/ofd/ofd_reader.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/ofd_maker.h"

namespace biaoshen {
namespace {

// White, with a black square in the upper left quarter.
std::string drawn_png(l_int32 width, l_int32 height) {
  const PixPtr pix(pixCreate(width, height, 8));
  pixSetAll(pix.get());
  pixRasterop(pix.get(), 0, 0, width / 2, height / 2, PIX_CLR, nullptr, 0, 0);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  REQUIRE(pixWriteMemPng(&bytes, &size, pix.get(), 0) == 0);
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

// One line in the black square.
RecognisedPicture line_in(const Pix& picture) {
  Pix* pix = const_cast<Pix*>(&picture);
  RecognisedPicture recognised;
  recognised.width = static_cast<float>(pixGetWidth(pix));
  recognised.height = static_cast<float>(pixGetHeight(pix));
  recognised.engines = {"test"};
  RecognisedLine line;
  line.box = {100, 100, 150, 150};
  line.symbols.push_back({"章", {100, 100, 150, 150}, 90});
  recognised.lines.push_back(line);
  return recognised;
}

// A picture of 800 × 1000 pixels at `boundary` (mm), with `words` above it.
std::string picture_page(const std::string& boundary, const std::string& words,
                         const std::string& media) {
  Ofd ofd;
  ofd.pages = {words + "<ofd:ImageObject ResourceID=\"5\" Boundary=\"" + boundary + "\"/>"};
  ofd.common = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>";
  ofd.more["Doc_0/DocumentRes.xml"] =
      "<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\" BaseLoc=\"Res\"><ofd:MultiMedias>"
      "<ofd:MultiMedia ID=\"5\" Type=\"Image\"><ofd:MediaFile>a.png</ofd:MediaFile>"
      "</ofd:MultiMedia></ofd:MultiMedias></ofd:Res>";
  if (!media.empty()) ofd.more["Doc_0/Res/a.png"] = media;
  return ofd_of(ofd);
}

Document read_ofd_with(const std::string& bytes, const RecognisePicture& recognise) {
  const MemoryFile file(bytes, "a.ofd");
  MemorySink sink;
  read_ofd(file.open(), {}, sink, recognise);
  REQUIRE(sink.is_consistent);
  return sink.document;
}

constexpr double kMm = 72 / 25.4;

}  // namespace

TEST_CASE("a scan is recognised as the page") {
  const Document document =
      read_ofd_with(picture_page("0 0 210 297", "", drawn_png(800, 1000)), line_in);
  CHECK(document.status == FileStatus::read);
  const Page& page = document.pages[0];
  CHECK(page.source == Source::ocr);
  CHECK(page.text == "章\n");
  CHECK(document.engines == std::vector<std::string>{"test"});
  const biaoshen::Box& box = std::get<OnPage>(page.words[0].place).box;
  CHECK(box.left == Approx(210 * kMm / 8).margin(1));
  CHECK(box.top == Approx(297 * kMm / 10).margin(1));
}

TEST_CASE("a screenshot is read behind the text of its page, in its place") {
  std::string words;
  for (int line = 0; line < 10; ++line)
    words += ofd_text(20, 20 + 8 * line, 5, "这是正文的一行文字");
  const Document document =
      read_ofd_with(picture_page("50 150 80 100", words, drawn_png(800, 1000)), line_in);
  const Page& page = document.pages[0];
  CHECK(page.source == Source::mixed);
  CHECK(page.text.ends_with("这是正文的一行文字\n章\n"));
  REQUIRE(page.images.size() == 1);
  CHECK(page.images[0].end == page.text.size());
  const biaoshen::Box& box = std::get<OnPage>(page.words.back().place).box;
  CHECK(box.left == Approx(60 * kMm).margin(0.5));
  CHECK(box.top == Approx(160 * kMm).margin(0.5));
}

TEST_CASE("pictures that cannot be read leave the page failed, with the reason") {
  const Document damaged = read_ofd_with(picture_page("0 0 210 297", "", "no picture"), line_in);
  CHECK(damaged.status == FileStatus::partial);
  CHECK(damaged.pages[0].source == Source::failed);
  CHECK(damaged.has_problem("picture-format"));
  const Document missing = read_ofd_with(picture_page("0 0 210 297", "", ""), line_in);
  CHECK(missing.status == FileStatus::partial);
  CHECK(missing.pages[0].source == Source::failed);
  const Document unread = read_ofd_with(picture_page("0 0 210 297", "", drawn_png(800, 1000)), {});
  CHECK(unread.status == FileStatus::partial);
  CHECK(unread.pages[0].source == Source::failed);
  CHECK(unread.has_problem("needs-ocr"));
}

TEST_CASE("a crop is cut from the picture, pages of letters have none") {
  const std::string bytes =
      picture_page("50 150 80 100", ofd_text(20, 20, 5, "正文"), drawn_png(800, 1000));
  const MemoryFile file(bytes, "a.ofd");
  const auto box = [](double left, double top, double right, double bottom) {
    return biaoshen::Box{static_cast<float>(left * kMm), static_cast<float>(top * kMm),
                         static_cast<float>(right * kMm), static_cast<float>(bottom * kMm)};
  };
  const std::vector<CropRequest> requests = {{1, box(55, 155, 65, 165), 72, 0},
                                             {1, box(110, 220, 120, 230), 72, 0},
                                             {1, box(20, 20, 30, 30), 72, 0},
                                             {9, box(55, 155, 65, 165), 72, 0}};
  const std::vector<Crop> crops = crop_ofd(file.open(), requests, {});
  REQUIRE(crops.size() == 4);
  CHECK(crops[0].width == Approx(10 * kMm).margin(2));
  REQUIRE_FALSE(crops[0].rgb.empty());
  CHECK(crops[0].rgb[0] == '\0');
  REQUIRE_FALSE(crops[1].rgb.empty());
  CHECK(crops[1].rgb[0] == '\xFF');
  CHECK(crops[2].rgb.empty());
  CHECK(crops[3].rgb.empty());
}

}  // namespace biaoshen
