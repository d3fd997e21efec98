#include "pipeline/app/batch_command.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>

#include "pipeline/app/batch_comparison.h"
#include "pipeline/app/batch_line.h"
#include "pipeline/app/out_state.h"
#include "pipeline/app/program.h"
#include "pipeline/app/review_queue.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/app/status_board.h"
#include "pipeline/app/stop_time.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/service/signals.h"
#include "pipeline/watch/inbox.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int kSomeFailed = 6, kStoppedBeforeTheEnd = 75;
constexpr int kMostOffers = 3;  // of an entry that changes while it is reviewed

enum class Stop : unsigned char { none, time_up, told, trouble };

class Batch {
 public:
  Batch(const ServiceOptions& options, const ReviewRun& run, OutState& out,
        std::vector<InboxEntry> inbox, std::optional<StopTime> until)
      : options_(options),
        run_(run),
        out_(out),
        inbox_(std::move(inbox)),
        until_(until),
        log_(log_path(options), terminal_language()),
        board_("batch", run, options.inbox, log_),
        line_(terminal_language(), options.explain),
        crew_(run.request.jobs),
        queue_(run, out.ledger, crew_, settings_of(options, run),
               [this](const QueueNews& news) { take(news); }) {
    crew_.in_child([this] { out_.lock.abandon(); });
  }

  Stop run() {
    const SandboxLayers layers = offered_layers();
    log_.write(
        layers.are_complete() ? LogLevel::info : LogLevel::warning, "batch-started", "",
        {{"entries", static_cast<std::int64_t>(inbox_.size())}, {"sandbox", to_string(layers)}});
    warn_of_sandbox();
    if (const auto& aside = out_.ledger.moved_aside(); !aside.empty())
      log_.write(LogLevel::warning, "ledger-moved-aside", "", {{"to", aside.string()}});
    queue_.recover();
    for (const InboxEntry& entry : inbox_) offer(entry);
    board_.scanned(inbox_.size(), 0);
    Stop stop = Stop::none;
    while (stop == Stop::none) {
      queue_.turn();
      offer_again();
      tell_figures(false);
      if (queue_.trouble() && queue_.trouble()->code == ErrorCode::output) stop = Stop::trouble;
      if (queue_.is_idle()) break;
      if (stop == Stop::none) stop = wait();
    }
    end(stop);
    return stop;
  }

  // What is to be said of each entry besides its result.
  std::vector<ComparedEntry> entries() const {
    std::vector<ComparedEntry> all;
    for (const InboxEntry& entry : inbox_) {
      const std::string folder = entry.path.filename().string();
      const auto error = errors_.find(folder);
      ComparedEntry one{folder, error == errors_.end() ? "" : error->second, ""};
      if (one.error.empty() && unfinished_.contains(folder)) add_unfinished(one);
      all.push_back(std::move(one));
    }
    return all;
  }

  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  static fs::path log_path(const ServiceOptions& options) {
    return options.log.empty() ? state_folder(options.out) / "log.jsonl" : fs::path(options.log);
  }
  static QueueSettings settings_of(const ServiceOptions& options, const ReviewRun& run) {
    QueueSettings settings;
    settings.jobs = run.request.jobs;
    settings.force = options.force;
    settings.patience = std::chrono::milliseconds(static_cast<long>(options.stall_seconds * 1000));
    return settings;
  }

  void offer(const InboxEntry& entry) {
    const std::string folder = entry.path.filename().string();
    TreeState tree = tree_state(entry.path);
    if (tree.unfinished.empty()) tree.unfinished = entry.unfinished;
    if (!entry.refused.empty()) {
      errors_[folder] = entry.refused;
    } else if (!tree.unfinished.empty()) {
      errors_[folder] = words("尚未传完，传完后再审查：",
                              "is still being written, and reviewed once that has ended: ") +
                        readable_name(tree.unfinished).text;
    } else {
      unfinished_[folder] = entry.path;
      queue_.offer({entry.path, tree});
    }
  }

  void take(const QueueNews& news) {
    board_.take(news);
    line_.take(news);
    if (news.event == QueueEvent::current || news.event == QueueEvent::done ||
        news.event == QueueEvent::quarantined)
      unfinished_.erase(news.folder);
    if (news.event == QueueEvent::quarantined && !news.published)
      errors_[news.folder] = news.message;
    if (news.event != QueueEvent::put_back) return;
    if (news.code == ErrorCode::again && ++offers_[news.folder] < kMostOffers) {
      again_.push_back(news.folder);
    } else {
      errors_[news.folder] = news.message;
      unfinished_.erase(news.folder);
    }
  }

  void offer_again() {
    for (const std::string& folder : std::exchange(again_, {})) {
      const fs::path path = unfinished_.at(folder);
      queue_.offer({path, tree_state(path)});
    }
  }

