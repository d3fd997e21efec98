#include "pipeline/app/watch_command.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "pipeline/app/inbox_watch.h"
#include "pipeline/app/index_page.h"
#include "pipeline/app/out_state.h"
#include "pipeline/app/program.h"
#include "pipeline/app/restart.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/app/status_board.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/service/notify.h"
#include "pipeline/service/signals.h"
#include "pipeline/service/status_json.h"
#include "pipeline/watch/doorbell.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Between scans, where nothing rings and where nothing can ring.
constexpr double kPollSeconds = 30, kSilentPollSeconds = 10;
constexpr auto kAfterRinging = 200ms;  // what rings once mostly rings more often
constexpr std::size_t kMostListenedAt = 64;

enum class WatchEnd : unsigned char { stopped, reload };

class Watch {
 public:
  Watch(const ServiceOptions& options, ReviewRun& run, OutState& out)
      : options_(options),
        run_(run),
        out_(out),
        bell_(options.inbox, options.poll_seconds == 0),
        log_(options.log.empty() ? state_folder(options.out) / "log.jsonl" : fs::path(options.log),
             terminal_language()),
        board_("watch", run, options.inbox, log_),
        page_(options.out, options.presentation),
        crew_(run.request.jobs + 1),  // one for the comparison
        queue_(run, out.ledger, crew_, settings_of(options, run),
               [this](const QueueNews& news) { take(news); }),
        inbox_(options.inbox, options.out,
               std::chrono::milliseconds(static_cast<long>(options.settle_seconds * 1000)),
               options.presentation.language, queue_, out.ledger) {
    crew_.in_child([this] { out_.lock.abandon(); });
    const double poll = options.poll_seconds > 0 ? options.poll_seconds
                        : bell_.has_events()     ? kPollSeconds
                                                 : kSilentPollSeconds;
    poll_ = std::chrono::milliseconds(static_cast<long>(poll * 1000));
    board_.events(bell_.has_events(), bell_.why_none(), poll);
  }

  WatchEnd run() {
    begin();
    for (;;) {
      scan_where_due();
      queue_.turn();
      compare_where_due();
      show(false);
      wait();
      const SignalsSeen seen = signals_.seen();
      if (seen.stop) return end(WatchEnd::stopped);
      if (is_lost_) return end(WatchEnd::reload);
      if (seen.reload && can_reload()) return end(WatchEnd::reload);
    }
  }

 private:
  static QueueSettings settings_of(const ServiceOptions& options, const ReviewRun& run) {
    QueueSettings settings;
    settings.jobs = run.request.jobs;
    settings.follows_the_day = false;
    settings.largest_first = false;
    settings.patience = std::chrono::milliseconds(static_cast<long>(options.stall_seconds * 1000));
    return settings;
  }

  static std::string words(const char* zh, const char* en) {
    return terminal_language() == Language::zh ? zh : en;
  }

  void say(LogLevel level, const std::string& event, const std::string& message) {
    log_.write(level, event, "", {{"message", message}});
    say_line(level, message);
  }

  void begin() {
    log_.write(LogLevel::info, "watch-started", "",
               {{"inbox", options_.inbox},
                {"out", options_.out},
                {"version", BIAOSHEN_VERSION},
                {"sandbox", to_string(offered_layers())}});
    if (const auto warning = sandbox_warning(offered_layers(), terminal_language());
        !warning.empty())
      say(LogLevel::warning, "sandbox-incomplete", warning);
    if (const auto& aside = out_.ledger.moved_aside(); !aside.empty())
      say(LogLevel::warning, "ledger-moved-aside",
          words("账本已损坏，重新建立；旧账本：",
                "the ledger was damaged and is begun anew; the old one is ") +
              aside.string());
    if (!bell_.has_events())
      say(LogLevel::info, "polling",
          words("文件系统不通知变化，定时扫描收件文件夹：",
                "no events of the file system, the inbox is scanned at intervals: ") +
              bell_.why_none());
    queue_.recover();
    if (const auto given_up = out_.ledger.in_state(LedgerState::quarantined))
      for (const LedgerEntry& entry : *given_up) board_.quarantined_before(entry);
    scan();
    notify_ready(terminal_language() == Language::zh ? "正在监视收件文件夹" : "watching the inbox");
  }

