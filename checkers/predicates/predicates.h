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

Outcome material_present(const CheckInput& input, const Check& check);
Outcome files_readable(const CheckInput& input, const Check& check);
Outcome number_format(const CheckInput& input, const Check& check);
Outcome code_chars(const CheckInput& input, const Check& check);
Outcome code_reserved(const CheckInput& input, const Check& check);
Outcome year_matches(const CheckInput& input, const Check& check);
Outcome consistent(const CheckInput& input, const Check& check);
Outcome date_order(const CheckInput& input, const Check& check);
Outcome months_passed(const CheckInput& input, const Check& check);
Outcome review_cycle(const CheckInput& input, const Check& check);
Outcome platform_status(const CheckInput& input, const Check& check);
Outcome platform_disclosed(const CheckInput& input, const Check& check);
Outcome score_threshold(const CheckInput& input, const Check& check);
Outcome score_arithmetic(const CheckInput& input, const Check& check);
Outcome form_fields(const CheckInput& input, const Check& check);
Outcome uscc_valid(const CheckInput& input, const Check& check);
Outcome phrase_found(const CheckInput& input, const Check& check);
Outcome person_decides(const CheckInput& input, const Check& check);
Outcome sealed(const CheckInput& input, const Check& check);
Outcome says(const CheckInput& input, const Check& check);
Outcome phrases_all(const CheckInput& input, const Check& check);
Outcome words_absent(const CheckInput& input, const Check& check);
Outcome superseded(const CheckInput& input, const Check& check);
Outcome patents_agree(const CheckInput& input, const Check& check);
Outcome code_class(const CheckInput& input, const Check& check);
Outcome same_party(const CheckInput& input, const Check& check);
Outcome consents(const CheckInput& input, const Check& check);
Outcome by_cut_off(const CheckInput& input, const Check& check);
Outcome quantity_at_least(const CheckInput& input, const Check& check);
Outcome ratio_at_least(const CheckInput& input, const Check& check);
Outcome formats_present(const CheckInput& input, const Check& check);
Outcome each_part_states(const CheckInput& input, const Check& check);
Outcome ranked(const CheckInput& input, const Check& check);
Outcome found(const CheckInput& input, const Check& check);
Outcome one_standard(const CheckInput& input, const Check& check);
Outcome copies_agree(const CheckInput& input, const Check& check);
Outcome value_is(const CheckInput& input, const Check& check);

}  // namespace biaoshen
