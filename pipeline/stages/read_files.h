// The second stage: every file that intake did not refuse is read into its document, by
// as many readers side by side as `jobs` says. Files with the same content are read once.
// The order of the results is that of the files, whoever finishes first.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

Dossier read_files(Dossier dossier, Reader& reader, const Limits& limits, unsigned jobs,
                   Progress& progress);

}  // namespace biaoshen
