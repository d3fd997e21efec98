// The few shapes that an outcome of a predicate takes.
//
// Tested through the predicates, tests/checkers/.
#pragma once

#include <functional>
#include <string_view>

#include "checkers/predicates/gaps.h"
#include "checkers/predicates/readings.h"

namespace biaoshen {

// Nothing was read of the thing, and here is what was searched. Where something could not be
// read, or was recognised from pixels, a person must look, else it is `if_complete`.
Outcome not_found(const CheckInput& input, const Check& check, std::string_view fact,
                  Status if_complete);
Outcome nothing_read(const CheckInput& input, const Check& check, std::string_view fact);

// What could hold the fact and was not read, or only recognised; empty where there is nothing of
// the kind, so that the search for it was complete.
Wording unsure_places(const CheckInput& input, std::string_view fact);
Search search_for(const CheckInput& input, const Check& check, std::string_view fact);

// There are readings, but none may decide.
Outcome only_doubtful(const CheckInput& input, const Readings& readings);

Outcome with_quotes(Status status, const Readings& readings);

// Review: the readings say different things.
Outcome contradictory(const CheckInput& input, const Readings& readings);

// Judges each reading alone. All the same: that is the outcome. Different: review,
// with all of them side by side.
using Judge = std::function<Status(const Fact&)>;
Outcome judge_each(const CheckInput& input, const Readings& readings, const Judge& judge);

// "申报书.pdf 第 2 页", a cell by its name, a file alone where it has no pages.
Wording where_of(const Dossier& dossier, const Quote& quote);

void append(Wording& wording, const Wording& more);
// "；" between what is there and what comes.
void append_part(Wording& wording, const Wording& more);
// "、" between the words of a list.
void append_word(std::string& list, std::string_view word);

}  // namespace biaoshen
