// Reads a profile: XML to Profile, with every mistake in it and not only the
// first. RELAX NG looks at the shape; this looks at names, types, citations,
// placeholders and what refers to what, and proposes the name that was meant.
// The modules it includes are read with it, as if all were one document.
//
// A profile with a mistake gives no Profile: half a set of rules would let an
// application through.
//
// Tested by tests/checkers/profile_reader_test.cpp and shipped_profiles_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "checkers/profile_modules.h"
#include "pipeline/contracts.h"

namespace biaoshen {

struct ReadProfile {
  std::optional<Profile> profile;        // none where there is a mistake
  std::vector<ProfileMistake> mistakes;  // by line; those of modules last
};

// `finders`: what a <fact> may call. Checkers do not know the extractors.
ReadProfile read_profile(std::string_view xml, std::span<const FinderRow> finders,
                         const ModuleShelf& modules);

}  // namespace biaoshen
