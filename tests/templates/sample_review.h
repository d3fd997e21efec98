// A made-up review with everything a writer has to show: failures by quote and by absence, open
// questions, passes, disagreeing readings, quotes on pages, in flow and in cells, a crop, files
// in each status. No real organization or person is meant.
#pragma once

#include <string>

#include "pipeline/model/review.h"

namespace biaoshen {

Review sample_review();

// The same with `text` in every member that can hold what an applicant wrote.
Review review_full_of(const std::string& text);

// A small valid PNG.
std::string sample_png();

}  // namespace biaoshen
