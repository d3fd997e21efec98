// One <rule> of a profile: its citations, its question, its messages. What the rule
// refers to must be in `profile` already.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include "checkers/profile_parts.h"

namespace biaoshen {

// The <cite> children of a <rule> or an <also>.
std::vector<Citation> cites_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes);

Level level_of(const XmlNode& node, std::string_view attribute, Mistakes& mistakes);

RuleSpec rule_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes);

}  // namespace biaoshen
