// What the program knows, as text for a terminal: programmes, rules, one rule in
// full. Everything comes from the profiles; nothing is told that is not in them.
//
// Tested by tests/checkers/shipped_profiles_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::string list_programmes(std::span<const Profile> profiles, Language language);
std::string list_rules(const Profile& profile, Language language);
// `samples`: names of the samples that show the rule.
std::string explain_rule(const Profile& profile, const RuleSpec& rule,
                         const std::vector<std::string>& samples, Language language);

}  // namespace biaoshen
