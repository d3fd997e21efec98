// What the predicates over a batch share: the readings of a dossier by the name of the fact,
// the form in which readings of two dossiers compare, lists of dossiers for messages.
//
// Tested through the predicates, tests/batch/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/contracts.h"

namespace biaoshen {

using Entries = std::set<std::size_t>;  // indexes into BatchInput::entries

// Readings of the facts that parameter `name` of the check names; of a rule without that
// parameter none.
std::vector<const Fact*> entry_facts(const BatchEntry& entry, const Check& check,
                                     std::string_view name);

// Equal for two prints of one number or title: folded, capital, without blanks and title marks.
std::string comparable(std::string_view print);
// Long enough to tell two things apart; 无 and / are not.
bool is_telling(std::string_view comparable);

Entries applications(const BatchInput& input);

// A、B、C of at most a dozen names, then how many there are.
std::string joined(const std::vector<std::string>& names);
std::string dossier_names(const BatchInput& input, const Entries& entries);

// Adds the quote of a reading; a cap keeps a hostile batch from filling the outputs.
void add_evidence(BatchOutcome& outcome, std::size_t entry, const Fact& fact);

// The outcome about `entries`, with {dossiers}.
BatchOutcome outcome_about(const BatchInput& input, const Entries& entries);

// The different bodies among the readings, as printed; same names in other forms count once.
std::vector<std::string> distinct_parties(const std::vector<const Fact*>& readings);

}  // namespace biaoshen
