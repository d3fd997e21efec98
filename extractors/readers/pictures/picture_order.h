// Text that was recognised from pictures is appended to a page when all else of it is there. This
// moves it to where the pictures stand, so that a screenshot is read between the paragraph before
// it and its caption.
//
//   text   first\ncaption\nRECOGNISED\n   with the picture's place behind "first\n"
//   gives  first\nRECOGNISED\ncaption\n
//
// It refuses to tear lines: a place inside a line (a cell of a row) is the end of that line.
// Tested by tests/readers/picture_order_test.cpp.
#pragma once

#include <cstdint>
#include <span>

#include "pipeline/model/document.h"

namespace biaoshen {

// `places`: for each of page.images the byte of the page's own text, which is the first `own`
// bytes, where it stands.
void put_in_order(std::uint32_t own, std::span<const std::uint32_t> places, Page& page);

}  // namespace biaoshen
