// A batch as its outputs tell it: the entries of the inbox with what became of each, what
// comparing them has shown, and what has changed since the batch before.
//
// Tested by tests/batch/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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

// The rows of a batch and its open findings, by the names of the dossiers: each is asked for as
// often as there are dossiers. The report outlives it, with its rows and findings where they are.
class BatchNames {
 public:
  explicit BatchNames(const BatchReport& report);

  const BatchRow* row(std::string_view name) const;      // null: none
  const BatchEntry* entry(std::string_view name) const;  // null: no row, or one without an entry
  JointFindings findings(std::string_view name) const;   // the open ones that concern it

 private:
  std::unordered_map<std::string_view, const BatchRow*> rows_;
  std::unordered_map<std::string_view, std::vector<const JointFinding*>> findings_;
};

}  // namespace biaoshen
