// What is the matter with a file, and what its sender can do about it, for people: one row for
// each kind of Problem, in Chinese and English.
//
// It refuses to be silent: a kind without a row is shown as it is, with its detail.
//
// Tested by tests/templates/wording_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

// An empty remedy: nobody has to do anything.
struct ProblemWording {
  std::string_view kind;
  std::string_view what_zh, remedy_zh;
  std::string_view what_en, remedy_en;
};
std::span<const ProblemWording> problem_wordings();

std::string problem_in_words(const Problem& problem, Language language);  // with its detail
std::string remedy_in_words(const Problem& problem, Language language);

}  // namespace biaoshen
