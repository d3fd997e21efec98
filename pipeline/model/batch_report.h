// A batch as its outputs tell it: the entries of the inbox with what became of each, what
// comparing them has shown, and what has changed since the batch before.
//
// Tested by tests/batch/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/batch.h"
#include "pipeline/model/batch_changes.h"

namespace biaoshen {

// One entry of the inbox and what became of it.
struct BatchRow {
  std::string name;                   // as people see it
  std::string folder;                 // of its result, as the file system has it
  std::optional<BatchEntry> entry;    // none: it could not be reviewed
  Verdict verdict = Verdict::review;  // with the findings of the batch
  std::string error;                  // why there is no entry
  std::string overdue;  // why `entry` is of an earlier state of the files; empty: it is current
};
struct BatchReport {
  std::string tool_version;
  std::vector<BatchRow> rows;           // by name
  std::vector<JointFinding> findings;   // by programme, in the order of its rules
  std::optional<BatchChanges> changes;  // none: no batch came before
};

const BatchEntry* entry_named(const BatchReport& report, std::string_view name);

}  // namespace biaoshen
