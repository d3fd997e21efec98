// A secretariat's own files: its policy on top of a profile, its waivers. Every
// mistake is told with its line, and a file with one is not used at all.
//
// A policy may move the cut-off, set the level of a rule, set a parameter that the
// profile calls adjustable, and require more materials. It may not switch a rule off:
// that is what waivers are for, one dossier at a time, by name.
//
// Tested by tests/checkers/policy_test.cpp.
#pragma once

#include <span>

#include "checkers/profile_parts.h"
#include "pipeline/model/waivers.h"

namespace biaoshen {

// Changes the profiles it names. Nothing is changed where there are mistakes.
Mistakes apply_policy(std::string_view xml, std::vector<Profile>& profiles);

struct ReadWaivers {
  std::vector<GivenWaiver> waivers;
  Mistakes mistakes;
};
// Rules are looked up in all of `profiles`.
ReadWaivers read_waivers(std::string_view xml, std::span<const Profile> profiles);

// By the root element: a policy or waivers, and no profile.
bool is_policy_file(std::string_view xml);

}  // namespace biaoshen
