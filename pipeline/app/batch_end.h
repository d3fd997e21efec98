// How a batch ends: what `batch` and `merge` print of each dossier, and their exit codes.
//
// Tested by tests/app/batch_command_test.cpp and tests/app/merge_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/batch_report.h"

namespace biaoshen {

inline constexpr int kSomeFailed = 6;  // exit code: a dossier has no result

// Prints a line for each dossier, and where the index is; gives the exit code: 6 where one has no
// result, 1 where one has a verdict that `fail_on` names.
int end_of_batch(const BatchReport& report, const std::string& out, const std::string& fail_on);

// Says that not everything was done, and why the exit code is 75.
int stopped_before_the_end();

}  // namespace biaoshen
