// What a batch or watch shows of itself: gathers what happens and gives it as a ServiceStatus, a
// line in the log, and figures for the metrics.
//
// Names are as the file system has them in `folder`, readable in `name`.
// Tested by tests/app/batch_command_test.cpp through the log and the metrics, and by
// tests/endurance/ through status.json.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/app/review_queue.h"
#include "pipeline/model/service_status.h"
#include "pipeline/service/metrics.h"
#include "pipeline/service/run_log.h"

namespace biaoshen {

class StatusBoard {
 public:
  using Clock = std::chrono::steady_clock;

  StatusBoard(std::string command, const ReviewRun& run, const std::string& inbox, RunLog& log);

  void take(const QueueNews& news);
  // From the ledger, at the start.
  void quarantined_before(const LedgerEntry& entry);
  // What was given up and has left the inbox is no concern any more.
  void forget_where(const std::function<bool(const std::string& folder)>& is_gone);
  // All of them; the status names those first that do more than settle, and not more than some.
  // How many of those done are not in the inbox any more.
  void absent(std::size_t absent) { absent_ = absent; }
  void waiting(std::vector<StatusWaiting> waiting);
  void scanned(std::size_t entries, double seconds);
  void events(bool has_events, const std::string& why_none, double poll_seconds);

  ServiceStatus status(const ReviewQueue& queue, const Ledger& ledger,
                       const std::string& state) const;
  ServiceMetrics metrics(const ServiceStatus& status);

 private:
  void log(const QueueNews& news);
  void count(const QueueNews& news);

  RunLog& log_;
  std::size_t absent_ = 0;
  const ReviewRun& run_;
  ServiceStatus known_;
  ServiceMetrics counted_;
  std::deque<StatusDone> recent_;                         // newest first
  std::map<std::string, StatusQuarantined> quarantined_;  // by folder
  Clock::time_point scanned_{};
  std::optional<Clock::time_point> measured_;  // the cache
};

}  // namespace biaoshen
