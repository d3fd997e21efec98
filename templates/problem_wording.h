// What is the matter with a file, and what its sender can do about it, for people: the phrases
// problem.<kind> and problem.<kind>.remedy of the catalogues (templates/wording.h).
//
// It refuses to be silent: a kind without a phrase is shown as it is, with its detail.
//
// Tested by tests/templates/wording_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/document.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

std::string problem_in_words(const Problem& problem, Language language);  // with its detail
// Empty where nobody has to do anything.
std::string remedy_in_words(const Problem& problem, Language language);

}  // namespace biaoshen
