// Every predicate a profile can call, with its parameters and placeholders.
// One row makes a new one known to profiles, to `explain` and to check-profile.
//
// A parameter is declared as name, "!" where it is required, and its type:
//   :facts      names of facts that the profile finds, several joined by |
//   :materials  ids of materials, several joined by |
//   :whole      a whole number
//   :date       YYYY-MM-DD
//   (nothing)   text
//
// Tested by tests/checkers/shipped_profiles_test.cpp.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/contracts.h"

namespace biaoshen {

std::span<const PredicateRow> predicate_table();
const PredicateRow* predicate_row(std::string_view name);  // null if there is none

}  // namespace biaoshen
