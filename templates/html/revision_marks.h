// What has become of the findings of the submission before, in dossier.html: a line on the first
// screen with the settled ones, and a mark with each finding. Nothing on a first submission.
// A review and the copy of a result for a duplicate both put it in with this one function.
//
// Waived findings have their mark but are not counted: nobody waits for them to be corrected.
//
// Tested by tests/templates/revision_marks_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/review.h"

namespace biaoshen {

struct RevisedDossier {
  int revision = 1;
  const std::optional<EarlierRevision>& earlier;
  const std::vector<Finding>& findings;
};

// Error: internal, where `page` has no place for it.
Result<std::string> with_revision(std::string_view page, const RevisedDossier& dossier,
                                  const Presentation& presentation);

// new, unchanged, updated, absent or gone (no longer applicable), for the layout and as the end of
// a key of the catalogues (since.…); empty: nothing is to be said about the finding.
std::string_view since_of(const Finding& finding);

}  // namespace biaoshen
