// Claims about crops of earlier reviews.
#include "extractors/worker/kept_crops.h"

#include <catch2/catch.hpp>

using namespace biaoshen;

namespace {

CropRequest request_of(std::uint32_t page, float left = 0) {
  return {page, {left, 2, 300, 400}, 100, 0};
}

// Pixels that do not pack.
Crop noise(std::uint32_t width, std::uint32_t height, unsigned seed) {
  Crop crop{width, height, std::string(std::size_t{3} * width * height, '\0')};
  for (char& byte : crop.rgb) byte = static_cast<char>((seed = seed * 1664525 + 1013904223) >> 24);
  return crop;
}

}  // namespace

TEST_CASE("a crop is known by all of its request, and has the same pixels") {
  KeptCrops first("");
  const Crop colours = noise(30, 20, 1), grey{2, 1, "aaabbb"};
  first.add(request_of(1), colours);
  first.add(request_of(2), grey);
  KeptCrops later(first.bytes());
  CHECK(later.find(request_of(1))->rgb == colours.rgb);
  CHECK(later.find(request_of(2))->rgb == grey.rgb);
  CHECK(later.find(request_of(2))->width == 2);
  CropRequest other = request_of(1);
  CHECK_FALSE(later.find(request_of(3)));
  CHECK_FALSE(later.find(request_of(1, 0.5f)));
  other.dpi = 101;
  CHECK_FALSE(later.find(other));
  other = request_of(1), other.image = 1;
  CHECK_FALSE(later.find(other));
}

TEST_CASE("one that could not be drawn is not kept") {
  KeptCrops crops("");
  crops.add(request_of(1), Crop{});
  CHECK_FALSE(crops.find(request_of(1)));
  CHECK(crops.bytes().empty());
}

TEST_CASE("what is damaged gives no crop, or the right one") {
  KeptCrops crops("");
  const Crop crop = noise(8, 8, 1);
  crops.add(request_of(1), crop);
  const std::string whole = crops.bytes();
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK_FALSE(KeptCrops(std::string_view(whole).substr(0, length)).find(request_of(1)));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x81);
    const auto found = KeptCrops(damaged).find(request_of(1));
    if (found) CHECK(found->rgb.size() == std::size_t{3} * found->width * found->height);
  }
}

TEST_CASE("over the bound those go that were not asked for last") {
  KeptCrops first("");
  for (std::uint32_t page = 1; page <= 10; ++page)
    first.add(request_of(page), noise(600, 500, page));
  KeptCrops second(first.bytes());
  int known = 0;
  for (std::uint32_t page = 1; page <= 10; ++page)
    known += KeptCrops(first.bytes()).find(request_of(page)) ? 1 : 0;
  CHECK(known > 0);
  CHECK(known < 10);
  CHECK(first.bytes().size() <= 8u << 20);
  for (std::uint32_t page = 21; page <= 24; ++page)
    second.add(request_of(page), noise(600, 500, page));
  KeptCrops third(second.bytes());
  for (std::uint32_t page = 21; page <= 24; ++page) CHECK(third.find(request_of(page)));
  CHECK(second.bytes().size() <= 8u << 20);
}
