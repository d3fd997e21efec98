// What is written for each review. One more output is one more row (see pipeline/contracts.h).
//
// Tested by tests/templates/writer_table_test.cpp.
#pragma once

#include <span>

#include "pipeline/contracts.h"

namespace biaoshen {

std::span<const Writer> writers();

}  // namespace biaoshen
