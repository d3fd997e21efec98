// Ruling lines among the paths that a page of a PDF draws: straight strokes along an axis, and
// filled rectangles as thin as lines. Tested by tests/readers/pdf_reader_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/pdf/pdf_walk.h"

class GfxState;
class GfxSubpath;

namespace biaoshen {

// Sides along the axes, in the path's own frame.
bool is_rectangle(const GfxSubpath& path);

// Adds what is a ruling of the state's path, up to some thousands: more is a drawing.
void add_rulings(GfxState& state, bool is_stroked, std::vector<Ruling>& rulings);

}  // namespace biaoshen
