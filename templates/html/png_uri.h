// A PNG as a data: URI with its size, so that a page carries its images and keeps their room.
//
// It refuses what does not begin like a PNG: nothing else may get into an image of the page.
//
// Tested by tests/templates/png_uri_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace biaoshen {

struct PngUri {
  std::string uri;
  std::uint32_t width = 0, height = 0;  // pixels
};
std::optional<PngUri> png_uri(std::string_view png);

}  // namespace biaoshen
