// The limits that a secretariat may change: --limit entries=5000 --limit member-mib=512. One table
// holds their names; README.md shows it with the defaults.
//
// Tested by tests/app/limit_options_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

// The default limits with these changes, each NAME=VALUE. Errors: usage.
Result<Limits> limits_with(const std::vector<std::string>& changes);

// NAME=VALUE, a line each, in the order of the table.
std::string limits_text(const Limits& limits);

}  // namespace biaoshen
