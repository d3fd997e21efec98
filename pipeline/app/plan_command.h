// `biaoshen plan INBOX… --out manifest.tsv`: what is to be reviewed by a batch that several
// machines share, a line a dossier (pipeline/batch/manifest.h).
//
// It opens no file of an applicant. It leaves out what is still being written, and says so; two
// entries of one name, which would have one result, are refused. Tested by tests/app/plan_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/batch/manifest.h"

namespace biaoshen {

struct PlanOptions {
  std::vector<std::string> inboxes;
  std::string out;  // path of the manifest
};

int plan_command(const PlanOptions& options);

// The rows of all entries of the inboxes, by falling cost; what is left out is said on stderr.
// Errors: input, usage (a name twice).
Result<std::vector<ManifestRow>> planned(const std::vector<std::string>& inboxes);

}  // namespace biaoshen
