// Scanners and office programs cut pictures into strips or tiles. Here they are found by their
// rectangles and put together again at their own fineness, so that no line of print is cut in
// two and nothing is drawn that could be taken as it is.
//
// Tested by tests/readers/pdf_strips_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/readers/pdf/pdf_images.h"

namespace biaoshen {

// Images that show one picture; most pictures are one image.
struct ImageGroup {
  std::vector<std::size_t> images;  // numbers in PageWalk::images, rising
  Box shown;                        // around what the page shows of them
  double width = 0, height = 0;     // pixels
};

// The pictures that the page shows, top to bottom, left to right. Images of which nothing is
// shown are in none.
std::vector<ImageGroup> groups_of(const PageWalk& walk);

// The picture of a group as displayed.
PagePicture picture_of(PDFDoc& document, int page, const PageWalk& walk, const ImageGroup& group,
                       const Limits& limits);

}  // namespace biaoshen
