#include "pipeline/app/status_board.h"

#include <unistd.h>

#include <algorithm>

#include "extractors/worker/recognition_cache.h"
#include "pipeline/app/done_log.h"
#include "pipeline/app/program.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/service/local_time.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostRecent = 50, kMostQueued = 50, kMostWaiting = 200;
constexpr std::chrono::minutes kBetweenMeasures{10};  // of the cache: as many files as pictures

std::string shown(const std::string& folder) {
  return readable_name(folder).text;
}

std::string word_of(ReviewStep::Doing doing) {
  if (doing == ReviewStep::Doing::checking) return "check";
  return doing == ReviewStep::Doing::writing ? "write" : "read";
}

std::string time_of(std::chrono::steady_clock::time_point at) {
  return local_time(std::chrono::system_clock::now() -
                    std::chrono::duration_cast<std::chrono::system_clock::duration>(
                        std::chrono::steady_clock::now() - at));
}

double seconds_since(std::chrono::steady_clock::time_point at) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - at).count();
}

StatusRunning running_of(const ReviewQueue::Running& one) {
  return {shown(one.folder), time_of(one.since), word_of(one.step.doing),
          one.step.path,     one.step.file,      one.step.files,
          one.step.page,     one.step.pages,     one.attempt};
}

}  // namespace

StatusBoard::StatusBoard(std::string command, const ReviewRun& run, const std::string& inbox,
                         RunLog& log)
    : log_(log), run_(run) {
  known_.command = std::move(command);
  known_.tool_version = counted_.version = BIAOSHEN_VERSION;
  known_.inbox = inbox;
  known_.out = run.settings.out;
  known_.started = local_time_now();
  known_.process = ::getpid();
}

void StatusBoard::take(const QueueNews& news) {
  log(news);
  count(news);
  const std::string name = shown(news.folder);
  if (news.event == QueueEvent::started || news.event == QueueEvent::done)
    quarantined_.erase(news.folder);
  if (news.event == QueueEvent::quarantined)
    quarantined_[news.folder] = {name, news.folder, news.message, local_time_now(),
                                 news.published.has_value()};
  if (news.event != QueueEvent::done || !news.published) return;
  recent_.push_front({name, news.folder, local_time_now(),
                      std::string(name_of(news.published->verdict)), shown(news.duplicate_of),
                      news.published->revision});
  if (recent_.size() > kMostRecent) recent_.pop_back();
}

void StatusBoard::quarantined_before(const LedgerEntry& entry) {
  quarantined_[entry.folder] = {shown(entry.folder), entry.folder, entry.reason, "",
                                !entry.result_stamp.empty()};
}

void StatusBoard::forget_where(const std::function<bool(const std::string&)>& is_gone) {
  std::erase_if(quarantined_, [&](const auto& one) { return is_gone(one.first); });
}

void StatusBoard::waiting(std::vector<StatusWaiting> waiting) {
  known_.refused = static_cast<std::uint64_t>(
      std::count_if(waiting.begin(), waiting.end(),
                    [](const StatusWaiting& one) { return one.waits_for == "refused"; }));
  std::stable_partition(waiting.begin(), waiting.end(),
                        [](const StatusWaiting& one) { return one.waits_for != "settle"; });
  const std::size_t listed = std::min(waiting.size(), kMostWaiting);
  known_.waiting_more = waiting.size() - listed;
  waiting.resize(listed);
  known_.waiting = std::move(waiting);
}

void StatusBoard::scanned(std::size_t entries, double seconds) {
  known_.entries = entries;
  known_.scan_seconds = seconds;
  known_.last_scan = local_time_now();
  scanned_ = Clock::now();
  counted_.last_scan = seconds_since_1970(std::chrono::system_clock::now());
}

void StatusBoard::events(bool has_events, const std::string& why_none, double poll_seconds) {
  known_.events = has_events ? "inotify" : "poll";
  known_.why_poll = why_none;
  known_.poll_seconds = poll_seconds;
}

