// The fourth stage: every finder call of the profile over every part it is meant for; then
// what the materials confirm of one another.
#pragma once

#include <span>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_facts(const Dossier& dossier, const Profile& profile,
                             std::span<const FinderRow> finders);

}  // namespace biaoshen
