// What the dossier is about: the number, title, body and dates by which a person
// calls it. The most trusted reading of each, in the order of the profile's
// <fact> lines (the cover of the standard, then the platform, then the form);
// doubtful readings only where there is nothing better.
//
// Tested by tests/checkers/readings_test.cpp.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

Subject subject_of(const CheckInput& input);

}  // namespace biaoshen
