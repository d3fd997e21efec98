// A finding over a batch or a panel as a member of our JSON files. Each piece of evidence says
// in whose dossier it stands; the panel's own file has no dossier.
//
// Tested by tests/batch/batch_json_test.cpp.
#pragma once

#include "pipeline/model/review.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {

Json json_of(const JointFinding& finding, Language language);

}  // namespace biaoshen
