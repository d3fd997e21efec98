#include "extractors/finders/page_regions.h"

#include <catch2/catch.hpp>

#include "tests/finders/document_builder.h"

using namespace biaoshen;
using namespace biaoshen::testing;

TEST_CASE("a page without recognised pictures is one region, itself") {
  Page page = flow_page({"一行"});
  page.images.push_back({});
  const auto regions = regions_of(page);
  REQUIRE(regions.size() == 1);
  CHECK(regions[0].is_whole);
}

TEST_CASE("a recognised picture is a region with its own lines, at the page's bytes") {
  Page page = flow_page({"附件3 平台截图"});
  add_picture(page, {{{20, "标准编号"}, {200, "T/CAS 290—2017"}}});
  const auto regions = regions_of(page);
  REQUIRE(regions.size() == 2);
  const Page own = piece_of(regions[0]), picture = piece_of(regions[1]);
  REQUIRE(own.lines.size() == 1);
  CHECK(own.line_text(own.lines[0]) == "附件3 平台截图");
  REQUIRE(picture.lines.size() == 1);
  CHECK(picture.line_text(picture.lines[0]) == "标准编号 T/CAS 290—2017");
  CHECK(picture.line_text(picture.lines[0]) == page.line_text(page.lines[1]));
  CHECK(std::holds_alternative<OnPage>(
      picture.place_of(picture.lines[0].begin, picture.lines[0].end)));
  CHECK(std::holds_alternative<InImage>(page.place_of(page.lines[1].begin, page.lines[1].end)));
}

TEST_CASE("a picture's range beyond the text is cut, not believed") {
  Page page = flow_page({"一行"});
  Image image;
  image.begin = 4;
  image.end = 4000;
  page.images.push_back(image);
  for (const PageRegion& region : regions_of(page))
    CHECK(piece_of(region).text.size() == page.text.size());
}
