// All profiles that this program knows: those inside it, and those of a user's
// folder beside them, never instead of them.
//
// A file that is listed in the released.sha256 of its folder (as sha256sum writes it) is
// frozen: with other contents it is refused, because findings that cite its version would
// no longer mean what they meant.
//
// Tested by tests/checkers/profile_library_test.cpp and shipped_profiles_test.cpp.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "checkers/profile_reader.h"

namespace biaoshen {

std::vector<ProfileSource> shipped_sources();

// Every .xml file and released.sha256 under `folder`, by path. Error: input.
Result<std::vector<ProfileSource>> sources_in(const std::filesystem::path& folder);

// By id and version. Error: profile, with every mistake as file:line: message.
Result<std::vector<Profile>> read_profiles(const std::vector<ProfileSource>& sources,
                                           std::span<const FinderRow> finders);

Result<std::vector<Profile>> shipped_profiles(std::span<const FinderRow> finders);

}  // namespace biaoshen
