// The pieces of a page that a reader takes for pages of their own: what the page
// prints, and each picture on it whose words were recognised (Image::begin, end). A
// screenshot pasted under a heading must not lend its fields to the heading's page.
//
// A piece has a text as long as the page's, so that bytes found in it are bytes of the
// page; what is not of the piece is blanked out, and its lines, tables, words and second
// readings are left out. Places in pixels of a picture stand there as places on a page,
// so that whatever reads columns can.
//
// Tested by tests/finders/page_regions_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

struct PageRegion {
  const Page* page = nullptr;        // the page it is a piece of
  std::optional<std::size_t> image;  // index into Page::images; none: the page's own print
  bool is_whole = true;              // nothing of the page lies elsewhere
};

// The page's own print first, then its pictures in their order.
std::vector<PageRegion> regions_of(const Page& page);

// The region as a page; a copy, so hold few of them.
Page piece_of(const PageRegion& region);

}  // namespace biaoshen
