// The finder `cover`: one field of the cover of a standard as facts.
// What a cover is and how it is read stands in standard_cover.h.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_cover(const Dossier& dossier, const Part& part, const FactSpec& spec);

}  // namespace biaoshen
