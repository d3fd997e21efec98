// The few shapes that an outcome of a predicate takes.
//
// Tested through the predicates, tests/checkers/.
#pragma once

#include <functional>
#include <string_view>

#include "checkers/predicates/gaps.h"
#include "checkers/predicates/readings.h"

namespace biaoshen {

// Nothing was read of the thing: a person must look, and here is what was searched.
Outcome nothing_read(const CheckInput& input, const RuleSpec& rule, std::string_view fact);

// There are readings, but none may decide.
Outcome only_doubtful(const CheckInput& input, const Readings& readings);

Outcome with_quotes(Status status, const Readings& readings);

// Judges each reading alone. All the same: that is the outcome. Different: review,
// with all of them side by side.
using Judge = std::function<Status(const Fact&)>;
Outcome judge_each(const CheckInput& input, const Readings& readings, const Judge& judge);

void append(Wording& wording, const Wording& more);

}  // namespace biaoshen
