// One digest for the files of a dossier: their paths, sizes and contents. A dossier whose
// digest has not changed need not be read again.
//
// Tested by tests/batch/batch_entry_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/dossier.h"

namespace biaoshen {

// The same before the files are read and after.
std::string input_sha256(const Dossier& dossier);

}  // namespace biaoshen
