// The fields of a standard's cover as facts; standard_cover.h says how a cover is read.
// Tested by tests/finders/standard_cover_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/finders/standard_cover.h"
#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_cover(const Dossier& dossier, const Part& part, const FactSpec& spec);

// The facts of one field of a cover that was found, under the name of `spec`.
std::vector<Fact> facts_of_cover(const File& file, const Part& part, const FactSpec& spec,
                                 const StandardCover& cover, std::string_view name);

}  // namespace biaoshen
