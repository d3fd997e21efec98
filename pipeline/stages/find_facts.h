// The fourth stage: every finder call of the profile over every part it is meant for; then
// what the materials confirm of one another.
#pragma once

#include <span>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

inline constexpr std::size_t kMostReadingsOfPart = 2'000, kMostReadingsOfDossier = 20'000;

struct LeftOutReadings {
  std::string file;  // id
  Problem problem;
};
struct FoundFacts {
  std::vector<Fact> facts;
  std::vector<LeftOutReadings> left_out;
};
FoundFacts find_facts(const Dossier& dossier, const Profile& profile,
                      std::span<const FinderRow> finders);

// The files whose readings were left out were read in part.
Dossier with_left_out(Dossier dossier, const std::vector<LeftOutReadings>& left_out);

}  // namespace biaoshen
