// The members of an expert panel, from the list that a secretariat keeps: a workbook or
// comma-separated values, with a header row that names 姓名, 工作单位 and 职称 in any order; titles
// may stand above it.
//
// It refuses half a list: a file not read in full, a row that is no expert, two lists in one
// file end with an Error that names the place. Who is missing from a list would be cleared of
// every link.
//
// Tested by tests/panel/expert_list_test.cpp.
#pragma once

#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

// The experts by row. Quotes name the file by its id.
Result<std::vector<Expert>> read_experts(const File& file);

}  // namespace biaoshen
