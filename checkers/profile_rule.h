// One <rule> of a profile: its citations, its predicate with parameters, its
// messages. What the rule refers to must be in `profile` already.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include "checkers/profile_parts.h"

namespace biaoshen {

RuleSpec rule_of(const Profile& profile, const XmlNode& node, Mistakes& mistakes);

}  // namespace biaoshen
