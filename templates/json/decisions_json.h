// What reviewers decided, as members of dossier.json: "decisions", the sheets in the order they
// were folded in, and "decision", where they leave the dossier. Neither is there while there
// is no sheet.
//
// Tested by tests/templates/decision_marks_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/review.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {

// Puts both at the end of `dossier`, or nothing.
void add_decisions(Json& dossier, const std::vector<DecisionSheet>& sheets,
                   const std::vector<Finding>& findings);

// A dossier.json with these decisions in place of those it had: the bytes that a review with
// them would write. Error: internal, where it is no dossier.json.
Result<std::string> decided_json(std::string_view dossier_json,
                                 const std::vector<DecisionSheet>& sheets,
                                 const std::vector<Finding>& findings);

}  // namespace biaoshen
