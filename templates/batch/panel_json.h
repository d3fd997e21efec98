// The object that `biaoshen panel --json` prints; panel.schema.json beside this file describes it.
//
// Tested by tests/panel/panel_json_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

struct PanelReport {
  std::string tool_version;
  std::string file, sha256;  // the list of experts
  std::vector<Expert> experts;
  std::vector<BatchEntry> entries;     // the dossiers they were held against, by name
  std::vector<JointFinding> findings;  // by programme, in the order of its rules
  Verdict verdict = Verdict::review;
};

std::string write_panel_json(const PanelReport& report, Language language);

}  // namespace biaoshen
