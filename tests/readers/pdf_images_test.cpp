// Claims about pixels and places of the images of a page.
#include "extractors/readers/pdf/pdf_images.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_draw.h"
#include "extractors/readers/pdf/pdf_open.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {
namespace {

using testing::drawn;
using testing::pdf_of;
using testing::PdfImage;
using testing::PdfPage;

// A page of a PDF in memory, walked.
struct OnePage {
  explicit OnePage(const PdfPage& page, const Limits& with = {})
      : file(pdf_of({page}), "x.pdf"), pdf(open_pdf(file.open())), limits(with) {
    REQUIRE(pdf.document);
    walk = walk_page(*pdf.document, 1);
  }
  PagePicture stored(std::size_t image = 0) {
    PagePicture taken;
    take_images(*pdf.document, 1, {image}, limits,
                [&](std::size_t, PagePicture picture) { taken = std::move(picture); });
    return taken;
  }
  PagePicture displayed(std::size_t image = 0) {
    return as_displayed(stored(image), walk.images.at(image).shown);
  }
  MemoryFile file;
  OpenedPdf pdf;
  Limits limits;
  PageWalk walk;
};

std::array<int, 3> rgb_at(const PixPtr& pix, int x, int y) {
  REQUIRE(pix);
  l_uint32 value = 0;
  pixGetPixel(pix.get(), x, y, &value);
  if (pixGetDepth(pix.get()) == 8)
    return {static_cast<int>(value), static_cast<int>(value), static_cast<int>(value)};
  l_int32 red = 0, green = 0, blue = 0;
  extractRGBValues(value, &red, &green, &blue);
  return {red, green, blue};
}

std::string grey_dictionary(int width, int height, const std::string& more = "") {
  return "/Width " + std::to_string(width) + " /Height " + std::to_string(height) +
         " /ColorSpace /DeviceGray /BitsPerComponent 8 " + more;
}

using Rgb3 = std::array<int, 3>;

// A wide picture, grey, dark in its first pixels of row 0 only: it shows every turn and mirror.
constexpr int kWide = 40, kHigh = 20;
PdfImage corner_image() {
  std::string samples(kWide * kHigh, '\xC8');
  for (int y = 0; y < 5; ++y)
    for (int x = 0; x < 10; ++x) samples[static_cast<std::size_t>(y * kWide + x)] = '\x10';
  return {grey_dictionary(kWide, kHigh), samples};
}

}  // namespace

TEST_CASE("grey and colour samples come as they are stored") {
  OnePage grey({drawn("100 0 0 100 50 600"),
                "[0 0 600 800]",
                "",
                {{grey_dictionary(2, 2), std::string("\x00\x40\x80\xFF", 4)}}});
  const PagePicture picture = grey.stored();
  CHECK(pixGetDepth(picture.pix.get()) == 8);
  CHECK(rgb_at(picture.pix, 0, 0)[0] == 0);
  CHECK(rgb_at(picture.pix, 1, 0)[0] == 0x40);
  CHECK(rgb_at(picture.pix, 0, 1)[0] == 0x80);
  CHECK(rgb_at(picture.pix, 1, 1)[0] == 0xFF);

  OnePage colour({drawn("100 0 0 100 50 600"),
                  "[0 0 600 800]",
                  "",
                  {{"/Width 2 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8",
                    std::string("\xC8\x0A\x14\x00\x96\x01", 6)}}});
  CHECK(rgb_at(colour.stored().pix, 0, 0) == Rgb3{200, 10, 20});
  CHECK(rgb_at(colour.stored().pix, 1, 0) == Rgb3{0, 150, 1});
}

