#include "pipeline/app/review_queue.h"

#include <algorithm>
#include <csignal>

#include "pipeline/app/queue_work.h"
#include "pipeline/ledger/publish.h"

namespace biaoshen {
namespace {

using namespace std::chrono_literals;

constexpr auto kShortestPause = 5000ms, kLongestPause = 60000ms;
constexpr auto kAsidePatience = 30min;

// In the language of the result: a quarantined dossier says it.
std::string what_happened(const JobEnd& end, std::chrono::milliseconds patience,
                          Language language) {
  const bool zh = language == Language::zh;
  const std::string seconds = std::to_string(patience.count() / 1000);
  const std::string status = std::to_string(end.status);
  switch (end.how) {
    case JobEnding::hung:
      return zh ? "审查进程 " + seconds + " 秒没有任何进展"
                : "the review said nothing for " + seconds + " s";
    case JobEnding::killed:
      return zh ? "审查进程被外部终止（SIGKILL）" : "the review was killed from outside (SIGKILL)";
    case JobEnding::crashed:
      return zh ? "审查进程崩溃（信号 " + status + "）"
                : "the review crashed (signal " + status + ")";
    default:
      return zh ? "审查进程没有给出结果（状态 " + status + "）"
                : "the review ended with status " + status + " and without a result";
  }
}

// A worker does not send itself these: a machine that is shut down does, or an administrator.
bool is_from_outside(const JobEnd& end) {
  const bool is_asked = end.status == SIGTERM || end.status == SIGINT || end.status == SIGHUP ||
                        end.status == SIGQUIT;
  return end.how == JobEnding::killed || (end.how == JobEnding::crashed && is_asked);
}

Death death_of(const JobEnd& end) {
  if (end.how == JobEnding::hung) return Death::hung;
  return is_from_outside(end) ? Death::killed : Death::crashed;
}

std::string name_of(Death death) {
  if (death == Death::hung) return "hung";
  return death == Death::killed ? "killed" : "crashed";
}

}  // namespace

ReviewQueue::ReviewQueue(const ReviewRun& run, Ledger& ledger, Crew& crew, QueueSettings settings,
                         std::function<void(const QueueNews&)> on_news)
    : run_(run),
      ledger_(ledger),
      crew_(crew),
      settings_(std::move(settings)),
      on_news_(std::move(on_news)) {}

ReviewQueue::~ReviewQueue() = default;

bool ReviewQueue::write_down(const LedgerEntry& entry) {
  Result<void> written = settings_.write_down(entry);
  if (written) written = ledger_.put(entry);
  if (!written) have_trouble(written.error());
  return written.has_value();
}

void ReviewQueue::have_trouble(const Error& error) {
  trouble_ = error;
  next_pause_ =
      std::clamp<std::chrono::milliseconds>(next_pause_ * 2, kShortestPause, kLongestPause);
  retry_ = Clock::now() + next_pause_;
}

bool ReviewQueue::is_due() const {
  return !is_held_ && !is_stopping_ && (!trouble_ || Clock::now() >= retry_);
}

bool ReviewQueue::is_idle() const {
  return work_.empty() && queue_.empty() && to_digest_.empty() && to_decide_.empty();
}

std::chrono::milliseconds ReviewQueue::until_next() const {
  auto wait = crew_.until_late();
  if (trouble_ && !queue_.empty())
    wait = std::min(wait, std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::max(retry_ - Clock::now(), Clock::duration::zero())));
  return wait;
}

void ReviewQueue::recover() {
  auto claimed = ledger_.in_state(LedgerState::claimed);
  if (!claimed) return have_trouble(claimed.error());
  for (LedgerEntry& entry : *claimed)
    entry = after_loss(std::move(entry), run_.settings.presentation.language == Language::zh
                                             ? "程序中断"
                                             : "the program ended");
  if (const auto written = ledger_.put(*claimed); !written) have_trouble(written.error());
}

std::string ReviewQueue::offered_signature(const std::string& folder) const {
  const auto found = offered_.find(folder);
  return found == offered_.end() ? "" : found->second;
}

void ReviewQueue::tell(const QueueNews& news) {
  const bool has_ended = news.event == QueueEvent::current || news.event == QueueEvent::done ||
                         news.event == QueueEvent::quarantined ||
                         news.event == QueueEvent::put_back;
  if (has_ended) offered_.erase(news.folder);
  on_news_(news);
}

void ReviewQueue::withdraw(const std::string& folder) {
  const auto is_it = [&](const Candidate& one) { return one.entry.folder == folder; };
  offered_.erase(folder);
  to_decide_.erase(folder);
  std::erase_if(to_digest_, is_it);
  std::erase_if(queue_, is_it);
  for (auto& [first, waiting] : copies_) std::erase_if(waiting, is_it);
  for (auto& [id, work] : work_) {
    if (work->kind == Work::Kind::digest || work->candidates.empty() || !is_it(work->candidate()))
      continue;
    work->is_withdrawn = true;
    crew_.stop(id);
    return;  // its end lets go of its copies
  }
  release_copies(folder);
}

