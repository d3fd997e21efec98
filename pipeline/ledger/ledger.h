// The memory of a watched directory or nightly batch: for each entry of the inbox what was seen of
// it, how far it has come, and how often it was tried. SQLite (WAL, synchronous FULL), one writer.
//
//   seen ──still──> settled ──claim──> claimed ──> done
//    ^                 ^                  ├──────> quarantined   (kMostDeaths, kMostLosses)
//    └── files changed ┴── again ─────────┘
//
// The published folders are the truth, the ledger follows them: what it says was done counts only
// while the result is there as it left it, and without the ledger everything is found out again.
// So a damaged ledger is moved aside and begun anew, which costs time only. It refuses a database
// that is not its own or of a newer program (Error: output, with the remedy: move it away).
//
// Tested by tests/ledger/ledger_test.cpp; broken on purpose by tests/endurance/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

enum class LedgerState : unsigned char { seen, settled, claimed, done, quarantined };
std::string_view name_of(LedgerState state);  // seen, settled, claimed, done, quarantined

struct LedgerEntry {
  std::string folder;  // name in the inbox and of the result, bytes as the file system has them
  LedgerState state = LedgerState::seen;
  std::string signature;     // of the tree when it was last looked at (watch/tree_signature.h)
  std::string input_sha256;  // of the tree with that signature; empty: not computed yet
  std::uint64_t bytes = 0, files = 0;
  // The contents that the tries count for; a tree that was only touched does not start anew.
  std::string tried_sha256;
  int deaths = 0;            // tries of them whose worker crashed or hung
  int kills = 0;             // tries whose worker SIGKILL ended
  int losses = 0;            // tries that ended because the program itself was gone
  std::string reason;        // why it is waiting, was put back or is quarantined; for people
  std::string duplicate_of;  // folder of the entry whose result this one's is a copy of
  // Of the result:
  std::string result_input;  // input_sha256 of the files that it rests on
  std::string programme;     // id@version
  std::string setting_sha256, as_of, number_key, verdict;
  std::string result_stamp;  // of OUT/<folder>/dossier.json (publish.h) when it was last read
  int revision = 0;
  std::uint64_t pages = 0;
  double seconds = 0;  // that the review took

  bool operator==(const LedgerEntry&) const = default;
};

class Ledger {
 public:
  // Makes the file where there is none. The caller holds the instance lock (out_lock.h): nobody
  // else can open the file until this goes. Errors: output.
  static Result<Ledger> open(const std::filesystem::path& file);
  // Where the damaged ledger lies that open() had to move aside; empty: there was none.
  const std::filesystem::path& moved_aside() const;
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // Errors of all of these: output (disk full, read only, damaged).
  Result<std::optional<LedgerEntry>> find(const std::string& folder) const;
  Result<void> put(const LedgerEntry& entry);                 // durable when it returns
  Result<void> put(const std::vector<LedgerEntry>& entries);  // all or none
  Result<void> forget(const std::string& folder);
  Result<std::vector<LedgerEntry>> in_state(LedgerState state) const;            // by folder
  Result<std::vector<LedgerEntry>> with_input(const std::string& sha256) const;  // by folder
  Result<std::map<LedgerState, std::size_t>> counts() const;
  // Every entry, by folder, one at a time: memory does not grow with them.
  Result<void> each(const std::function<void(const LedgerEntry&)>& use) const;

 private:
  struct Store;
  explicit Ledger(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace biaoshen
