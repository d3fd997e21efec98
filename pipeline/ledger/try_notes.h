// What a shard remembers beyond its end: how often a dossier was tried. A ledger cannot be shared
// by machines, a file can: OUT/.biaoshen/tries/<folder> is there while a dossier is tried, and
// stays where its tries failed. Who tries keeps it locked, so that another who finds it unlocked
// knows that a program has gone.
//
// It refuses nothing: where a file system has no locks a try that somebody else makes at the moment
// counts as lost, of which there may be many (transitions.h); a note that makes no sense is none.
//
// Tested by tests/ledger/try_notes_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "pipeline/base/open_plain.h"
#include "pipeline/base/result.h"
#include "pipeline/ledger/ledger.h"

namespace biaoshen {

class TryNotes {
 public:
  explicit TryNotes(const std::filesystem::path& out);

  // What is known of the tries of a dossier; one that nobody makes any more counts as lost.
  // Nothing: there were none that failed.
  std::optional<LedgerEntry> known(const std::string& folder) const;
  // As Ledger::put, of what matters for tries. Error: output.
  Result<void> put(const LedgerEntry& entry);
  // In a forked process: lets go of the copies of the locks.
  void abandon() { held_.clear(); }

 private:
  std::filesystem::path folder_;
  std::map<std::string, Descriptor> held_;  // notes of tries that are being made
};

}  // namespace biaoshen