  void scan() {
    const auto start = Clock::now();
    run_.request.today = today();
    bool is_whole = true;
    const auto scanned = inbox_.scan([this, &is_whole] {
      be_alive();
      pollfd signal{signals_.descriptor(), POLLIN, 0};
      is_whole = ::poll(&signal, 1, 0) == 0;
      return is_whole;
    });
    scan_at_ = Clock::now() + poll_;
    if (scanned && !is_whole) return;
    if (scanned) {
      board_.scanned(inbox_.entries(), std::chrono::duration<double>(Clock::now() - start).count());
      board_.absent(inbox_.absent());
      board_.forget_where([this](const std::string& folder) { return !inbox_.is_there(folder); });
      if (inbox_trouble_)
        say(LogLevel::info, "inbox-is-back",
            words("收件文件夹又可以读取", "the inbox can be read again"));
      inbox_trouble_.reset();
    } else if (!inbox_trouble_) {
      inbox_trouble_ = scanned.error();
      say(LogLevel::error, "inbox-unreadable", scanned.error().message);
    }
    std::vector<fs::path> growing = inbox_.growing();
    growing.resize(std::min(growing.size(), kMostListenedAt));
    for (const fs::path& folder : growing) bell_.listen_at(folder);
  }

  void scan_where_due() {
    const auto now = Clock::now();
    if (bell_.has_rung()) scan_at_ = std::min(scan_at_, now + kAfterRinging);
    if (now >= scan_at_) return scan();
    inbox_.look_at_waiting();
  }

  void take(const QueueNews& news) {
    const bool is_old_news = news.event == QueueEvent::put_back && !inbox_.put_back(news);
    if (is_old_news) return;
    board_.take(news);
    if (news.event == QueueEvent::done || news.event == QueueEvent::current ||
        news.event == QueueEvent::quarantined)
      inbox_.ended(news.folder);
    if (news.event == QueueEvent::done || news.event == QueueEvent::quarantined) is_dirty_ = true;
    const std::string name = readable_name(news.folder).text;
    if (news.event == QueueEvent::done && news.published)
      std::cout << told(name, news.published->verdict, news.published->counts,
                        fs::path(options_.out) / news.folder)
                << std::endl;
    if (news.event == QueueEvent::quarantined)
      say_line(LogLevel::error, name + words("：已隔离：", ": quarantined: ") + news.message);
    if (news.event == QueueEvent::died || news.event == QueueEvent::put_back)
      say_line(LogLevel::warning, name + ": " + news.message);
  }

  // At once where a watch has nothing else to do, else now and then; never so often that comparing
  // is all it does.
  void compare_where_due() {
    if (inbox_.has_changed()) is_dirty_ = true;
    const auto now = Clock::now();
    const bool is_quiet = queue_.running().empty() && queue_.queued().empty();
    if (!is_dirty_ || queue_.has_aside() || now < compare_at_ ||
        (!is_quiet && now < compare_at_ + std::chrono::seconds(30)))
      return;
    const auto entries = inbox_.compared();
    if (!entries) return;
    const bool started = queue_.aside(
        [this, entries = *entries](JobPipe&) {
          const auto compared = compare_batch(entries, run_, kComparedIndex);
          trim_cache(run_);
          return compared ? 0 : static_cast<int>(compared.error().code);
        },
        [this, now](const JobEnd& end) { have_compared(end, Clock::now() - now); });
    if (started) is_dirty_ = false;
  }

  void have_compared(const JobEnd& end, Clock::duration took) {
    compare_at_ = Clock::now() + 4 * took;
    if (end.how == JobEnding::stopped || (end.how == JobEnding::returned && end.status == 0))
      return;
    is_dirty_ = true;
    compare_at_ += std::chrono::seconds(30);
    log_.write(LogLevel::error, "comparison-failed", "", {{"status", std::int64_t{end.status}}});
  }

