#include "extractors/pictures/decode_picture.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/pictures/drawing.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

int across(const DecodedPicture& picture) {
  return pixGetWidth(picture.pix.get());
}
int down(const DecodedPicture& picture) {
  return pixGetHeight(picture.pix.get());
}
bool is_near(Ink a, Ink b) {
  return std::abs(a.red - b.red) < 12 && std::abs(a.green - b.green) < 12 &&
         std::abs(a.blue - b.blue) < 12;
}

// 90 × 60, its top left quarter blue, its top right orange.
PixPtr flag() {
  PixPtr pix = paper(90, 60);
  fill(pix.get(), 0, 0, 45, 30, {30, 60, 200});
  fill(pix.get(), 45, 0, 45, 30, {240, 120, 20});
  return pix;
}

// A JPEG with an APP1 segment whose only tag is the orientation.
std::string with_orientation(const std::string& jpeg, char orientation) {
  const std::string tiff =
      "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s;
  const std::string body = "Exif\0\0"s + tiff;
  const auto length = static_cast<char>(body.size() + 2);
  return jpeg.substr(0, 2) + "\xFF\xE1\0"s + length + body + jpeg.substr(2);
}

std::string bmp_of_two(bool has_runs) {
  const std::string size = has_runs ? "\x04\0\0\0\x02\0\0\0"s : "\x02\0\0\0\xFE\xFF\xFF\xFF"s;
  const std::string bits = has_runs ? "\x08\0\x01\0\0\0"s : "\x18\0\0\0\0\0"s;
  const std::string header = "\x28\0\0\0"s + size + "\x01\0"s + bits + std::string(20, '\0');
  const std::string palette = has_runs ? "\0\0\xFF\0\xFF\0\0\0"s + std::string(254 * 4, '\0') : "";
  const std::string pixels = has_runs ? "\x04\x01\0\0\x02\0\x02\x01\0\x01"s
                                      : "\0\0\xFF\0\xFF\0\0\0\xFF\0\0\xFF\xFF\xFF\0\0"s;
  const auto start = static_cast<unsigned>(54 + palette.size());
  return "BM\0\0\0\0\0\0\0\0"s + static_cast<char>(start & 255) + static_cast<char>(start >> 8) +
         "\0\0"s + header + palette + pixels;
}

}  // namespace

TEST_CASE("the usual formats give the pixels that were put in") {
  const PixPtr pix = flag();
  for (const std::string& bytes : {as_png(*pix), as_jpeg(*pix), as_tiff(*pix, IFF_TIFF_LZW),
                                   as_tiff(*pix, IFF_TIFF_ZIP), as_tiff(*pix, IFF_TIFF_JPEG)}) {
    const DecodedPicture decoded = decode_picture(bytes, 1, {});
    REQUIRE(decoded.pix);
    CHECK(decoded.problem.empty());
    CHECK(pixGetDepth(decoded.pix.get()) == 32);
    CHECK(is_near(pixel(*decoded.pix, 10, 10), {30, 60, 200}));
    CHECK(is_near(pixel(*decoded.pix, 80, 10), {240, 120, 20}));
    CHECK(is_near(pixel(*decoded.pix, 80, 50), {255, 255, 255}));
  }
}

TEST_CASE("one bit, palettes and sixteen bits become plain pixels") {
  const PixPtr pix = flag(), grey(pixConvertTo8(pix.get(), 0));
  const PixPtr bits(pixThresholdToBinary(grey.get(), 128)), wide(pixConvert8To16(grey.get(), 8));
  const PixPtr palette(pixFewColorsOctcubeQuant1(pix.get(), 4));
  for (const std::string& bytes : {as_png(*bits), as_tiff(*bits, IFF_TIFF_G4)}) {
    const DecodedPicture decoded = decode_picture(bytes, 1, {});
    REQUIRE(decoded.pix);
    CHECK(pixGetDepth(decoded.pix.get()) == 8);
    CHECK(pixel(*decoded.pix, 10, 10).red == 0);
    CHECK(pixel(*decoded.pix, 10, 50).red == 255);
  }
  const DecodedPicture indexed = decode_picture(as_png(*palette), 1, {});
  REQUIRE(indexed.pix);
  CHECK(pixGetColormap(indexed.pix.get()) == nullptr);
  CHECK(is_near(pixel(*indexed.pix, 10, 10), {30, 60, 200}));
  const DecodedPicture deep = decode_picture(as_png(*wide), 1, {});
  REQUIRE(deep.pix);
  CHECK(std::abs(pixel(*deep.pix, 10, 50).red - 255) < 2);
}

