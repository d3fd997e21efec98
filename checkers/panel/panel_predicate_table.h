// Every predicate over an expert panel that a profile can call, with its parameters and
// placeholders. Types of parameters are those of checkers/predicates/predicate_table.h.
//
// Tested by tests/panel/panel_check_test.cpp.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/contracts.h"

namespace biaoshen {

std::span<const PanelPredicateRow> panel_predicate_table();
const PanelPredicateRow* panel_predicate_row(std::string_view name);  // null if there is none

}  // namespace biaoshen
