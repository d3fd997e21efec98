// Claims about pictures that were cut into pieces.
#include "extractors/readers/pdf/pdf_strips.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include "extractors/readers/pdf/pdf_open.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/pdf_builder.h"

namespace biaoshen {
namespace {

using testing::drawn;
using testing::pdf_of;
using testing::PdfImage;

DrawnImage image_at(const Box& box, double pixels_per_point) {
  DrawnImage drawn;
  drawn.image.box = drawn.shown = box;
  drawn.image.width = static_cast<std::uint32_t>(width(box) * pixels_per_point);
  drawn.image.height = static_cast<std::uint32_t>(height(box) * pixels_per_point);
  drawn.to_page.m[0] = drawn.to_page.m[4] = 1 / pixels_per_point;
  drawn.to_page.m[2] = box.left, drawn.to_page.m[5] = box.top;
  return drawn;
}

PageWalk walk_with(std::vector<DrawnImage> images) {
  PageWalk walk;
  walk.width = 600, walk.height = 800;
  walk.images = std::move(images);
  return walk;
}

// Grey from top to bottom, 60 × `rows`, beginning with the grey `first`.
PdfImage strip(int rows, int first) {
  std::string samples;
  for (int y = 0; y < rows; ++y) samples += std::string(60, static_cast<char>(first + y));
  return {
      "/Width 60 /Height " + std::to_string(rows) + " /ColorSpace /DeviceGray /BitsPerComponent 8",
      samples};
}

}  // namespace

TEST_CASE("strips and tiles are one picture, separate pictures are not") {
  const auto strips =
      groups_of(walk_with({image_at({0, 0, 600, 300}, 2), image_at({0, 300, 600, 600}, 2),
                           image_at({0, 600, 600, 800}, 2)}));
  REQUIRE(strips.size() == 1);
  CHECK(strips[0].images == std::vector<std::size_t>{0, 1, 2});
  CHECK(strips[0].height == Approx(1600));

  const auto tiles =
      groups_of(walk_with({image_at({0, 0, 300, 400}, 2), image_at({300, 0, 600, 400}, 2),
                           image_at({0, 400, 300, 800}, 2), image_at({300, 400, 600, 800}, 2)}));
  CHECK(tiles.size() == 1);

  const auto apart =
      groups_of(walk_with({image_at({50, 400, 300, 500}, 2), image_at({50, 100, 300, 200}, 2)}));
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].images == std::vector<std::size_t>{1});
}

TEST_CASE("pictures that touch but differ in fineness or leave holes stay apart") {
  CHECK(groups_of(walk_with({image_at({0, 0, 600, 300}, 2), image_at({0, 300, 600, 600}, 1)}))
            .size() == 2);
  CHECK(groups_of(walk_with({image_at({0, 0, 300, 300}, 2), image_at({300, 0, 600, 300}, 2),
                             image_at({0, 300, 300, 600}, 2)}))
            .size() == 3);
}

TEST_CASE("an image of which the page shows nothing is in no picture") {
  DrawnImage outside = image_at({700, 0, 900, 100}, 2);
  outside.shown = {};
  CHECK(groups_of(walk_with({outside})).empty());
}

TEST_CASE("joined strips are pixel for pixel what was cut") {
  const MemoryFile file(pdf_of({{drawn("300 0 0 100 100 500", 1) + drawn("300 0 0 200 100 600", 0),
                                 "[0 0 600 800]",
                                 "",
                                 {strip(40, 10), strip(20, 50)}}}),
                        "x.pdf");
  const OpenedPdf pdf = open_pdf(file.open());
  REQUIRE(pdf.document);
  const PageWalk walk = walk_page(*pdf.document, 1);
  const auto groups = groups_of(walk);
  REQUIRE(groups.size() == 1);
  const PagePicture whole = picture_of(*pdf.document, 1, walk, groups[0], Limits());
  REQUIRE(whole.pix);
  CHECK(pixGetWidth(whole.pix.get()) == 60);
  CHECK(pixGetHeight(whole.pix.get()) == 60);
  for (int y = 0; y < 60; ++y) {
    l_uint32 value = 0;
    pixGetPixel(whole.pix.get(), 30, y, &value);
    CHECK(value == static_cast<l_uint32>(10 + y));
  }
  const Box box = whole.to_page.apply({0, 0, 60, 60});
  CHECK(box.left == Approx(100));
  CHECK(box.top == Approx(0).margin(0.01));
  CHECK(box.right == Approx(400));
  CHECK(box.bottom == Approx(300));
}

}  // namespace biaoshen
