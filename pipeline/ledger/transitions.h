// How an entry of the ledger goes from one state to the next, as functions of values: the ledger
// writes down what they give, and nothing else changes a state.
//
// Tested by tests/ledger/transitions_test.cpp.
#pragma once

#include <string>

#include "pipeline/ledger/ledger.h"

namespace biaoshen {

// A dossier that kills its worker twice is not tried again. Where the program itself was gone
// (power cut, kill -9) the dossier is hardly to blame: it is tried many times more, but not for
// ever.
inline constexpr int kMostDeaths = 2;
inline constexpr int kMostLosses = 50;
// SIGKILL comes from outside (an administrator, the kernel out of memory) more often than from the
// dossier: such a death counts half.
enum class Death : unsigned char { crashed, killed, hung };

// The tree looks otherwise than before: everything known of its contents is void.
LedgerEntry seen(LedgerEntry entry, const std::string& signature);
// It is still, complete, and has these contents: settled. Other contents than those tried before
// start anew; the same ones that were given up are quarantined still.
LedgerEntry settled(LedgerEntry entry, const std::string& input_sha256);
LedgerEntry claimed(LedgerEntry entry);
// What a claim becomes. A claim of what was given up (to publish why) becomes quarantined, always.
LedgerEntry done(LedgerEntry entry);  // its tries are forgotten
LedgerEntry put_back(LedgerEntry entry,
                     std::string reason);  // not the dossier's fault: not counted
LedgerEntry after_death(LedgerEntry entry, Death death, std::string reason);
LedgerEntry after_loss(LedgerEntry entry, std::string reason);  // found claimed at the start
// --force, or another setting: given one more chance.
LedgerEntry freed(LedgerEntry entry);

// Whether these contents were tried too often.
bool is_given_up(const LedgerEntry& entry);

}  // namespace biaoshen
