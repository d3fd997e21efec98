// The result folders that a path on the command line means: itself, or those directly in it
// where it is OUT of `review` or `batch`.
//
// Tested by tests/app/panel_command_test.cpp and casebook_command_test.cpp.
#pragma once

#include <filesystem>
#include <set>

#include "pipeline/base/result.h"

namespace biaoshen {

// Error: input, where there is none. A folder with a dossier.json is a result, whatever is in it.
Result<std::set<std::filesystem::path>> result_folders(const std::filesystem::path& path);

}  // namespace biaoshen
