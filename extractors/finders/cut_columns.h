// A table of a picture whose rules were not all seen: two columns in one cell, with a wide
// gap between them. Where a head cell is two heads, its column is cut in two.
//
// It refuses to cut a column by its values alone.
//
// Tested by tests/finders/roster_finder_test.cpp.
#pragma once

#include <functional>

#include "extractors/finders/glyphs.h"
#include "pipeline/model/document.h"

namespace biaoshen {

using IsHead = std::function<bool(const Glyphs&)>;

// The same table where no head cell is several heads.
Grid with_cut_columns(const Page& page, const Grid& grid, const IsHead& is_head);

}  // namespace biaoshen
