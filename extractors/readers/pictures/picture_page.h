// Puts what recognition said of a picture onto a page: words with places, lines, tables from
// rulings, second readings, seals, marks. Uses the same layout as printed pages.
//
// Tested by tests/readers/picture_page_test.cpp.
#pragma once

#include "extractors/ocr/recognised.h"
#include "extractors/readers/pictures/recognise_once.h"
#include "pipeline/contracts.h"

namespace biaoshen {

// The picture is the page (a scan, an image file): `page.width` × `page.height` points show it
// whole.
void put_as_page(const RecognisedPicture& recognised, float picture_width, float picture_height,
                 Page& page);

// The picture is page.images[image]; its text is appended after what the page has, as
// [Image::begin, Image::end). `to_page` maps pixels to points; pages without geometry get InImage.
void append_image(const RecognisedPicture& recognised, std::uint32_t image, const PixelMap* to_page,
                  Page& page);

// Tells the sink each engine once, however many pictures of a file it recognised.
class EngineReport {
 public:
  explicit EngineReport(DocumentSink& sink) : sink_(sink) {}
  void add(const RecognisedPicture& recognised);

 private:
  DocumentSink& sink_;
  std::vector<std::string> told_;
};

}  // namespace biaoshen
