#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_opinion(const Dossier& dossier, const Part& part, const FactSpec& spec);

}  // namespace biaoshen