TEST_CASE("Decode arrays and palettes are followed") {
  OnePage inverted({drawn("9 0 0 9 5 6"),
                    "[0 0 60 80]",
                    "",
                    {{grey_dictionary(2, 1, "/Decode [1 0]"), std::string("\x00\xFF", 2)}}});
  CHECK(rgb_at(inverted.stored().pix, 0, 0)[0] == 255);
  CHECK(rgb_at(inverted.stored().pix, 1, 0)[0] == 0);
  OnePage cmyk({drawn("9 0 0 9 5 6"),
                "[0 0 60 80]",
                "",
                {{"/Width 2 /Height 1 /ColorSpace /DeviceCMYK /BitsPerComponent 8 "
                  "/Decode [1 0 1 0 1 0 1 0]",
                  std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8)}}});
  CHECK(rgb_at(cmyk.stored().pix, 0, 0)[0] > 240);
  CHECK(rgb_at(cmyk.stored().pix, 1, 0)[0] < 60);
  OnePage rgb({drawn("9 0 0 9 5 6"),
               "[0 0 60 80]",
               "",
               {{"/Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                 "/Decode [1 0 1 0 1 0]",
                 std::string("\xFF\x00\x80", 3)}}});
  CHECK(rgb_at(rgb.stored().pix, 0, 0) == Rgb3{0, 255, 127});
  OnePage palette({drawn("9 0 0 9 5 6"),
                   "[0 0 60 80]",
                   "",
                   {{"/Width 2 /Height 1 /ColorSpace [/Indexed /DeviceRGB 1 <C80A14 009601>] "
                     "/BitsPerComponent 8",
                     std::string("\x01\x00", 2)}}});
  CHECK(rgb_at(palette.stored().pix, 0, 0) == Rgb3{0, 150, 1});
  CHECK(rgb_at(palette.stored().pix, 1, 0) == Rgb3{200, 10, 20});
}

TEST_CASE("one bit is black on white whatever the sample that means black") {
  const std::string bits("\x80", 1);  // 1 0 0 0
  const std::string size = "/Width 4 /Height 1 /BitsPerComponent 1 ";
  const auto first_two = [&](const std::string& more, const std::string& before = "") {
    OnePage page({before + drawn("9 0 0 9 5 6"), "[0 0 60 80]", "", {{size + more, bits}}});
    const PagePicture picture = page.stored();
    return std::pair(rgb_at(picture.pix, 0, 0), rgb_at(picture.pix, 1, 0));
  };
  const Rgb3 black{0, 0, 0}, white{255, 255, 255};
  CHECK(first_two("/ColorSpace /DeviceGray") == std::pair(white, black));
  CHECK(first_two("/ColorSpace /DeviceGray /Decode [1 0]") == std::pair(black, white));
  CHECK(first_two("/ImageMask true") == std::pair(white, black));
  CHECK(first_two("/ImageMask true /Decode [1 0]") == std::pair(black, white));
  CHECK(first_two("/ImageMask true /Decode [1 0]", "0.8 0 0 rg ") ==
        std::pair(Rgb3{204, 0, 0}, white));
  // White ink on white paper would be lost.
  CHECK(first_two("/ImageMask true /Decode [1 0]", "1 1 1 rg ") == std::pair(black, white));
}

TEST_CASE("what a soft mask hides is paper") {
  OnePage page({drawn("9 0 0 9 5 6"),
                "[0 0 60 80]",
                "",
                {{grey_dictionary(2, 1), std::string("\x10\x10", 2), grey_dictionary(2, 1),
                  std::string("\xFF\x00", 2)}}});
  CHECK(rgb_at(page.stored().pix, 0, 0)[0] == 0x10);
  CHECK(rgb_at(page.stored().pix, 1, 0)[0] == 255);
}

