// What a command goes by: the profiles inside the program, those of a user's folder, and
// a secretariat's policy and waivers on top of them.
//
// Tested by tests/app/policy_commands_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/contracts.h"
#include "pipeline/model/waivers.h"

namespace biaoshen {

struct KnowledgeOptions {
  std::string profiles, policy, waivers;  // paths; empty: none
};

struct Knowledge {
  std::vector<Profile> profiles;  // the policy is applied
  std::vector<GivenWaiver> waivers;
};

// Errors: input (a file cannot be opened), profile (mistakes, each as file:line: message).
Result<Knowledge> load_knowledge(const KnowledgeOptions& options);

// Whether `wanted` is the id of a profile, or id@version.
bool is_programme(const Profile& profile, const std::string& wanted);

Result<std::string> whole_file(const std::string& path);

}  // namespace biaoshen
