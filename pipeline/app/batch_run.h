// The reviewing half of a batch: every entry is offered to the queue, and what comes of each is
// logged, shown on the terminal's line, and kept for what is said of it later. `batch` does it for
// an inbox, a shard for its rows of a manifest.
//
// Stopped at any moment (--until, a signal, a power cut) the next one goes on where it was. One at
// a time in a process. Tested by tests/app/batch_command_test.cpp and tests/app/shard_test.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/app/batch_comparison.h"
#include "pipeline/app/batch_line.h"
#include "pipeline/app/review_queue.h"
#include "pipeline/app/service_options.h"
#include "pipeline/app/status_board.h"
#include "pipeline/app/stop_time.h"
#include "pipeline/service/signals.h"
#include "pipeline/watch/inbox.h"

namespace biaoshen {

enum class Stop : unsigned char { none, time_up, told, trouble };

// How a batch and a shard differ.
struct BatchManner {
  std::filesystem::path log;           // where the log goes
  std::filesystem::path ledger_aside;  // a damaged ledger was moved there; empty: none was
  // How many entries are looked at before those looked at earlier are done. All at once where
  // copies are to be found.
  std::size_t window = SIZE_MAX;
  bool is_alone = true;  // nobody else works on OUT: what others left behind may go
  QueueSettings queue = {};
  std::function<void()> in_child = [] {};  // as Crew::in_child
  std::function<void(const QueueNews&)> on_news = [](const auto&) {};
  std::function<void(const std::string& folder)> before_offer = [](const auto&) {};
};

// Why an entry is not reviewed now, in the language of the pages; empty: it is.
std::string why_not(const InboxEntry& entry, const TreeState& tree, Language language);

class BatchRun {
 public:
  // All of them outlive it.
  BatchRun(const ServiceOptions& options, const ReviewRun& run, Ledger& ledger,
           std::vector<InboxEntry> entries, std::optional<StopTime> until, BatchManner manner);

  Stop run();
  // What is to be said of each entry besides its result.
  std::vector<ComparedEntry> entries() const;
  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  void begin();
  void offer_more();
  void offer(const InboxEntry& entry);
  void take(const QueueNews& news);
  void offer_again();
  Stop wait(std::chrono::milliseconds most);
  bool has_room_for_more() const;
  void tell_figures(bool is_last);
  void end(Stop stop);
  void add_unfinished(ComparedEntry& entry) const;
  std::string words(const char* zh, const char* en) const;

  const ServiceOptions& options_;
  const ReviewRun& run_;
  Ledger& ledger_;
  std::vector<InboxEntry> entries_;
  std::size_t offered_ = 0;  // of them, from the first
  std::optional<StopTime> until_;
  BatchManner manner_;
  std::map<std::string, std::string> errors_;                // by folder: why it cannot be reviewed
  std::map<std::string, std::filesystem::path> unfinished_;  // by folder: those not ended yet
  std::map<std::string, int> offers_;
  std::vector<std::string> again_;
  std::optional<Error> trouble_;
  std::chrono::steady_clock::time_point told_{};
  Signals signals_;
  RunLog log_;
  StatusBoard board_;
  BatchLine line_;
  Crew crew_;
  ReviewQueue queue_;
};

}  // namespace biaoshen
