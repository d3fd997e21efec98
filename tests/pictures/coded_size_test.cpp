// Claims about sizes told from codes alone.
#include "extractors/pictures/coded_size.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/pictures/jbig2_maker.h"

namespace biaoshen {

using namespace testing;
using namespace std::string_literals;

TEST_CASE("of JBIG2 the page says the size, and a region larger than it does too") {
  const std::string page = jbig2_segment(0, 48, jbig2_page(600, 800));
  CHECK(jbig2_size(page).width == 600);
  CHECK(jbig2_size(page).height == 800);
  const std::string region = jbig2_segment(1, 38, jbig2_region(60000, 7));
  CHECK(jbig2_size(page + region).width == 60000);
  CHECK(jbig2_size(page + region).height == 800);
}

TEST_CASE("a segment that refers to many others does not hide what follows it") {
  std::string referring = jbig2_number(5) + "\x06"s;          // a text region
  referring += "\xE0"s + "\0\0\x0A"s + std::string(2, '\0');  // ten segments, by the long form
  referring += std::string(10, '\x01') + "\x01"s;             // their numbers; the page
  const std::string data = jbig2_region(20, 20);
  referring += jbig2_number(static_cast<std::uint32_t>(data.size())) + data;
  CHECK(jbig2_size(referring + jbig2_segment(6, 48, jbig2_page(9000, 9001))).height == 9001);
}

TEST_CASE("a region of unknown length does not hide what follows it") {
  const std::string endless = jbig2_number(1) + "\x26\0\x01"s + "\xFF\xFF\xFF\xFF"s +
                              jbig2_region(8, 8) + "\0codes\xFF\xAC"s + jbig2_number(8);
  CHECK(jbig2_size(endless + jbig2_segment(2, 48, jbig2_page(40000, 3))).width == 40000);
}

TEST_CASE("a page of unknown height is as high as its regions reach") {
  const std::string page = jbig2_segment(0, 48, jbig2_page(100, 0xFFFFFFFF));
  CHECK(jbig2_size(page).height == 0);
  CHECK(jbig2_size(page + jbig2_segment(1, 38, jbig2_region(100, 50, 70000))).height == 70050);
}

TEST_CASE("JBIG2 that ends anywhere has the size that was said so far") {
  const std::string whole =
      jbig2_segment(0, 48, jbig2_page(600, 800)) + jbig2_segment(1, 38, jbig2_region(600, 900));
  std::uint64_t highest = 0;
  for (std::size_t end = 0; end <= whole.size(); ++end) {
    const CodedSize size = jbig2_size(std::string_view(whole).substr(0, end));
    CHECK((size.height == 0 || size.height == 800 || size.height == 900));
    CHECK(size.height >= highest);
    highest = size.height;
  }
  CHECK(highest == 900);
}

TEST_CASE("of several codestreams in JPEG 2000 the largest counts") {
  const auto stream = [](std::uint32_t width, std::uint32_t height) {
    return "\xFF\x4F\xFF\x51\0\x29\0\0"s + jbig2_number(width) + jbig2_number(height) +
           std::string(24, '\0') + "\0\x01\x07\x01\x01"s;
  };
  const CodedSize size =
      jp2_size("boxes" + stream(10, 20) + stream(60000, 5) + "\xFF\x4F\xFF\x51"s);
  CHECK(size.width == 60000);
  CHECK(size.height == 20);
  CHECK(jp2_size("nothing of the kind").width == 0);
  const std::string pixels = "\xFF\x4F\xFF\x51"s + std::string(60, '\x7A');
  CHECK(jp2_size(stream(10, 20) + pixels).width == 10);
}

}  // namespace biaoshen
