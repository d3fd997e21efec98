// A list of names as one prints it: 甲公司、乙大学，丙研究院。 cut into its names.
//
// It refuses to cut inside brackets (（原某厂、某所）) and to tell persons from organizations.
//
// Tested by tests/finders/names_finder_test.cpp.
#pragma once

#include <vector>

#include "extractors/finders/free_lines.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// Bytes of Page::text, in order. The list ends at its full stop.
std::vector<TextRange> names_in(const Page& page, std::size_t begin, std::size_t end);

}  // namespace biaoshen
