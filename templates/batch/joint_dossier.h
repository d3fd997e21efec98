// Puts what a batch has found into the published result of one dossier, and takes it out again
// where a later batch finds nothing: dossier.json gets or loses its member "batch", dossier.html
// its section, and the verdict of both becomes the worse of the dossier's own and the batch's.
//
// Nothing else of the two files changes, so that a batch run twice gives the same bytes.
//
// It refuses files in which it does not find its places exactly once (Error: internal); what
// applicants wrote cannot hold one, for it is escaped.
//
// Tested by tests/batch/joint_dossier_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "templates/batch/joint_data.h"

namespace biaoshen {

// `findings`: those to be shown in it, none that passes; `section_sha256` what they are made from
// (joint_digest.h).
Result<std::string> joint_dossier_json(std::string_view dossier_json, JointFindings findings,
                                       Language language, const std::string& section_sha256);

// `own`: the verdict of the dossier alone; `place.own` its name.
Result<std::string> joint_dossier_html(std::string_view dossier_html, Verdict own,
                                       JointFindings findings, const JointPlace& place);

}  // namespace biaoshen
