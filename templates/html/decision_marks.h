// What reviewers decided, in dossier.html: where the dossier stands, who decided when, and with
// each finding what was decided about it. A new review and `decide` both put it in with this
// one function, so that a dossier decided and reviewed again gives the same bytes.
//
// Tested by tests/templates/decision_marks_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/decisions.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// What was decided about one state of a dossier.
struct DecidedDossier {
  const std::vector<DecisionSheet>& sheets;
  const std::vector<Finding>& findings;
  std::string input_sha256;  // of the files that the findings are about
};

// Error: internal, where `page` has no place for it.
Result<std::string> with_decisions(std::string_view page, const DecidedDossier& dossier,
                                   const Presentation& presentation);

}  // namespace biaoshen
