#include "pipeline/ledger/transitions.h"

#include <utility>

namespace biaoshen {
namespace {

LedgerEntry in_state(LedgerEntry entry, LedgerState state) {
  entry.state = state;
  return entry;
}

// Where an entry waits whose files are known.
LedgerEntry at_rest(LedgerEntry entry) {
  const bool is_over = is_given_up(entry);
  return in_state(std::move(entry), is_over ? LedgerState::quarantined : LedgerState::settled);
}

void forget_tries(LedgerEntry& entry) {
  entry.deaths = entry.kills = entry.losses = 0;
  entry.reason.clear();
}

}  // namespace

bool is_given_up(const LedgerEntry& entry) {
  return 2 * entry.deaths + entry.kills >= 2 * kMostDeaths || entry.losses >= kMostLosses;
}

LedgerEntry seen(LedgerEntry entry, const std::string& signature) {
  if (entry.signature == signature) return entry;
  entry.signature = signature;
  entry.input_sha256.clear();
  return in_state(std::move(entry), LedgerState::seen);
}

LedgerEntry settled(LedgerEntry entry, const std::string& input_sha256) {
  if (entry.tried_sha256 != input_sha256) forget_tries(entry);
  entry.input_sha256 = entry.tried_sha256 = input_sha256;
  return at_rest(std::move(entry));
}

LedgerEntry claimed(LedgerEntry entry) {
  return in_state(std::move(entry), LedgerState::claimed);
}

LedgerEntry done(LedgerEntry entry) {
  if (is_given_up(entry)) return at_rest(std::move(entry));
  forget_tries(entry);
  return in_state(std::move(entry), LedgerState::done);
}

LedgerEntry put_back(LedgerEntry entry, std::string reason) {
  if (!is_given_up(entry)) entry.reason = std::move(reason);
  return at_rest(std::move(entry));
}

LedgerEntry after_death(LedgerEntry entry, Death death, std::string reason) {
  if (!is_given_up(entry)) {
    ++(death == Death::killed ? entry.kills : entry.deaths);
    entry.reason = std::move(reason);
  }
  return at_rest(std::move(entry));
}

LedgerEntry after_loss(LedgerEntry entry, std::string reason) {
  if (!is_given_up(entry)) {
    ++entry.losses;
    entry.reason = std::move(reason);
  }
  return at_rest(std::move(entry));
}

LedgerEntry freed(LedgerEntry entry) {
  forget_tries(entry);
  const bool is_known = !entry.input_sha256.empty();
  return in_state(std::move(entry), is_known ? LedgerState::settled : LedgerState::seen);
}

}  // namespace biaoshen
