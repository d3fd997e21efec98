// Draws a whole page for recognition, where its print is not in an image of its own: letters drawn
// as outlines, letters of fonts that do not say what they mean, pictures laid over each other.
//
// The number of pixels is bounded however large the page says it is. Tested by
// tests/readers/pdf_images_test.cpp.
#pragma once

#include "extractors/readers/pdf/pdf_images.h"

namespace biaoshen {

// Null where print on so large a page would come out too small to be read.
PagePicture draw_page(PDFDoc& document, int page, const PageWalk& walk);

}  // namespace biaoshen
