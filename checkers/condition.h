// Whether a condition holds, in three-valued logic (Kleene): pass is true, fail is
// false, review is "nobody knows yet". What is not applicable takes no part.
//
//   all   fails when a part fails, else is for review when a part is, else passes
//   any   passes when a part passes, else is for review when a part is, else fails
//   not   exchanges pass and fail; what is not known stays so
//
// Evidence and reasons are those of the parts that decided.
//
// Tested by tests/checkers/condition_test.cpp.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

// Answers one check; check.cpp gives the table of predicates, tests what they like.
using Answer = std::function<Outcome(const Check& check)>;

Outcome evaluate(const Condition& condition, const Answer& answer);

// The rule applies where `when` holds. Where that is not known, only a pass stands.
Outcome where_applicable(const Outcome& when, const std::function<Outcome()>& rule);

}  // namespace biaoshen
