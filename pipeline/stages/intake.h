// The first stage: a PATH becomes a dossier, a list of files with their names, sizes and
// hashes, nothing opened yet. Folders are walked without following links, PATH itself included
// (but not what leads to it), even where somebody swaps them while they are walked; what is not a
// file, too deep or too much is listed as refused, litter as ignored. Nothing is skipped
// silently and nothing is changed.
//
// Tested by tests/stages/intake_test.cpp.
#pragma once

#include <filesystem>

#include "pipeline/contracts.h"

namespace biaoshen {

// Errors: `input` where `path` cannot be opened at all.
Result<Dossier> intake(const std::filesystem::path& path, const Limits& limits);

}  // namespace biaoshen
