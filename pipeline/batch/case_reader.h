// A result as the casebook sees it: its record, and the verdict that people read in it, which is
// that of its batch where there is one.
//
// Tested by tests/app/casebook_command_test.cpp.
#pragma once

#include <filesystem>

#include "pipeline/base/result.h"
#include "pipeline/model/casebook.h"

namespace biaoshen {

// Error: input, where the folder has no dossier.json that can be read.
Result<CaseResult> case_result_in(const std::filesystem::path& result);

}  // namespace biaoshen
