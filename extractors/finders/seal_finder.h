// The finder `seal`: the prints of seals that were seen on the pages of a part.
// Tested by tests/finders/seal_finder_test.cpp.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_seal(const Dossier& dossier, const Part& part, const FactSpec& spec);

}  // namespace biaoshen
