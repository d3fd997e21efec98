// A finding over a batch or a panel as a member of our JSON files. Each piece of evidence says
// in whose dossier it stands; the panel's own file has no dossier.
//
// Tested by tests/batch/batch_json_test.cpp.
#pragma once

#include <cstddef>
#include <limits>

#include "pipeline/model/review.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {

// Names at most so many of the dossiers, and says how many more there are.
Json json_of(const JointFinding& finding, Language language,
             std::size_t most_dossiers = std::numeric_limits<std::size_t>::max());

}  // namespace biaoshen
