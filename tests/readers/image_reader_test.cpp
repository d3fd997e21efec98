// Claims about pictures: what their headers say, and which are refused by it.
#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "extractors/readers/pictures/image_header.h"
#include "extractors/readers/reader_table.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

using namespace std::string_literals;

namespace biaoshen {

namespace {

std::string big(std::uint64_t number, int count) {
  return number_bytes(number, count, true);
}

std::string exif(int orientation) {
  return "\xFF\xE1"s + big(2 + 6 + 26, 2) + "Exif\0\0MM\0*"s + big(8, 4) + big(1, 2) + big(274, 2) +
         big(3, 2) + big(1, 4) + big(static_cast<std::uint64_t>(orientation), 2) + big(0, 2) +
         big(0, 4);
}
std::string jpeg_of(std::uint32_t width, std::uint32_t height, const std::string& more = "") {
  return "\xFF\xD8"s + more + "\xFF\xC0"s + big(8, 2) + "\x08" + big(height, 2) + big(width, 2) +
         "\x01" + "\xFF\xDA"s + big(2, 2) + "scan" + "\xFF\xD9"s;
}
// A TIFF of pages one after the other; the last one points to `last_next`.
std::string tiff_of(int pages, std::uint32_t last_next = 0) {
  std::string bytes = "II*\0"s + little(8, 4);
  for (int i = 0; i < pages; ++i) {
    const std::size_t next = 8 + 30 * static_cast<std::size_t>(i + 1);
    bytes += little(2, 2) + little(256, 2) + little(3, 2) + little(1, 4) + little(320, 4) +
             little(257, 2) + little(4, 2) + little(1, 4) + little(200, 4) +
             little(i + 1 < pages ? next : last_next, 4);
  }
  return bytes;
}
std::string white_png(int width, int height) {
  Pix* pix = pixCreate(width, height, 8);
  pixSetAll(pix);
  unsigned char* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMem(&bytes, &size, pix, IFF_PNG);
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  pixDestroy(&pix);
  return png;
}
ImageHeader header_of(const std::string& bytes) {
  return read_image_header(MemoryBytes(bytes, bytes.size()));
}
void check_size(const std::string& bytes, std::string_view format, std::uint32_t width,
                std::uint32_t height) {
  const ImageHeader header = header_of(bytes);
  CHECK(header.format == format);
  REQUIRE(header.pages.size() == 1);
  CHECK(header.pages[0].width == width);
  CHECK(header.pages[0].height == height);
  CHECK_FALSE(header.is_cut);
}

}  // namespace

TEST_CASE("of a size that a TIFF says twice the larger counts") {
  std::string twice = "II*\0"s + little(8, 4) + little(3, 2);
  for (const int width : {40'000, 1})
    twice += little(256, 2) + little(4, 2) + little(1, 4) + little(width, 4);
  twice += little(257, 2) + little(4, 2) + little(1, 4) + little(200, 4) + little(0, 4);
  check_size(twice, "tiff", 40'000, 200);
}

TEST_CASE("a PNG that is to be turned has the size that it is shown with") {
  const std::string tiff = "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"s;
  const std::string chunk = "\0\0\0"s + static_cast<char>(tiff.size()) + "eXIf" + tiff + "sum.";
  std::string png = white_png(4, 2);
  png.insert(33, chunk);  // behind IHDR
  check_size(png, "png", 2, 4);
}

TEST_CASE("the size of a picture is in its header, in every format") {
  check_size(png_of(320, 200), "png", 320, 200);
  check_size(jpeg_of(320, 200), "jpeg", 320, 200);
  check_size(tiff_of(1), "tiff", 320, 200);
  check_size("GIF89a"s + little(320, 2) + little(200, 2), "gif", 320, 200);
  check_size("BM"s + little(30, 4) + little(0, 4) + little(26, 4) + little(40, 4) + little(320, 4) +
                 little(0x100000000 - 200, 4) + "xxxx",
             "bmp", 320, 200);
  check_size("RIFF"s + little(22, 4) + "WEBPVP8X" + little(10, 4) + little(0, 4) + little(319, 3) +
                 little(199, 3),
             "webp", 320, 200);
}

TEST_CASE("a picture that lies on its side is shown upright") {
  check_size(jpeg_of(320, 200, exif(6)), "jpeg", 200, 320);
  check_size(jpeg_of(320, 200, exif(3)), "jpeg", 320, 200);
}

TEST_CASE("a picture is a page in points") {
  const Document document = read_bytes(white_png(960, 480), "截图.png");
  CHECK(document.format == "png");
  CHECK(document.status == FileStatus::read);
  REQUIRE(document.pages.size() == 1);
  const Page& page = document.pages[0];
  CHECK(page.width == 720);
  CHECK(page.height == 360);
  CHECK(page.source == Source::blank);
  CHECK(document.has_problem("blank-page"));
  REQUIRE(page.images.size() == 1);
  CHECK(page.images[0].box == Box{0, 0, 720, 360});
}

TEST_CASE("a picture of which nothing can be decoded is unreadable, its page failed") {
  const Document document = read_bytes(jpeg_of(960, 480), "截图.jpg");
  CHECK(document.format == "jpeg");
  CHECK(document.status == FileStatus::unreadable);
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].source == Source::failed);
  CHECK(document.pages[0].reason == "damaged-image");
  CHECK(document.has_problem("damaged-image"));
}

TEST_CASE("a picture is cut where a page of it was quoted") {
  const MemoryFile file(white_png(960, 480), "a.png");
  const std::vector<CropRequest> requests = {{1, {12, 12, 84, 48}, 96}, {2, {10, 10, 20, 20}, 96}};
  const std::vector<Crop> crops = crop_file(file.open(), requests, Limits());
  REQUIRE(crops.size() == 2);
  CHECK(crops[0].width == 96);
  CHECK(crops[0].height == 48);
  CHECK(crops[1].rgb.empty());
}

TEST_CASE("pictures that end too early are partial, with a tail behind them noted") {
  std::string cut = png_of(320, 200);
  cut.resize(cut.size() - 6);
  CHECK(read_bytes(cut, "a.png").has_problem("damaged-image"));
  std::string scan = jpeg_of(320, 200);
  scan.resize(scan.size() - 2);
  CHECK(read_bytes(scan, "a.jpg").has_problem("damaged-image"));
  CHECK(read_bytes(png_of(320, 200) + "PK", "a.png").has_problem("trailing-data"));
  CHECK_FALSE(read_bytes(png_of(320, 200), "a.png").has_problem("trailing-data"));
}

TEST_CASE("pictures of no size are unreadable and those of absurd size refused") {
  CHECK(read_bytes(png_of(0, 200), "a.png").status == FileStatus::unreadable);
  CHECK(read_bytes("\x89PNG\r\n\x1A\n"s, "a.png").status == FileStatus::unreadable);
  for (const auto& [width, height] : {std::pair(60000u, 10u), std::pair(20000u, 20000u)}) {
    const Document document = read_bytes(png_of(width, height), "a.png");
    CHECK(document.status == FileStatus::refused);
    CHECK(document.has_problem("image-limit"));
    CHECK(document.pages.empty());
  }
}

TEST_CASE("a JPEG that would be gone over hundreds of times is refused by its scans") {
  const std::string scan = "\xFF\xDA"s + big(2, 2) + "scan";
  std::string scans;
  for (int i = 0; i < 199; ++i) scans += scan;
  const std::string jpeg = jpeg_of(30, 20);
  const std::string body = jpeg.substr(0, jpeg.size() - 2), end = jpeg.substr(jpeg.size() - 2);
  CHECK(read_bytes(body + scans + end, "a.jpg").status != FileStatus::refused);
  const Document document = read_bytes(body + scans + scan + end, "a.jpg");
  CHECK(document.status == FileStatus::refused);
  CHECK(document.has_problem("image-limit"));
}

TEST_CASE("the pages of a TIFF are counted up to a limit and never in circles") {
  CHECK(read_bytes(tiff_of(3), "a.tif").pages.size() == 3);
  const Document many = read_bytes(tiff_of(300), "a.tif");
  CHECK(many.pages.size() == 200);
  CHECK(many.has_problem("page-limit"));
  Limits two;
  two.pages = 2;
  const Document fewer = read_bytes(tiff_of(3), "a.tif", two);
  CHECK(fewer.pages.size() == 2);
  CHECK(fewer.has_problem("page-limit"));
  const Document round = read_bytes(tiff_of(3, 8), "a.tif");
  CHECK(round.pages.size() == 3);
  CHECK(round.has_problem("damaged-image"));
}

TEST_CASE("no beginning of a picture makes its header parser stumble") {
  for (const std::string& whole : {png_of(3, 2), jpeg_of(3, 2, exif(6)), tiff_of(2), "GIF89a"s,
                                   "RIFF\0\0\0\0WEBPVP8L"s, "BM"s}) {
    for (std::size_t size = 0; size < whole.size(); ++size)
      CHECK(header_of(whole.substr(0, size)).pages.size() <= 2);
  }
}

}  // namespace biaoshen