void ReviewQueue::stop() {
  is_stopping_ = true;
  crew_.stop_all();
}

void ReviewQueue::turn() {
  const CrewNews news = crew_.news();
  for (const JobLine& line : news.lines) take_line(line);
  for (const JobEnd& end : news.ends) take_end(end);
  if (!is_due()) return;
  if (trouble_ && is_idle()) trouble_.reset();  // nothing is left to try it with
  start_digests();
  decide_all();
  start_reviews();
}

bool ReviewQueue::aside(std::function<int(JobPipe&)> work,
                        std::function<void(const JobEnd&)> on_end) {
  if (is_stopping_ || has_aside()) return false;
  const auto patience = std::max<std::chrono::milliseconds>(settings_.patience, kAsidePatience);
  if (!crew_.start({next_, patience, std::move(work)})) return false;
  auto& started = work_[next_++] = std::make_unique<Work>();
  started->kind = Work::Kind::aside;
  started->on_end = std::move(on_end);
  return true;
}

bool ReviewQueue::has_aside() const {
  return std::any_of(work_.begin(), work_.end(),
                     [](const auto& one) { return one.second->kind == Work::Kind::aside; });
}

std::size_t ReviewQueue::reviews() const {
  return static_cast<std::size_t>(std::count_if(work_.begin(), work_.end(), [](const auto& one) {
    return one.second->kind == Work::Kind::review || one.second->kind == Work::Kind::copy;
  }));
}

void ReviewQueue::start_reviews() {
  while (is_due() && !queue_.empty() && crew_.has_room() && reviews() < settings_.jobs) {
    Candidate next = std::move(queue_.front());
    queue_.erase(queue_.begin());
    if (!start_review(std::move(next))) return;
  }
}

bool ReviewQueue::start_review(Candidate candidate) {
  const auto room = check_space(run_.settings.out, candidate.entry.bytes);
  if (!room) {
    have_trouble(room.error());
    queue_.insert(queue_.begin(), std::move(candidate));
    return false;
  }
  const LedgerEntry before = candidate.entry;
  candidate.entry = claimed(std::move(candidate.entry));
  if (!write_down(candidate.entry)) {
    candidate.entry = before;
    queue_.insert(queue_.begin(), std::move(candidate));
    return false;
  }
  const std::size_t side_by_side =
      std::clamp<std::size_t>(reviews() + queue_.size() + 1, 1, std::max(1u, settings_.jobs));
  const ReviewTask task{candidate.offer.path,
                        std::max(1u, settings_.jobs / static_cast<unsigned>(side_by_side)),
                        candidate.entry.input_sha256, candidate.closed};
  const std::string folder = candidate.entry.folder, first = candidate.first;
  // What opens no file is given time: without its result nobody would see the dossier.
  const auto patience = first.empty() && task.quarantined.empty()
                            ? settings_.patience
                            : std::max<std::chrono::milliseconds>(settings_.patience, 60s);
  Job job{next_, patience, [this, task, first, folder](JobPipe& pipe) {
            return first.empty() ? run_review_job(task, run_, pipe)
                                 : run_duplicate_job(first, folder, run_, pipe);
          }};
  if (const auto started = crew_.start(job); !started) {
    have_trouble(started.error());
    candidate.entry = put_back(std::move(candidate.entry), started.error().message);
    write_down(candidate.entry);
    queue_.insert(queue_.begin(), std::move(candidate));
    return false;
  }
  auto& work = work_[next_++] = std::make_unique<Work>();
  work->kind = first.empty() ? Work::Kind::review : Work::Kind::copy;
  tell({.event = QueueEvent::started,
        .folder = folder,
        .because = candidate.because,
        .bytes = candidate.entry.bytes});
  work->candidates.push_back(std::move(candidate));
  return true;
}

void ReviewQueue::take_line(const JobLine& line) {
  const auto found = work_.find(line.id);
  if (found == work_.end()) return;
  Work& work = *found->second;
  if (work.kind == Work::Kind::digest) return take_digest(work, line.line);
  if (work.kind == Work::Kind::aside) return;
  auto said = review_line(line.line);
  if (!said) return;
  if (said->published) work.published = std::move(said->published);
  if (said->error) work.error = std::move(said->error);
  if (!said->step) return;
  work.step = *said->step;
  tell({.event = QueueEvent::step,
        .folder = work.candidate().entry.folder,
        .step = std::move(said->step)});
}

void ReviewQueue::take_end(const JobEnd& end) {
  const auto found = work_.find(end.id);
  if (found == work_.end()) return;
  const std::unique_ptr<Work> work = std::move(found->second);
  work_.erase(found);
  switch (work->kind) {
    case Work::Kind::digest:
      return end_digest(*work);
    case Work::Kind::aside:
      return work->on_end(end);
    default:
      return end_review(*work, end);
  }
}

