// Claims about how recognised lines become words of a page.
#include "extractors/readers/pictures/picture_page.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

// A line of symbols `size` pixels wide; Latin ones half as wide. "_" is a gap without a symbol.
RecognisedLine line_at(float left, float top, const std::string& text, float size = 20) {
  RecognisedLine line;
  float x = left;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    const float wide = c < 0x80 ? size / 2 : size;
    if (c != U'_')
      line.symbols.push_back({text.substr(from, at - from), {x, top, x + wide, top + size}, 95});
    x += wide;
  }
  line.box = {left, top, x, top + size};
  line.confidence = 95;
  return line;
}

RecognisedPicture picture_of(std::vector<RecognisedLine> lines) {
  RecognisedPicture picture;
  picture.width = 1000, picture.height = 500;
  picture.lines = std::move(lines);
  picture.engines = {"test"};
  return picture;
}

Page page_of(const RecognisedPicture& picture) {
  Page page;
  page.width = 500, page.height = 250;
  put_as_page(picture, 1000, 500, page);
  return page;
}

Box box_of(const Page& page, std::string_view quote) {
  const std::size_t at = page.text.find(quote);
  REQUIRE(at != std::string::npos);
  return std::get<OnPage>(page.place_of(at, at + quote.size())).box;
}

}  // namespace

TEST_CASE("a recognised page has words at the places of the page") {
  const Page page =
      page_of(picture_of({line_at(100, 40, "标准编号:T/CAS 290"), line_at(100, 90, "现行")}));
  CHECK(page.source == Source::ocr);
  CHECK(page.text == "标准编号:T/CAS 290\n现行\n");
  const Box box = box_of(page, "T/CAS");
  CHECK(box.left == Approx(95));
  CHECK(box.right == Approx(120));
  CHECK(box.top == Approx(20));
  for (const Word& word : page.words) {
    CHECK(word.origin == Origin::ocr);
    CHECK(word.confidence == 95);
  }
}

TEST_CASE("a wide gap within a recognised line parts words") {
  const Page page = page_of(picture_of({line_at(0, 0, "标准状态____现行")}));
  CHECK(page.text == "标准状态 现行\n");
  CHECK(page.words.size() == 2);
}

TEST_CASE("ruling lines make cells of a recognised table, also through a line") {
  RecognisedPicture picture =
      picture_of({line_at(10, 10, "标准编号_T/CAS 1"), line_at(10, 60, "发布日期"),
                  line_at(120, 60, "2020-01-02")});
  for (const float y : {0.0f, 50.0f, 100.0f}) picture.rulings.push_back({true, y, 0, 300});
  for (const float x : {0.0f, 95.0f, 300.0f}) picture.rulings.push_back({false, x, 0, 100});
  const Page page = page_of(picture);
  REQUIRE(page.grids.size() == 1);
  CHECK(page.cell_text(*page.grids[0].at(0, 1)) == "T/CAS 1");
  CHECK(page.cell_text(*page.grids[0].at(1, 0)) == "发布日期");
  CHECK(page.cell_text(*page.grids[0].at(1, 1)) == "2020-01-02");
}

TEST_CASE("a second reading covers its line's words and no others") {
  RecognisedPicture picture = picture_of({line_at(0, 0, "标准编号"), line_at(200, 0, "T/CAS 290")});
  picture.lines[1].second = "T/CAS 299";
  const Page page = page_of(picture);
  REQUIRE(page.second_readings.size() == 1);
  const SecondReading& second = page.second_readings[0];
  CHECK(page.text.substr(second.begin, second.end - second.begin) == "T/CAS 290");
  CHECK(second.text == "T/CAS 299");
}

TEST_CASE("places lead back through the map to the picture as given") {
  RecognisedPicture picture = picture_of({line_at(100, 40, "现行")});
  picture.to_original.m[2] = 50;  // cut out of a larger picture
  picture.to_original.m[5] = 10;
  CHECK(box_of(page_of(picture), "现行").left == Approx(75));
  CHECK(box_of(page_of(picture), "现行").top == Approx(25));
}

TEST_CASE("an image's words stand behind the page's own, with the range known") {
  Page page;
  page.text = "附件\n";
  page.images.push_back({});
  append_image(picture_of({line_at(10, 10, "现行")}), 0, nullptr, page);
  CHECK(page.text == "附件\n现行\n");
  CHECK(page.images[0].begin == 7);
  CHECK(page.images[0].end == page.text.size());
  const auto& place = std::get<InImage>(page.words.at(0).place);
  CHECK(place.image == 1);
  CHECK(place.box.left == Approx(10));
}

TEST_CASE("a picture without words is blank or failed, never read") {
  RecognisedPicture picture = picture_of({});
  CHECK(page_of(picture).source == Source::failed);
  picture.is_blank = true;
  CHECK(page_of(picture).source == Source::blank);
}

TEST_CASE("the same pixels have the same key, others another") {
  const PixPtr one(pixCreate(40, 30, 8)), same(pixCreate(40, 30, 8)), other(pixCreate(40, 30, 8));
  pixSetPixel(other.get(), 5, 5, 200);
  CHECK(key_of(*one) == key_of(*same));
  CHECK(key_of(*one) != key_of(*other));
}

}  // namespace biaoshen
