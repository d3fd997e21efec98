// Crops become small files and keep what a reviewer has to see in them.
#include "pipeline/stages/png_writer.h"

#include <catch2/catch.hpp>

#include "decoded_png.h"

using namespace biaoshen;

namespace {

std::string pixel(int red, int green, int blue) {
  return {static_cast<char>(red), static_cast<char>(green), static_cast<char>(blue)};
}
std::string frame_ink() {
  return pixel(kFrameInk[0], kFrameInk[1], kFrameInk[2]);
}

// 100 by 100 pixels: each of all greys in turn, then `count` pixels of `ink`.
Crop greys_with(const std::string& ink, std::size_t count) {
  Crop crop{100, 100, {}};
  for (int i = 0; i < 100 * 100; ++i) crop.rgb += pixel(i % 256, i % 256, i % 256);
  for (std::size_t i = 0; i < count; ++i) crop.rgb.replace(3 * i, 3, ink);
  return crop;
}

}  // namespace

TEST_CASE("print becomes fifteen greys in four bits a pixel") {
  const DecodedPng png = decoded(to_png(greys_with("", 0)));
  CHECK(png.width == 100);
  CHECK(png.height == 100);
  CHECK(png.bits == 4);
  CHECK(png.colours().size() == 15);
  CHECK(png.colours().contains(pixel(0, 0, 0)));
  CHECK(png.colours().contains(pixel(255, 255, 255)));
}

TEST_CASE("the frame keeps its ink and is no colour of the page") {
  const DecodedPng png = decoded(to_png(greys_with(frame_ink(), 2000)));
  CHECK(png.bits == 4);
  CHECK(png.rgb.substr(0, 3) == frame_ink());
}

TEST_CASE("the ink of the frame is dark in black and white") {
  CHECK(kFrameInk[0] * 0.3 + kFrameInk[1] * 0.59 + kFrameInk[2] * 0.11 < 85);
}

TEST_CASE("a seal keeps its red, to four bits") {
  const DecodedPng png = decoded(to_png(greys_with(pixel(230, 40, 45), 400)));
  CHECK(png.bits == 8);
  CHECK(png.rgb.substr(0, 3) == pixel(238, 34, 34));
}

TEST_CASE("a few coloured pixels are the noise of a scan") {
  CHECK(decoded(to_png(greys_with(pixel(230, 40, 45), 20))).bits == 4);
}

TEST_CASE("a picture of all colours keeps near ones") {
  Crop crop{64, 64, {}};
  for (int i = 0; i < 64 * 64; ++i) crop.rgb += pixel(i * 37 % 256, i * 101 % 256, i / 16);
  const DecodedPng png = decoded(to_png(crop));
  REQUIRE(png.rgb.size() == crop.rgb.size());
  CHECK(png.colours().size() > 200);
  CHECK(png.colours().size() <= 256);
  int worst = 0;
  for (std::size_t i = 0; i < png.rgb.size(); ++i)
    worst = std::max(worst, std::abs(static_cast<unsigned char>(png.rgb[i]) -
                                     static_cast<unsigned char>(crop.rgb[i])));
  CHECK(worst < 48);
}

TEST_CASE("a grey picture has no colour, whatever was in it") {
  const DecodedPng png = decoded(to_grey_png(greys_with(pixel(230, 40, 45), 400)));
  CHECK(png.bits == 4);
  for (const std::string& colour : png.colours()) CHECK(colour == std::string(3, colour[0]));
}

TEST_CASE("the same pixels give the same bytes, and nothing gives none") {
  const Crop crop = greys_with(pixel(230, 40, 45), 400);
  CHECK(to_png(crop) == to_png(crop));
  CHECK(to_png(Crop()).empty());
  CHECK(to_grey_png(Crop()).empty());
}
