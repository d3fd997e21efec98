// The finders a profile can call by name.
//
// Tested by tests/finders/finder_table_test.cpp.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/contracts.h"

namespace biaoshen {

std::span<const FinderRow> finders();
const FinderRow* finder_named(std::string_view name);  // null where there is none

}  // namespace biaoshen
