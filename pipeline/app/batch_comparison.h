// The second half of a batch, and what a watch does each time something has changed: lays the
// published results of an inbox side by side, puts what that shows into each dossier concerned, and
// writes index, register and batch.json.
//
// It rests on OUT/*/dossier.json alone. Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/app/review_run.h"
#include "pipeline/model/batch_report.h"

namespace biaoshen {

// An entry of the inbox, and what is to be said of it besides its result.
struct ComparedEntry {
  std::string folder;
  std::string
      error;  // why it has no result; empty: it has one, or batch_comparison finds out why not
  std::string overdue;  // why its result is of an earlier state of its files
};

// `index`: where the page goes, in OUT: index.html, or where a watch puts its status into it.
// Errors: output.
Result<BatchReport> compare_batch(const std::vector<ComparedEntry>& entries, const ReviewRun& run,
                                  const std::string& index = "index.html");

}  // namespace biaoshen