void ReviewQueue::end_review(Work& work, const JobEnd& end) {
  Candidate& candidate = work.candidate();
  const bool has_returned = end.how == JobEnding::returned && end.status == 0;
  if (has_returned && work.published) return finish(work);
  const bool dies_with_us = is_stopping_ && end.how != JobEnding::returned;
  if (work.is_withdrawn || dies_with_us || end.how == JobEnding::stopped) {
    write_down(put_back(candidate.entry, ""));
    if (!work.is_withdrawn) offered_.erase(candidate.entry.folder);
    release_copies(candidate.entry.folder);
    return;
  }
  if (has_returned && work.error) return end_with_error(work, *work.error);
  end_with_death(work, death_of(end),
                 what_happened(end, settings_.patience, run_.settings.presentation.language));
}

void ReviewQueue::end_with_error(Work& work, const Error& error) {
  Candidate& candidate = work.candidate();
  const std::string folder = candidate.entry.folder;
  if (error.code == ErrorCode::output) {
    have_trouble(error);
    candidate.entry = put_back(std::move(candidate.entry), error.message);
    write_down(candidate.entry);
    queue_.insert(queue_.begin(), std::move(candidate));
    return;
  }
  if (error.code != ErrorCode::again && error.code != ErrorCode::input)
    return end_with_death(work, Death::crashed, error.message);
  // Its digest is void: what it rested on has changed or cannot be opened.
  write_down(seen(put_back(candidate.entry, error.message), ""));
  tell_put_back(folder, error.code, error.message);
  release_copies(folder);
}

void ReviewQueue::tell_put_back(const std::string& folder, ErrorCode code,
                                const std::string& message) {
  tell({.event = QueueEvent::put_back, .folder = folder, .message = message, .code = code});
}

void ReviewQueue::end_with_death(Work& work, Death death, const std::string& reason) {
  Candidate candidate = std::move(work.candidate());
  const bool was_closed = !candidate.closed.empty();
  candidate.entry = after_death(std::move(candidate.entry), death, reason);
  candidate.because = Because::interrupted;
  const bool gives_up = candidate.entry.state == LedgerState::quarantined;
  write_down(candidate.entry);
  const std::string folder = candidate.entry.folder;
  tell({.event = QueueEvent::died, .folder = folder, .message = reason, .how = name_of(death)});
  if (!gives_up) return enqueue(std::move(candidate));
  if (was_closed) {
    tell({.event = QueueEvent::quarantined, .folder = folder, .message = reason});
  } else {
    candidate.closed = candidate.entry.reason;
    candidate.first.clear();
    enqueue(std::move(candidate));
  }
  release_copies(folder);
}

void ReviewQueue::finish(Work& work) {
  Candidate& candidate = work.candidate();
  LedgerEntry entry = std::move(candidate.entry);
  const PublishedReview& result = *work.published;
  entry = done(std::move(entry));
  entry.result_stamp = result_stamp(run_.settings.out, entry.folder);
  entry.result_input = result.input_sha256;
  entry.setting_sha256 = result.setting_sha256;
  entry.as_of = result.as_of;
  entry.number_key = result.number_key;
  entry.programme = result.programme;
  entry.verdict = std::string(name_of(result.verdict));
  entry.revision = result.revision;
  entry.pages = result.pages;
  entry.duplicate_of = candidate.first;
  entry.seconds = std::chrono::duration<double>(Clock::now() - work.since).count();
  trouble_.reset();
  next_pause_ = {};
  write_down(entry);
  const bool is_closed = !candidate.closed.empty();
  tell({.event = is_closed ? QueueEvent::quarantined : QueueEvent::done,
        .folder = entry.folder,
        .because = candidate.because,
        .message = entry.reason,
        .published = result,
        .duplicate_of = candidate.first,
        .seconds = entry.seconds,
        .bytes = entry.bytes});
  release_copies(entry.folder);
}

std::vector<ReviewQueue::Running> ReviewQueue::running() const {
  std::vector<Running> all;
  for (const auto& [id, work] : work_) {
    if (work->kind != Work::Kind::review && work->kind != Work::Kind::copy) continue;
    const LedgerEntry& entry = work->candidate().entry;
    all.push_back({entry.folder, work->step, work->since, entry.deaths + entry.losses + 1});
  }
  return all;
}

std::vector<std::string> ReviewQueue::queued() const {
  std::vector<std::string> all;
  for (const Candidate& one : queue_) all.push_back(one.entry.folder);
  for (const auto& [first, waiting] : copies_)
    for (const Candidate& one : waiting) all.push_back(one.entry.folder);
  for (const auto& [folder, one] : to_decide_) all.push_back(folder);
  for (const auto& [id, work] : work_)
    if (work->kind == Work::Kind::digest)
      for (const Candidate& one : work->candidates) all.push_back(one.entry.folder);
  for (const Candidate& one : to_digest_) all.push_back(one.entry.folder);
  return all;
}

}  // namespace biaoshen
