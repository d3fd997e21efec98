// The pixels of the images that a page of a PDF draws, and where on the page they lie. An image
// is known by its number in PageWalk::images. Pixels are fetched when they are wanted, one image
// at a time, so that memory does not grow with pages.
//
// Tested by tests/readers/pdf_images_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "extractors/pictures/picture.h"
#include "extractors/readers/pdf/pdf_walk.h"
#include "pipeline/contracts.h"

class PDFDoc;

namespace biaoshen {

struct PagePicture {
  PixPtr pix;           // null where there is none
  PixelMap to_page;     // from its pixels to points of the page as displayed
  std::string problem;  // image-limit, damaged-image; or empty
};

using TakePicture = std::function<void(std::size_t image, PagePicture picture)>;

// Hands the images with these numbers to `take`, in the order in which the page draws them, as
// they are stored.
void take_images(PDFDoc& document, int page, const std::vector<std::size_t>& wanted,
                 const Limits& limits, const TakePicture& take);

// Turned, mirrored, cut to what is `shown` of it and made square-pixelled, so that it looks as on
// the page. A slant of less than 45° stays.
PagePicture as_displayed(PagePicture picture, const Box& shown);

}  // namespace biaoshen
