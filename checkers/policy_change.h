// One change of a policy, applied to one profile and noted there as a deviation.
//
// Tested by tests/checkers/policy_test.cpp.
#pragma once

#include "checkers/profile_parts.h"

namespace biaoshen {

// `node` is a <cut-off>, <level>, <set> or <require>; `profile` has its policy already.
void change_profile(Profile& profile, const XmlNode& node, Mistakes& mistakes);

}  // namespace biaoshen
