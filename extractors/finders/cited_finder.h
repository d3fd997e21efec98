// The finder `cited`: the numbers of 规范性引用文件 as facts (normative_references.h).
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_cited(const Dossier& dossier, const Part& part, const FactSpec& spec);

}  // namespace biaoshen
