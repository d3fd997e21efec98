// The second stage: every file that intake did not refuse is read into its document, by
// as many readers side by side as `jobs` says; then the files that were found in files, and so on.
// Files with the same content are read once. The files come out in the order of their paths,
// numbered anew, whoever finished first.
//
// Once the reader has trouble no further file is begun: what comes out is not to be used then.
// Tested by tests/stages/read_files_test.cpp and tests/stages/unpacking_test.cpp.
#pragma once

#include "pipeline/contracts.h"

namespace biaoshen {

Dossier read_files(Dossier dossier, Reader& reader, const Limits& limits, unsigned jobs,
                   Progress& progress);

}  // namespace biaoshen
