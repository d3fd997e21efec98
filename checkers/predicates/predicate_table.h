// Every predicate a profile can call, with its parameters and placeholders.
// One row makes a new one known to profiles, to `explain` and to check-profile.
//
// A parameter's name says its type, the same in every predicate:
//   fact, facts, published, implemented, cycle, evidence, draft, view,
//   items, subtotals, total, blanks    names of facts, several joined by |
//   material, materials                ids of materials, several joined by |
//   months, years, threshold, near     whole numbers
//   anything else                      text
//
// Tested by tests/checkers/shipped_profiles_test.cpp.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/contracts.h"

namespace biaoshen {

std::span<const PredicateRow> predicate_table();
const PredicateRow* predicate_row(std::string_view name);  // null if there is none

enum class ParameterKind : unsigned char { text, facts, materials, whole };
ParameterKind kind_of_parameter(std::string_view name);

}  // namespace biaoshen