TEST_CASE("what is transparent is paper") {
  PixPtr pix = flag();
  PixPtr alpha(pixCreate(90, 60, 8));
  pixSetRGBComponent(pix.get(), alpha.get(), L_ALPHA_CHANNEL);
  pixSetSpp(pix.get(), 4);
  const DecodedPicture decoded = decode_picture(as_png(*pix), 1, {});
  REQUIRE(decoded.pix);
  CHECK(pixGetSpp(decoded.pix.get()) == 3);
  CHECK(is_near(pixel(*decoded.pix, 10, 10), {255, 255, 255}));
}

TEST_CASE("EXIF says which way is up") {
  const std::string jpeg = as_jpeg(*flag());
  // Where the blue quarter of the stored picture stands when it is seen.
  struct Seen {
    char orientation;
    int width, height, x, y;
  };
  for (const Seen& seen :
       {Seen{1, 90, 60, 10, 10}, Seen{2, 90, 60, 80, 10}, Seen{3, 90, 60, 80, 50},
        Seen{4, 90, 60, 10, 50}, Seen{5, 60, 90, 10, 10}, Seen{6, 60, 90, 50, 10},
        Seen{7, 60, 90, 50, 80}, Seen{8, 60, 90, 10, 80}}) {
    const DecodedPicture decoded = decode_picture(with_orientation(jpeg, seen.orientation), 1, {});
    REQUIRE(decoded.pix);
    INFO("orientation " << int{seen.orientation});
    CHECK(across(decoded) == seen.width);
    CHECK(down(decoded) == seen.height);
    CHECK(is_near(pixel(*decoded.pix, seen.x, seen.y), {30, 60, 200}));
  }
  CHECK(across(decode_picture(with_orientation(jpeg, 9), 1, {})) == 90);
}

TEST_CASE("a cut picture gives what is there, and says so") {
  PixPtr pix = paper(400, 400);
  print_lines(pix.get(), 10, 10, 380, 9, 20);
  add_noise(pix.get(), 20);
  for (const std::string& whole : {as_png(*pix), as_jpeg(*pix)}) {
    const DecodedPicture decoded =
        decode_picture(std::string_view(whole).substr(0, whole.size() / 2), 1, {});
    CHECK(decoded.problem == "damaged-image");
    REQUIRE(decoded.pix);
    CHECK(down(decoded) == 400);
    const PixPtr complete = std::move(decode_picture(whole, 1, {}).pix);
    REQUIRE(complete);
    CHECK(is_near(pixel(*decoded.pix, 33, 50), pixel(*complete, 33, 50)));
    CHECK(is_near(pixel(*decoded.pix, 33, 395), {255, 255, 255}));
  }
}

TEST_CASE("nothing that a file holds throws or crashes") {
  const PixPtr pix = flag();
  for (const std::string& whole : {as_png(*pix), as_jpeg(*pix), as_tiff(*pix, IFF_TIFF_LZW),
                                   with_orientation(as_jpeg(*pix), 6), bmp_of_two(true)}) {
    for (std::size_t size = 0; size < whole.size(); size += 1 + size / 40)
      decode_picture(std::string_view(whole).substr(0, size), 1, {});
    for (std::size_t at = 0; at < whole.size(); at += 1 + at / 40) {
      std::string bent = whole;
      bent[at] = static_cast<char>(bent[at] ^ 0x5A);
      const DecodedPicture decoded = decode_picture(bent, 1, {});
      CHECK((decoded.pix || !decoded.problem.empty()));
    }
  }
  CHECK(decode_picture("", 1, {}).problem == "damaged-image");
  CHECK(decode_picture("no picture at all", 1, {}).problem == "damaged-image");
}

