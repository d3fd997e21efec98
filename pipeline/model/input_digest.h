// One digest for the files of a dossier: their paths, sizes and contents. A dossier whose
// digest has not changed need not be read again; two dossiers of one digest have the same contents
// under two names. So the dossier's own name is not in it, and where the dossier is a single file,
// neither is that of the file; nor is litter.
//
// Tested by tests/batch/batch_entry_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/dossier.h"

namespace biaoshen {

// The same before the files are read and after.
std::string input_sha256(const Dossier& dossier);

}  // namespace biaoshen
