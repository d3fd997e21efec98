// The shapes that an outcome about experts takes: who they are, for people to read, and the rows
// of the list they stand in.
//
// Tested through the predicates, tests/panel/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

using Experts = std::vector<const Expert*>;

Experts all_experts(const PanelInput& input);

// 张三（某研究院）、李四; of very many the first dozen.
std::string named(const Experts& experts);

// With {count} of the panel, {experts}, and the rows of `experts` as evidence.
PanelOutcome outcome_about(const PanelInput& input, Status status, const Experts& experts);

}  // namespace biaoshen