TEST_CASE("a picture over the limits is refused by its header") {
  Limits limits;
  limits.megapixels = 1;
  const PixPtr pix = grey_paper(1100, 1000);
  for (const std::string& bytes : {as_png(*pix), as_jpeg(*pix), as_tiff(*pix, IFF_TIFF_LZW)}) {
    const DecodedPicture decoded = decode_picture(bytes, 1, limits);
    CHECK(decoded.problem == "image-limit");
    CHECK_FALSE(decoded.pix);
  }
  limits = {};
  limits.image_side = 1050;
  CHECK(decode_picture(as_png(*pix), 1, limits).problem == "image-limit");
  std::string bomb = as_png(*pix);
  bomb.replace(16, 8, "\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF");
  CHECK(decode_picture(bomb, 1, {}).problem == "image-limit");
  const std::string gif = "GIF89a\xFF\xFF\xFF\xFF\0\0\0,\0\0\0\0\xFF\xFF\xFF\xFF\0\x02\0;"s;
  CHECK(decode_picture(gif, 1, {}).problem == "image-limit");
}

TEST_CASE("a picture that states a small size first is not believed") {
  std::string png = as_png(*grey_paper(1100, 1000));
  png.insert(8, "\0\0\0\x08teSt\0\0\0\x01\0\0\0\x01\0\0\0\0"s);
  CHECK_FALSE(decode_picture(png, 1, {}).pix);
  const auto codestream = [](const std::string& side) {
    return "\xFF\x4F\xFF\x51\0\x29\0\0"s + side + side + std::string(24, '\0') +
           "\0\x01\x07\x01\x01"s;
  };
  const std::string jp2 =
      "\0\0\0\x0CjP  \r\n\x87\n"s + codestream("\0\0\0\x01"s) + codestream("\0\x01\0\0"s);
  CHECK(decode_picture(jp2, 1, {}).problem == "image-limit");
}

TEST_CASE("a page of a TIFF is chosen by its number") {
  const PixPtr first = flag(), second = grey_paper(50, 40);
  Pixa* pages = pixaCreate(2);
  pixaAddPix(pages, first.get(), L_COPY);
  pixaAddPix(pages, second.get(), L_COPY);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  REQUIRE(pixaWriteMemMultipageTiff(&data, &size, pages) == 0);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  pixaDestroy(&pages);
  CHECK(across(decode_picture(bytes, 1, {})) == 90);
  CHECK(across(decode_picture(bytes, 2, {})) == 50);
  CHECK_FALSE(decode_picture(bytes, 3, {}).pix);
  CHECK_FALSE(decode_picture(as_png(*first), 2, {}).pix);
}

TEST_CASE("BMP from the top and BMP in runs") {
  const DecodedPicture plain = decode_picture(bmp_of_two(false), 1, {});
  REQUIRE(plain.pix);
  CHECK(is_near(pixel(*plain.pix, 0, 0), {255, 0, 0}));
  CHECK(is_near(pixel(*plain.pix, 1, 0), {0, 255, 0}));
  CHECK(is_near(pixel(*plain.pix, 0, 1), {0, 0, 255}));
  const DecodedPicture runs = decode_picture(bmp_of_two(true), 1, {});
  REQUIRE(runs.pix);
  CHECK(runs.problem.empty());
  CHECK(is_near(pixel(*runs.pix, 3, 1), {0, 0, 255}));
  CHECK(is_near(pixel(*runs.pix, 0, 0), {255, 0, 0}));
  CHECK(is_near(pixel(*runs.pix, 3, 0), {0, 0, 255}));
}

TEST_CASE("resolution counts where it can be true") {
  PixPtr pix = grey_paper(1240, 600);
  pixSetResolution(pix.get(), 150, 150);
  CHECK(decode_picture(as_png(*pix), 1, {}).dpi == Approx(150).margin(1));
  pixSetResolution(pix.get(), 1, 1);
  CHECK(decode_picture(as_jpeg(*pix), 1, {}).dpi == 0);
}

}  // namespace biaoshen
