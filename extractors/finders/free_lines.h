// Lines of a page that no cell of a table covers; what a cell prints is read there.
//
// Tested by tests/finders/field_layout_test.cpp.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

using TextRange = std::pair<std::size_t, std::size_t>;  // bytes of Page::text

std::vector<TextRange> free_lines(const Page& page);

// The lines of a range (a cell, a value), without empty ones.
std::vector<TextRange> lines_between(const Page& page, std::size_t begin, std::size_t end);

}  // namespace biaoshen
