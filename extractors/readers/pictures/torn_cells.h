// A cell of a ruled table that is none: where faint ruling lines were not found, one "cell"
// holds several rows and columns of print, and its text would mix them.
//
// The sign: two or more printed rows that have words on both sides of the same empty strip, or many
// rows most of which have a wide gap. Pure functions. Tested by tests/readers/torn_cells_test.cpp.
#pragma once

#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

// `words`: boxes of the words of one cell, in points; `letter`: height of its letters.
bool is_torn(std::vector<Box> words, float letter);

}  // namespace biaoshen
