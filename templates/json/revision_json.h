// Which revision a result is, what it was compared with, and whose copy it is, as members of
// dossier.json: "revision", and where they apply "previous" and "duplicate_of".
//
// Tested by tests/templates/revision_marks_test.cpp and tests/batch/duplicate_result_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"
#include "templates/json/evidence_json.h"

namespace biaoshen {

// Puts them at the end of `dossier`.
void add_revision(Json& dossier, int revision, const std::optional<EarlierRevision>& earlier,
                  const std::string& duplicate_of = {});

// A dossier.json with the name, revision, baselines and duplicate_of of `record`, without decisions
// and without what a batch found. Error: internal, where it is no dossier.json of this program.
Result<std::string> duplicate_json(std::string_view dossier_json, const Record& record);

}  // namespace biaoshen