  void show(bool is_last) {
    be_alive();
    const auto now = Clock::now();
    if (!is_last && now < show_at_) return;
    show_at_ = now + std::chrono::seconds(1);
    board_.waiting(inbox_.waiting());
    if (!is_last && out_.lock.is_lost() && !is_lost_) {
      is_lost_ = true;
      say(LogLevel::error, "out-removed",
          words("输出文件夹被移走或删除，重新开始",
                "OUT was removed or moved away; it begins anew"));
    }
    ServiceStatus status = board_.status(queue_, out_.ledger, is_last ? "stopped" : "running");
    if (inbox_trouble_ && !is_last) {
      status.state = "paused";
      status.paused_for = inbox_trouble_->message;
    }
    const auto shown = publish_file(options_.out, "status.json", status_json(status), true);
    const auto page = page_.show(status, now);
    if (!options_.metrics.empty()) tell_figures(status);
    const std::string pause = !shown  ? shown.error().message
                              : !page ? page.error().message
                                      : status.paused_for;
    if (pause != told_pause_ && !pause.empty()) say(LogLevel::error, "paused", pause);
    if (pause.empty() && !told_pause_.empty())
      say(LogLevel::info, "goes-on", words("继续工作", "it goes on"));
    told_pause_ = pause;
  }

  void tell_figures(const ServiceStatus& status) {
    const auto written = write_metrics(options_.metrics, board_.metrics(status));
    const std::string trouble = written ? "" : written.error().message;
    if (!trouble.empty() && trouble != told_metrics_) say(LogLevel::warning, "no-metrics", trouble);
    told_metrics_ = trouble;
  }

  void be_alive() {
    const auto now = Clock::now();
    if (!watchdog_ || now < alive_at_) return;
    notify_alive();
    alive_at_ = now + *watchdog_;
  }

  void wait() {
    std::vector<pollfd> ready = crew_.descriptors();
    ready.push_back({signals_.descriptor(), POLLIN, 0});
    if (bell_.has_events()) ready.push_back({bell_.descriptor(), POLLIN, 0});
    auto most = std::min({queue_.until_next(), inbox_.until_next_look(), 1000ms + 0ms});
    const auto to_scan =
        std::chrono::duration_cast<std::chrono::milliseconds>(scan_at_ - Clock::now());
    most = std::clamp(std::min(most, to_scan), 1ms + 0ms, 1000ms + 0ms);
    ::poll(ready.data(), ready.size(), static_cast<int>(most.count()));
  }

  bool can_reload() {
    const auto mistakes = why_not_restart(options_);
    if (!mistakes) {
      say(LogLevel::error, "not-reloaded", mistakes.error().message);
      return false;
    }
    notify_reloading();
    return true;
  }

  WatchEnd end(WatchEnd ending) {
    if (ending == WatchEnd::stopped) notify_stopping("");
    queue_.stop();
    const auto latest = Clock::now() + std::chrono::seconds(5);
    while (crew_.running() > 0 && Clock::now() < latest) {
      queue_.turn();
      std::vector<pollfd> ready = crew_.descriptors();
      ::poll(ready.data(), ready.size(), 20);
    }
    queue_.turn();
    clear_stage(options_.out);  // what was ended in the middle of publishing
    log_.write(LogLevel::info, ending == WatchEnd::stopped ? "watch-stopped" : "watch-reloading");
    show(true);
    return ending;
  }

  const ServiceOptions& options_;
  ReviewRun& run_;
  OutState& out_;
  Signals signals_;
  Doorbell bell_;
  RunLog log_;
  StatusBoard board_;
  IndexPage page_;
  Crew crew_;
  ReviewQueue queue_;
  InboxWatch inbox_;
  std::chrono::milliseconds poll_{};
  Clock::time_point scan_at_{}, compare_at_{}, show_at_{}, alive_at_{};
  const std::optional<std::chrono::milliseconds> watchdog_ = watchdog_interval();
  bool is_dirty_ = true, is_lost_ = false;
  std::optional<Error> inbox_trouble_;
  std::string told_pause_, told_metrics_;
};

}  // namespace

int watch_command(const ServiceOptions& options) {
  auto run = prepare_service(options);
  if (!run) return report(run.error());
  if (const auto inbox = inbox_entries(options.inbox, options.out); !inbox)
    return report(inbox.error());
  auto out = open_out(options.out, "watch");
  if (!out) return report(out.error());
  const WatchEnd ending = Watch(options, *run, *out).run();
  if (ending == WatchEnd::stopped) return 0;
  return report(restart_program());
}

}  // namespace biaoshen