ServiceStatus StatusBoard::status(const ReviewQueue& queue, const Ledger& ledger,
                                  const std::string& state) const {
  ServiceStatus now = known_;
  now.state = queue.trouble() && state == "running" ? "paused" : state;
  if (queue.trouble()) now.paused_for = queue.trouble()->message;
  now.written = local_time_now();
  now.scan_age = known_.last_scan.empty() ? 0 : seconds_since(scanned_);
  for (const ReviewQueue::Running& one : queue.running()) now.running.push_back(running_of(one));
  const std::vector<std::string> queued = queue.queued();
  for (const std::string& folder : queued)
    if (now.queued.size() < kMostQueued) now.queued.push_back(shown(folder));
  now.queued_more = queued.size() - now.queued.size();
  for (const auto& [folder, one] : quarantined_) now.quarantined.push_back(one);
  now.recent.assign(recent_.begin(), recent_.end());
  if (const auto counts = ledger.counts())
    if (const auto found = counts->find(LedgerState::done); found != counts->end())
      now.done = found->second - std::min<std::size_t>(found->second, absent_);
  return now;
}

ServiceMetrics StatusBoard::metrics(const ServiceStatus& status) {
  const auto& settings = run_.settings;
  if (!settings.cache.empty() && (!measured_ || Clock::now() - *measured_ > kBetweenMeasures)) {
    measured_ = Clock::now();
    counted_.cache_bytes =
        RecognitionCache(settings.cache, settings.cache_bytes, recognition_parameters()).bytes();
  }
  ServiceMetrics now = counted_;
  now.is_paused = status.state == "paused";
  now.dossiers = {{"waiting", status.waiting.size() + status.waiting_more - status.refused},
                  {"refused", status.refused},
                  {"queued", status.queued.size() + status.queued_more},
                  {"running", status.running.size()},
                  {"done", status.done},
                  {"quarantined", status.quarantined.size()}};
  return now;
}

void StatusBoard::count(const QueueNews& news) {
  if (news.event == QueueEvent::died) ++counted_.worker_deaths[news.how];
  const bool is_done = news.event == QueueEvent::done && news.published;
  if (is_done || (news.event == QueueEvent::current && news.because == Because::current))
    counted_.last_success = seconds_since_1970(std::chrono::system_clock::now());
  if (!is_done) return;
  ++counted_.reviews[std::string(name_of(news.published->verdict))];
  counted_.review_seconds += news.seconds;
  counted_.pages += news.published->pages;
}

void StatusBoard::log(const QueueNews& news) {
  const auto because = [&] { return std::string(name_of(news.because)); };
  switch (news.event) {
    case QueueEvent::current:  // nothing happened, and there may be ten thousand of them
    case QueueEvent::step:
      return;
    case QueueEvent::queued:
      return log_.write(LogLevel::info, "queued", news.folder, {{"because", because()}});
    case QueueEvent::started:
      return log_.write(LogLevel::info, "started", news.folder, {{"because", because()}});
    case QueueEvent::died:
      return log_.write(LogLevel::warning, "worker-died", news.folder, {{"why", news.message}});
    case QueueEvent::quarantined:
      return log_.write(LogLevel::error, "quarantined", news.folder, {{"why", news.message}});
    case QueueEvent::put_back:
      return log_.write(LogLevel::warning, "put-back", news.folder, {{"why", news.message}});
    case QueueEvent::done:
      break;
  }
  std::vector<LogField> fields = news.published ? done_fields(*news.published, news.seconds)
                                                : std::vector<LogField>{{"seconds", news.seconds}};
  if (!news.duplicate_of.empty()) fields.push_back({"duplicate_of", shown(news.duplicate_of)});
  log_.write(LogLevel::info, "done", news.folder, fields);
}

}  // namespace biaoshen
