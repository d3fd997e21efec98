// From facts to findings: each rule of the profile gives exactly one finding, in
// the order of the profile.
//
// What a recommender sends along with many applications is none itself: only rules about
// such material, and about files as files, apply to it.
//
// The invariant of this program is kept here and nowhere else: a finding has
// evidence. A verdict that comes without any becomes review.
//
// Tested by tests/checkers/check_test.cpp.
#pragma once

#include <vector>

#include "checkers/condition.h"
#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Finding> check(const CheckInput& input);

// One rule, its checks answered by `answer`.
Finding check_rule(const CheckInput& input, const RuleSpec& rule, const Answer& answer);

// By the table of predicates; an unknown one ends as review.
Answer answers_of(const CheckInput& input);

}  // namespace biaoshen
