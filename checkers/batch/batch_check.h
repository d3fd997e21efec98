// From dossiers side by side to findings: the rules over a batch of one programme. Each
// outcome of a predicate is a finding; a rule without any passes, and says so once.
//
// Tested by tests/batch/batch_check_test.cpp.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

// Nothing where there is no application to compare.
std::vector<JointFinding> batch_check(const BatchInput& input);

}  // namespace biaoshen
