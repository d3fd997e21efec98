// The predicates by name; predicate_table.cpp says what each takes, its file how
// it decides. All are pure functions of their input.
//
// None may fail by absence where something could not be read, and none decides
// on doubtful readings alone: both end as review.
//
// Tested by tests/checkers/.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

Outcome material_present(const CheckInput& input, const RuleSpec& rule);
Outcome files_readable(const CheckInput& input, const RuleSpec& rule);
Outcome number_format(const CheckInput& input, const RuleSpec& rule);
Outcome code_chars(const CheckInput& input, const RuleSpec& rule);
Outcome code_reserved(const CheckInput& input, const RuleSpec& rule);
Outcome year_matches(const CheckInput& input, const RuleSpec& rule);
Outcome consistent(const CheckInput& input, const RuleSpec& rule);
Outcome date_order(const CheckInput& input, const RuleSpec& rule);
Outcome in_force(const CheckInput& input, const RuleSpec& rule);
Outcome review_cycle(const CheckInput& input, const RuleSpec& rule);
Outcome platform_status(const CheckInput& input, const RuleSpec& rule);
Outcome platform_disclosed(const CheckInput& input, const RuleSpec& rule);
Outcome score_threshold(const CheckInput& input, const RuleSpec& rule);
Outcome score_arithmetic(const CheckInput& input, const RuleSpec& rule);
Outcome form_fields(const CheckInput& input, const RuleSpec& rule);
Outcome uscc_valid(const CheckInput& input, const RuleSpec& rule);
Outcome phrase_found(const CheckInput& input, const RuleSpec& rule);
Outcome person_decides(const CheckInput& input, const RuleSpec& rule);
Outcome sealed(const CheckInput& input, const RuleSpec& rule);

}  // namespace biaoshen
