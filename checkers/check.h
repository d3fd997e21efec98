// From facts to findings: each rule of the profile gives exactly one finding, in
// the order of the profile.
//
// The invariant of this program is kept here and nowhere else: a finding has
// evidence. A verdict that comes without any becomes review.
//
// Tested by tests/checkers/check_test.cpp.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Finding> check(const CheckInput& input);

// One rule, by a given predicate (null: unknown, which ends as review).
Finding check_rule(const CheckInput& input, const RuleSpec& rule, Predicate predicate);

}  // namespace biaoshen
