#include "pipeline/app/batch_run.h"

#include <poll.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "pipeline/app/out_state.h"
#include "pipeline/app/program.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/ledger/publish.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int kMostOffers = 3;  // of an entry that changes while it is reviewed

QueueSettings settings_of(QueueSettings settings, const ServiceOptions& options,
                          const ReviewRun& run) {
  settings.jobs = run.request.jobs;
  settings.force = options.force;
  settings.patience = std::chrono::milliseconds(static_cast<long>(options.stall_seconds * 1000));
  return settings;
}

}  // namespace

std::string why_not(const InboxEntry& entry, const TreeState& tree, Language language) {
  const bool zh = language == Language::zh;
  if (!entry.refused.empty()) return entry.refused;
  const std::string& unfinished = tree.unfinished.empty() ? entry.unfinished : tree.unfinished;
  if (unfinished.empty()) return {};
  return (zh ? "尚未传完，传完后再审查："
             : "is still being written, and reviewed once that has ended: ") +
         readable_name(unfinished).text;
}

BatchRun::BatchRun(const ServiceOptions& options, const ReviewRun& run, Ledger& ledger,
                   std::vector<InboxEntry> entries, std::optional<StopTime> until,
                   BatchManner manner)
    : options_(options),
      run_(run),
      ledger_(ledger),
      entries_(std::move(entries)),
      until_(until),
      manner_(std::move(manner)),
      log_(manner_.log, terminal_language()),
      board_("batch", run, options.inbox, log_),
      line_(terminal_language(), options.explain),
      crew_(run.request.jobs),
      queue_(run, ledger, crew_, settings_of(manner_.queue, options, run),
             [this](const QueueNews& news) { take(news); }) {
  crew_.in_child(manner_.in_child);
}

Stop BatchRun::run() {
  begin();
  Stop stop = Stop::none;
  while (stop == Stop::none) {
    offer_more();
    queue_.turn();
    offer_again();
    tell_figures(false);
    if (queue_.trouble() && queue_.trouble()->code == ErrorCode::output) stop = Stop::trouble;
    if (queue_.is_idle() && offered_ == entries_.size()) break;
    if (stop == Stop::none) stop = wait(has_room_for_more() ? 0ms : 1000ms);
  }
  end(stop);
  return stop;
}

void BatchRun::begin() {
  const SandboxLayers layers = offered_layers();
  log_.write(
      layers.are_complete() ? LogLevel::info : LogLevel::warning, "batch-started", "",
      {{"entries", static_cast<std::int64_t>(entries_.size())}, {"sandbox", to_string(layers)}});
  warn_of_sandbox();
  if (!manner_.ledger_aside.empty())
    log_.write(LogLevel::warning, "ledger-moved-aside", "",
               {{"to", manner_.ledger_aside.string()}});
  queue_.recover();
  for (const InboxEntry& entry : entries_)
    unfinished_.emplace(entry.path.filename().string(), entry.path);
  board_.scanned(entries_.size(), 0);
}

std::vector<ComparedEntry> BatchRun::entries() const {
  std::vector<ComparedEntry> all;
  for (const InboxEntry& entry : entries_) {
    const std::string folder = entry.path.filename().string();
    const auto error = errors_.find(folder);
    ComparedEntry one{folder, error == errors_.end() ? "" : error->second, ""};
    if (one.error.empty() && unfinished_.contains(folder)) add_unfinished(one);
    all.push_back(std::move(one));
  }
  return all;
}

void BatchRun::offer_more() {
  while (has_room_for_more()) offer(entries_[offered_++]);
}

void BatchRun::offer(const InboxEntry& entry) {
  const std::string folder = entry.path.filename().string();
  const TreeState tree = tree_state(entry.path);
  if (std::string why = why_not(entry, tree, run_.settings.presentation.language); !why.empty()) {
    errors_[folder] = std::move(why);
    unfinished_.erase(folder);
    return;
  }
  manner_.before_offer(folder);
  queue_.offer({entry.path, tree});
}

void BatchRun::take(const QueueNews& news) {
  manner_.on_news(news);
  board_.take(news);
  line_.take(news);
  if (news.event == QueueEvent::current || news.event == QueueEvent::done ||
      news.event == QueueEvent::quarantined)
    unfinished_.erase(news.folder);
  if (news.event == QueueEvent::quarantined && !news.published) errors_[news.folder] = news.message;
  if (news.event != QueueEvent::put_back) return;
  if (news.code == ErrorCode::again && ++offers_[news.folder] < kMostOffers) {
    again_.push_back(news.folder);
  } else {
    errors_[news.folder] = news.message;
    unfinished_.erase(news.folder);
  }
}

void BatchRun::offer_again() {
  for (const std::string& folder : std::exchange(again_, {})) {
    const fs::path path = unfinished_.at(folder);
    queue_.offer({path, tree_state(path)});
  }
}

bool BatchRun::has_room_for_more() const {
  return offered_ < entries_.size() && queue_.waiting() < manner_.window;
}

Stop BatchRun::wait(std::chrono::milliseconds most) {
  std::vector<pollfd> ready = crew_.descriptors();
  ready.push_back({signals_.descriptor(), POLLIN, 0});
  most = std::min(most, queue_.until_next());
  ::poll(ready.data(), ready.size(), static_cast<int>(most.count()));
  if (signals_.seen().stop) return Stop::told;
  return until_ && until_->is_over() ? Stop::time_up : Stop::none;
}

// In the language of the pages, which say it, too.
std::string BatchRun::words(const char* zh, const char* en) const {
  return options_.presentation.language == Language::zh ? zh : en;
}

void BatchRun::tell_figures(bool is_last) {
  const auto now = std::chrono::steady_clock::now();
  if (options_.metrics.empty() || (!is_last && now - told_ < std::chrono::seconds(15))) return;
  told_ = now;
  const auto status = board_.status(queue_, ledger_, is_last ? "stopped" : "running");
  const auto written = write_metrics(options_.metrics, board_.metrics(status));
  if (!written && is_last) std::cerr << "biaoshen: " << written.error().message << '\n';
}

void BatchRun::end(Stop stop) {
  trouble_ = queue_.trouble();
  queue_.stop();
  const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (crew_.running() > 0 && std::chrono::steady_clock::now() < latest) {
    queue_.turn();
    std::vector<pollfd> ready = crew_.descriptors();
    ::poll(ready.data(), ready.size(), 20);
  }
  if (manner_.is_alone) {
    clear_stage(run_.settings.out);  // what was ended in the middle of publishing
    if (stop != Stop::told) trim_cache(run_);
  }
  log_.write(stop == Stop::none ? LogLevel::info : LogLevel::warning, "batch-ended", "",
             {{"not_reached", static_cast<std::int64_t>(unfinished_.size())},
              {"trouble", trouble_ ? trouble_->message : ""}});
  tell_figures(true);
}

void BatchRun::add_unfinished(ComparedEntry& entry) const {
  const bool has_result = !result_stamp(run_.settings.out, entry.folder).empty();
  const std::string why = words("批次提前结束，下次继续",
                                "the batch was stopped before it came to this dossier; the "
                                "next one goes on");
  (has_result ? entry.overdue : entry.error) = why;
}

}  // namespace biaoshen
