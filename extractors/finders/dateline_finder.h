#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_dateline(const Dossier& dossier, const Part& part, const FactSpec& spec);

}  // namespace biaoshen
