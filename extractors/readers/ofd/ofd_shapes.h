// What the paths of an OFD page mean for reading: straight lines and thin rectangles are the
// rulings of tables, coloured areas are ground for white letters, all other shapes are only
// counted.
//
// It refuses to see drawings in them. Tested by tests/readers/ofd_reader_test.cpp.
#pragma once

#include <string_view>

#include "extractors/readers/ofd/ofd_sheet.h"

namespace biaoshen {

struct OfdShape {
  OfdMatrix to_page;
  bool is_filled = false, is_stroked = false, is_white = false;
};
void ofd_draw(std::string_view abbreviated_path, const OfdShape& shape, OfdSheet& sheet);

}  // namespace biaoshen
