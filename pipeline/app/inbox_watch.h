// Which entries of a watched inbox are completely there: scans it, compares with the ledger, and
// offers to the queue what is new or has changed since and is still now. Entries that are not are
// waiting, with the reason.
//
// An inbox that cannot be listed (a share that has gone) changes nothing: nothing is taken for
// removed. Tested by tests/endurance/.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/app/batch_comparison.h"
#include "pipeline/app/review_queue.h"
#include "pipeline/model/service_status.h"
#include "pipeline/watch/inbox.h"
#include "pipeline/watch/settling.h"

namespace biaoshen {

class InboxWatch {
 public:
  using Clock = std::chrono::steady_clock;

  InboxWatch(std::filesystem::path inbox, std::filesystem::path out,
             std::chrono::milliseconds settle, Language language, ReviewQueue& queue,
             Ledger& ledger);  // `language`: of the pages

  // All entries. `goes_on` is asked after each: false ends the scan early. Error: input.
  Result<void> scan(const std::function<bool()>& goes_on);
  // Those that are waiting and worth while to look at again.
  void look_at_waiting();
  // Until the next of these; one hour where nothing waits for a time.
  std::chrono::milliseconds until_next_look() const;

  // What the queue put back, and why: shown until it is done. False: it was said before.
  bool put_back(const QueueNews& news);
  void ended(const std::string& folder);

  std::size_t entries() const { return there_.size(); }
  std::size_t absent() const { return absent_; }  // done, and not in the inbox any more
  bool is_there(const std::string& folder) const { return there_.contains(folder); }
  std::vector<StatusWaiting> waiting() const;
  // Entries with a result or an error, for the comparison. Error: output (ledger).
  Result<std::vector<ComparedEntry>> compared() const;
  // Whether something of the comparison's has changed since the last call: an entry came, went or
  // is refused.
  bool has_changed();
  // Folders in which something is growing, to be listened at.
  std::vector<std::filesystem::path> growing() const;

 private:
  struct Waiting {
    InboxEntry entry;
    Settled settled;
    Clock::time_point look;
    std::string since;  // as shown
  };
  struct Failed {
    std::string why, signature;
    Clock::time_point again;
  };
  void look_at(const InboxEntry& entry, Clock::time_point now);
  void refuse(const InboxEntry& entry);
  void wait(const InboxEntry& entry, const Settled& settled, Clock::time_point now);
  void gone(const std::string& folder);
  enum class Known : unsigned char { no, yes, but_its_result };
  Known knowledge_of(const std::string& folder, const TreeState& tree) const;
  bool is_copy_of_another(const LedgerEntry& copy) const;
  void count_absent();
  std::string words(const char* zh, const char* en) const;
  bool was_complete(const std::string& folder, const TreeState& tree) const;

  std::filesystem::path inbox_, out_;
  ReviewQueue& queue_;
  Ledger& ledger_;
  Settling settling_;
  Language language_;
  std::size_t absent_ = 0;
  std::set<std::string> there_;    // folders of the last scan
  std::set<std::string> offered_;  // since the start
  std::map<std::string, Waiting> waiting_;
  std::map<std::string, std::string> refused_;  // by folder: why
  std::map<std::string, std::string> tried_;    // by folder: the signature when it was offered
  std::map<std::string, Failed> failed_;
  bool has_changed_ = true;
};

}  // namespace biaoshen
