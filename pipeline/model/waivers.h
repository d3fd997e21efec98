// Waivers: a secretariat's decisions not to hold a finding against one dossier.
//
// A waiver rests on the evidence that was looked at: its hash. When the evidence is
// another, the waiver is void; after its last day it is expired. The finding keeps its
// status and shows the waiver whatever its state.
//
// Tested by tests/model/waivers_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/review.h"

namespace biaoshen {

// What a finding rests on, as one hash: rule, status, and each quote or search with its files
// by their contents, so that the order and names of files do not matter.
std::string evidence_sha256(const Finding& finding, const Dossier& dossier);

// A waiver as it is given: for one rule, for the dossier of this name or standard number.
struct GivenWaiver {
  std::string rule, dossier, number;  // one of dossier and number; number by its key
  Waiver waiver;                      // evidence_sha256 may be its first kShortestHash digits
};
inline constexpr std::size_t kShortestHash = 16;

// Gives each finding the waiver for it. Of several the applied one, else the last.
void apply_waivers(std::vector<Finding>& findings, std::span<const GivenWaiver> waivers,
                   std::string_view dossier, const Subject& subject, const Date& as_of);

}  // namespace biaoshen
