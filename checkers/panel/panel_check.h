// From an expert panel and the dossiers it is to judge to findings: the panel rules of one
// programme. Each outcome of a predicate is a finding, with the rows of the panel's list and the
// quotes of the dossiers as evidence.
//
// Tested by tests/panel/panel_check_test.cpp.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<JointFinding> panel_check(const PanelInput& input);

}  // namespace biaoshen
