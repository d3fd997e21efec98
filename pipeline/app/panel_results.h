// The dossiers that a panel is held against: PATHs of results, each a result folder or the OUT of
// a review or batch, as entries by name.
//
// It refuses a folder without results and two results of one name: a finding could not say which
// it means. Tested by tests/app/panel_command_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/batch.h"

namespace biaoshen {

Result<std::vector<BatchEntry>> entries_in(const std::vector<std::string>& results);

}  // namespace biaoshen