  Stop wait() {
    std::vector<pollfd> ready = crew_.descriptors();
    ready.push_back({signals_.descriptor(), POLLIN, 0});
    const auto most = std::min<std::chrono::milliseconds>(queue_.until_next(), 1000ms);
    ::poll(ready.data(), ready.size(), static_cast<int>(most.count()));
    if (signals_.seen().stop) return Stop::told;
    return until_ && until_->is_over() ? Stop::time_up : Stop::none;
  }

  // In the language of the pages, which say it, too.
  std::string words(const char* zh, const char* en) const {
    return options_.presentation.language == Language::zh ? zh : en;
  }

  void tell_figures(bool is_last) {
    const auto now = std::chrono::steady_clock::now();
    if (options_.metrics.empty() || (!is_last && now - told_ < std::chrono::seconds(15))) return;
    told_ = now;
    const auto status = board_.status(queue_, out_.ledger, is_last ? "stopped" : "running");
    const auto written = write_metrics(options_.metrics, board_.metrics(status));
    if (!written && is_last) std::cerr << "biaoshen: " << written.error().message << '\n';
  }

  void end(Stop stop) {
    trouble_ = queue_.trouble();
    queue_.stop();
    const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!crew_is_empty() && std::chrono::steady_clock::now() < latest) {
      queue_.turn();
      std::vector<pollfd> ready = crew_.descriptors();
      ::poll(ready.data(), ready.size(), 20);
    }
    clear_stage(run_.settings.out);  // what was ended in the middle of publishing
    if (stop != Stop::told) trim_cache(run_);
    log_.write(stop == Stop::none ? LogLevel::info : LogLevel::warning, "batch-ended", "",
               {{"not_reached", static_cast<std::int64_t>(unfinished_.size())},
                {"trouble", trouble_ ? trouble_->message : ""}});
    tell_figures(true);
  }
  bool crew_is_empty() const { return crew_.running() == 0; }

  void add_unfinished(ComparedEntry& entry) const {
    const bool has_result = !result_stamp(run_.settings.out, entry.folder).empty();
    const std::string why = words("批次提前结束，下次继续",
                                  "the batch was stopped before it came to this dossier; the "
                                  "next one goes on");
    (has_result ? entry.overdue : entry.error) = why;
  }

  const ServiceOptions& options_;
  const ReviewRun& run_;
  OutState& out_;
  std::vector<InboxEntry> inbox_;
  std::optional<StopTime> until_;
  std::map<std::string, std::string> errors_;   // by folder: why it cannot be reviewed
  std::map<std::string, fs::path> unfinished_;  // by folder: those not ended yet
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

void tell(const BatchRow& row, const std::string& out) {
  if (row.entry) {
    std::cout << told(row.name, row.verdict, row.entry->counts, fs::path(out) / row.folder) << '\n';
  } else {
    std::cerr << "biaoshen: " << row.name << ": " << row.error << '\n';
  }
}

int exit_of(const BatchReport& report, const std::string& fail_on) {
  const auto failed = [](const BatchRow& row) { return !row.entry; };
  const auto bad = [&](const BatchRow& row) {
    return row.entry->is_application && is_failure(row.verdict, fail_on);
  };
  if (std::any_of(report.rows.begin(), report.rows.end(), failed)) return kSomeFailed;
  return std::any_of(report.rows.begin(), report.rows.end(), bad) ? 1 : 0;
}

int stopped() {
  std::cerr << (terminal_language() == Language::zh
                    ? "biaoshen: 提前结束，下次继续\n"
                    : "biaoshen: stopped before the end; the next batch goes on\n");
  return kStoppedBeforeTheEnd;
}

}  // namespace

int batch_command(const ServiceOptions& options) {
  const auto until = stop_time(options.until);
  if (!until) return report(until.error());
  const auto run = prepare_service(options);
  if (!run) return report(run.error());
  auto inbox = inbox_entries(options.inbox, options.out);
  if (!inbox) return report(inbox.error());
  auto out = open_out(options.out, "batch");
  if (!out) return report(out.error());

  Stop stop = Stop::none;
  std::vector<ComparedEntry> entries;
  {
    Batch batch(options, *run, *out, std::move(*inbox), *until);
    stop = batch.run();
    if (stop == Stop::trouble) return report(*batch.trouble());
    if (stop == Stop::told) return stopped();
    entries = batch.entries();
  }
  const auto compared = compare_batch(entries, *run);
  if (!compared) return report(compared.error());
  for (const BatchRow& row : compared->rows) tell(row, options.out);
  std::cout << (fs::path(options.out) / "index.html").string() << '\n';
  return stop == Stop::time_up ? stopped() : exit_of(*compared, options.fail_on);
}

}  // namespace biaoshen