TEST_CASE("a JPEG comes as its own decoder gives it") {
  PixPtr drawing(pixCreate(64, 48, 8));
  for (int y = 0; y < 48; ++y)
    for (int x = 0; x < 64; ++x) pixSetPixel(drawing.get(), x, y, static_cast<l_uint32>(4 * x));
  l_uint8* data = nullptr;
  std::size_t size = 0;
  REQUIRE(pixWriteMemJpeg(&data, &size, drawing.get(), 90, 0) == 0);
  const std::string jpeg(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  PixPtr decoded(
      pixReadMemJpeg(reinterpret_cast<const l_uint8*>(jpeg.data()), jpeg.size(), 0, 1, nullptr, 0));
  OnePage page({drawn("64 0 0 48 5 6"),
                "[0 0 100 80]",
                "",
                {{grey_dictionary(64, 48, "/Filter /DCTDecode"), jpeg}}});
  const PagePicture picture = page.stored();
  REQUIRE(picture.pix);
  l_int32 same = 0;
  pixEqual(picture.pix.get(), decoded.get(), &same);
  CHECK(same == 1);
  CHECK(page.walk.images[0].image.format == "jpeg");
}

TEST_CASE("an inline image has pixels, and what follows it is read") {
  OnePage page(
      {"q 9 0 0 9 5 6 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x11\x99 EI Q\n" + drawn("9 0 0 9 25 6"),
       "[0 0 60 80]",
       "",
       {{grey_dictionary(1, 1), "\x55"}}});
  REQUIRE(page.walk.images.size() == 2);
  CHECK(rgb_at(page.stored(0).pix, 1, 0)[0] == 0x99);
  CHECK(rgb_at(page.stored(1).pix, 0, 0)[0] == 0x55);
}

TEST_CASE("a picture over the limits is refused before it is decoded") {
  Limits limits;
  limits.megapixels = 1;
  OnePage page({drawn("9 0 0 9 5 6"), "[0 0 60 80]", "", {{grey_dictionary(2000, 1000), "x"}}},
               limits);
  CHECK_FALSE(page.stored().pix);
  CHECK(page.stored().problem == "image-limit");
  limits = {};
  limits.image_side = 100;
  OnePage side({drawn("9 0 0 9 5 6"), "[0 0 60 80]", "", {{grey_dictionary(200, 1), "x"}}}, limits);
  CHECK(side.stored().problem == "image-limit");
}

TEST_CASE("a picture that breaks off is white from there") {
  OnePage page({drawn("9 0 0 9 5 6"), "[0 0 60 80]", "", {{grey_dictionary(2, 3), "\x01\x02"}}});
  const PagePicture picture = page.stored();
  CHECK(rgb_at(picture.pix, 1, 0)[0] == 2);
  CHECK(pixGetHeight(picture.pix.get()) == 3);
}

TEST_CASE("a fine one-bit scan is reduced to grey, and its map knows") {
  const int wide = 3200, high = 3200;
  OnePage page({drawn("400 0 0 400 100 200"),
                "[0 0 600 800]",
                "",
                {{"/Width 3200 /Height 3200 /BitsPerComponent 1 /ColorSpace /DeviceGray",
                  std::string(wide / 8 * high, '\0')}}});
  const PagePicture picture = page.displayed();
  REQUIRE(picture.pix);
  CHECK(pixGetDepth(picture.pix.get()) == 8);
  CHECK(pixGetWidth(picture.pix.get()) < 2200);
  const Box box = picture.to_page.apply({0, 0, static_cast<float>(pixGetWidth(picture.pix.get())),
                                         static_cast<float>(pixGetHeight(picture.pix.get()))});
  CHECK(box.left == Approx(100).margin(0.1));
  CHECK(box.top == Approx(200).margin(0.1));
  CHECK(box.right == Approx(500).margin(0.1));
}

TEST_CASE("a picture is turned as the page shows it, and its pixels are found on the page") {
  // Eight ways to place the same picture in a square of 400 × 400 at (100, 200).
  const std::vector<std::string> ways = {"400 0 0 400 100 200",  "-400 0 0 400 500 200",
                                         "400 0 0 -400 100 600", "-400 0 0 -400 500 600",
                                         "0 400 400 0 100 200",  "0 400 -400 0 500 200",
                                         "0 -400 400 0 100 600", "0 -400 -400 0 500 600"};
  for (const std::string& way : ways)
    for (const int rotation : {0, 90, 180, 270}) {
      CAPTURE(way, rotation);
      OnePage page({drawn(way),
                    "[0 0 600 800]",
                    "/CropBox [50 60 600 800] /Rotate " + std::to_string(rotation),
                    {corner_image()}});
      const PagePicture seen = page.displayed();
      REQUIRE(seen.pix);
      const PixPtr whole = std::move(draw_page(*page.pdf.document, 1, page.walk).pix);
      REQUIRE(whole);
      const double scale = pixGetWidth(whole.get()) / double(page.walk.width);
      // The middle of each ninth of the picture looks the same on the drawn page.
      const int wide = pixGetWidth(seen.pix.get()), high = pixGetHeight(seen.pix.get());
      int dark = 0;
      for (int i = 1; i < 10; i += 2)
        for (int j = 1; j < 10; j += 2) {
          const int x = wide * i / 10, y = high * j / 10;
          const Box at = seen.to_page.apply({x + 0.5f, y + 0.5f, x + 0.5f, y + 0.5f});
          const int here = rgb_at(seen.pix, x, y)[0];
          CHECK(rgb_at(whole, static_cast<int>(at.left * scale),
                       static_cast<int>(at.top * scale))[0] == Approx(here).margin(40));
          if (here < 100) ++dark;
        }
      CHECK(dark >= 1);
      CHECK(seen.to_page.m[0] > 0);
      CHECK(seen.to_page.m[4] > 0);
    }
}

TEST_CASE("what a clip cuts off is not in the picture") {
  OnePage page({"q 100 200 200 400 re W n " + drawn("400 0 0 400 100 200") + " Q\n",
                "[0 0 600 800]",
                "",
                {corner_image()}});
  const PagePicture picture = page.displayed();
  REQUIRE(picture.pix);
  const Box box = picture.to_page.apply({0, 0, static_cast<float>(pixGetWidth(picture.pix.get())),
                                         static_cast<float>(pixGetHeight(picture.pix.get()))});
  CHECK(box.left == Approx(100).margin(1));
  CHECK(box.right == Approx(300).margin(12));
  CHECK(box.bottom == Approx(600).margin(1));
}

TEST_CASE("squashed pixels are made square") {
  OnePage page({drawn("400 0 0 400 100 200"), "[0 0 600 800]", "", {corner_image()}});
  const PagePicture picture = page.displayed();  // 40 × 20 shown as a square
  CHECK(pixGetWidth(picture.pix.get()) == pixGetHeight(picture.pix.get()));
}

TEST_CASE("however large the page, its drawing is bounded; where print is lost there is none") {
  OnePage large({"", "[0 0 5000 7000]"});
  const PagePicture picture = draw_page(*large.pdf.document, 1, large.walk);
  REQUIRE(picture.pix);
  CHECK(double(pixGetWidth(picture.pix.get())) * pixGetHeight(picture.pix.get()) < 12.1e6);
  OnePage absurd({"", "[0 0 14000000 14000000]"});
  CHECK_FALSE(draw_page(*absurd.pdf.document, 1, absurd.walk).pix);
}

TEST_CASE("diagonal letters are counted, not drawn for recognition and no content") {
  OnePage page({"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (WATERMARK) Tj ET\n"});
  CHECK(page.walk.diagonal == 9);
  CHECK(page.walk.characters == 0);
  CHECK(page.walk.words.empty());
  const PagePicture picture = draw_page(*page.pdf.document, 1, page.walk);
  const PixPtr ink(pixConvertTo1(picture.pix.get(), 250));
  l_int32 blank = 0;
  pixZero(ink.get(), &blank);
  CHECK(blank == 1);
}

}  // namespace biaoshen
