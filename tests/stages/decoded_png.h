// A PNG as libpng reads it back, for tests of what was written.
#pragma once

#include <png.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>

struct DecodedPng {
  unsigned width = 0, height = 0;
  int bits = 0;  // of a pixel, as the header says
  std::string rgb;
  std::set<std::string> colours() const {
    std::set<std::string> out;
    for (std::size_t at = 0; at + 3 <= rgb.size(); at += 3) out.insert(rgb.substr(at, 3));
    return out;
  }
};

inline DecodedPng decoded(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()));
  image.format = PNG_FORMAT_RGB;
  DecodedPng out{image.width, image.height, static_cast<unsigned char>(bytes[24]),
                 std::string(PNG_IMAGE_SIZE(image), '\0')};
  REQUIRE(png_image_finish_read(&image, nullptr, out.rgb.data(), 0, nullptr));
  return out;
}
