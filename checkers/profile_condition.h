// The question of a rule, <check>, <all>, <any> or <not>, from XML: names of predicates,
// parameters with their types, and what else they refer to, against the tables.
//
// Tested by tests/checkers/profile_reader_test.cpp.
#pragma once

#include "checkers/profile_parts.h"

namespace biaoshen {

bool is_condition(const XmlNode& node);

// The node that asks, a child of <rule> or <when>; null where there is none.
const XmlNode* condition_in(const XmlNode& node);

// Rules of a batch or a panel take one <check> only; their predicates answer for themselves.
Condition condition_of(const Profile& profile, const XmlNode& node, const RuleSpec& rule,
                       Mistakes& mistakes);

// Names of parameters in the "adjustable" attributes of the condition's checks.
std::set<std::string> adjustable_in(const XmlNode& node, Mistakes& mistakes);

// Whether the parameters of a rule's checks are of their types, for mistakes at `node`.
void check_parameter_types(const Profile& profile, const XmlNode& node, const RuleSpec& rule,
                           Mistakes& mistakes);

}  // namespace biaoshen
