#include "pipeline/app/inbox_watch.h"

#include <algorithm>

#include "pipeline/base/untrusted_path.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/service/local_time.h"
#include "pipeline/watch/arrival.h"

namespace biaoshen {
namespace {

using namespace std::chrono_literals;

// An entry that cannot be opened is tried again when it looks otherwise, and then.
constexpr auto kAfterFailure = 10min;
constexpr auto kSoonest = 100ms, kLatest = 2000ms;  // between two looks at what is waiting

}  // namespace

InboxWatch::InboxWatch(std::filesystem::path inbox, std::filesystem::path out,
                       std::chrono::milliseconds settle, Language language, ReviewQueue& queue,
                       Ledger& ledger)
    : inbox_(std::move(inbox)),
      out_(std::move(out)),
      queue_(queue),
      ledger_(ledger),
      settling_(settle),
      language_(language) {}

Result<void> InboxWatch::scan(const std::function<bool()>& goes_on) {
  const auto listed = inbox_entries(inbox_, out_);
  if (!listed) return tl::unexpected(listed.error());
  std::set<std::string> now_there;
  for (const InboxEntry& entry : *listed) {
    const std::string folder = entry.path.filename().string();
    now_there.insert(folder);
    if (!there_.contains(folder)) has_changed_ = true;
    look_at(entry, Clock::now());
    if (!goes_on()) return {};  // what was not seen is not taken for removed
  }
  for (const std::string& folder : there_)
    if (!now_there.contains(folder)) gone(folder);
  if (now_there != there_) {
    there_ = std::move(now_there);
    count_absent();
  }
  return {};
}

void InboxWatch::look_at_waiting() {
  const auto now = Clock::now();
  std::vector<InboxEntry> due;
  for (const auto& [folder, waiting] : waiting_)
    if (waiting.look <= now) due.push_back(waiting.entry);
  for (const InboxEntry& entry : due) look_at(entry, now);
}

// An entry is known while the queue works on it as it looks now, or the ledger has written down
// what came of it as it looks now. Its result may have been changed meanwhile (`decide`), or
// removed.
InboxWatch::Known InboxWatch::knowledge_of(const std::string& folder, const TreeState& tree) const {
  if (queue_.offered_signature(folder) == tree.signature) return Known::yes;
  if (!offered_.contains(folder)) return Known::no;
  const auto entry = ledger_.find(folder);
  if (!entry || !*entry || (*entry)->signature != tree.signature) return Known::no;
  const LedgerState state = (*entry)->state;
  if (state != LedgerState::done && state != LedgerState::quarantined) return Known::no;
  if (result_stamp(out_, folder) != (*entry)->result_stamp) return Known::but_its_result;
  return is_copy_of_another(**entry) ? Known::but_its_result : Known::yes;
}

// A copy whose original has other files by now.
bool InboxWatch::is_copy_of_another(const LedgerEntry& copy) const {
  if (copy.duplicate_of.empty()) return false;
  const auto original = ledger_.find(copy.duplicate_of);
  if (!original || !*original || (*original)->state != LedgerState::done) return false;
  return (*original)->result_input != copy.input_sha256;
}

// Whether its files looked the same when an earlier program was done with them: then it need not
// settle again.
bool InboxWatch::was_complete(const std::string& folder, const TreeState& tree) const {
  const auto entry = ledger_.find(folder);
  return entry && *entry && (*entry)->signature == tree.signature &&
         !(*entry)->input_sha256.empty();
}

void InboxWatch::look_at(const InboxEntry& entry, Clock::time_point now) {
  const std::string folder = entry.path.filename().string();
  if (!entry.refused.empty()) return refuse(entry);
  if (refused_.erase(folder) > 0) has_changed_ = true;
  const Arrival arrival = biaoshen::look_at(entry, settling_, now);
  const TreeState& tree = arrival.tree;
  if (tree.signature.empty()) return;  // it has just gone; the next scan will say so
  const Known known = knowledge_of(folder, tree);
  if (known != Known::no) {
    settling_.forget(folder);
    waiting_.erase(folder);
    if (known == Known::yes) return;
    has_changed_ = true;
    return queue_.offer({entry.path, tree});
  }
  if (!queue_.offered_signature(folder).empty()) queue_.withdraw(folder);
  const auto failed = failed_.find(folder);
  const bool was_tried = failed != failed_.end() && failed->second.signature == tree.signature;
  if (was_tried && now < failed->second.again) return;
  const bool is_complete = arrival.settled.waits_for == WaitsFor::nothing ||
                           (!offered_.contains(folder) && was_complete(folder, tree));
  if (!is_complete) return wait(entry, arrival.settled, now);
  settling_.forget(folder);
  waiting_.erase(folder);
  offered_.insert(folder);
  tried_[folder] = tree.signature;
  queue_.offer({entry.path, tree});
}

void InboxWatch::refuse(const InboxEntry& entry) {
  const std::string folder = entry.path.filename().string();
  if (refused_.contains(folder)) return;
  gone(folder);  // what stood under this name before
  refused_.emplace(folder, entry.refused);
}

void InboxWatch::wait(const InboxEntry& entry, const Settled& settled, Clock::time_point now) {
  const std::string folder = entry.path.filename().string();
  auto [found, is_new] = waiting_.try_emplace(folder);
  Waiting& waiting = found->second;
  if (is_new) waiting.since = local_time_now();
  if (is_new) has_changed_ = true;
  waiting.entry = entry;
  waiting.settled = settled;
  waiting.look = now + std::clamp<std::chrono::milliseconds>(settled.left, kSoonest, kLatest);
}

// Results of entries that are not in the inbox any more.
void InboxWatch::count_absent() {
  absent_ = 0;
  ledger_.each([this](const LedgerEntry& entry) {
    if (entry.state == LedgerState::done && !there_.contains(entry.folder)) ++absent_;
  });
}

std::string InboxWatch::words(const char* zh, const char* en) const {
  return language_ == Language::zh ? zh : en;
}

void InboxWatch::gone(const std::string& folder) {
  queue_.withdraw(folder);
  settling_.forget(folder);
  waiting_.erase(folder);
  refused_.erase(folder);
  failed_.erase(folder);
  tried_.erase(folder);
  offered_.erase(folder);
  has_changed_ = true;
}

bool InboxWatch::put_back(const QueueNews& news) {
  offered_.erase(news.folder);
  if (news.code == ErrorCode::again) return true;
  const Failed failed{news.message, tried_[news.folder], Clock::now() + kAfterFailure};
  const auto [found, is_new] = failed_.insert_or_assign(news.folder, failed);
  has_changed_ = has_changed_ || is_new;
  return is_new;
}

void InboxWatch::ended(const std::string& folder) {
  failed_.erase(folder);
  tried_.erase(folder);
}

std::chrono::milliseconds InboxWatch::until_next_look() const {
  auto next = std::chrono::milliseconds(1h);
  const auto now = Clock::now();
  for (const auto& [folder, waiting] : waiting_)
    next = std::min(next, std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::max<Clock::duration>(waiting.look - now, 1ms)));
  return next;
}

std::vector<StatusWaiting> InboxWatch::waiting() const {
  std::vector<StatusWaiting> all;
  const auto shown = [](const std::string& bytes) { return readable_name(bytes).text; };
  for (const auto& [folder, waiting] : waiting_) {
    const double left = std::chrono::duration<double>(waiting.settled.left).count();
    const std::string overdue =
        waiting.settled.is_overdue
            ? words("（半小时以上没有变化）", " (has not moved for half an hour)")
            : "";
    all.push_back({shown(folder), std::string(name_of(waiting.settled.waits_for)),
                   shown(waiting.settled.detail) + overdue, waiting.since, left});
  }
  for (const auto& [folder, why] : refused_) all.push_back({shown(folder), "refused", why, "", 0});
  for (const auto& [folder, failed] : failed_)
    if (!waiting_.contains(folder)) all.push_back({shown(folder), "refused", failed.why, "", 0});
  std::sort(all.begin(), all.end(),
            [](const StatusWaiting& a, const StatusWaiting& b) { return a.name < b.name; });
  return all;
}

// Entries without a result and without an error are in the status alone.
Result<std::vector<ComparedEntry>> InboxWatch::compared() const {
  std::vector<ComparedEntry> all;
  std::map<std::string, std::string> errors = refused_;
  for (const auto& [folder, failed] : failed_) errors.emplace(folder, failed.why);
  for (const auto& [folder, waiting] : waiting_)
    if (waiting.settled.waits_for == WaitsFor::permission)
      errors.emplace(folder,
                     words("不能打开，请检查权限：", "cannot be opened; check its permissions: ") +
                         readable_name(waiting.settled.detail).text);
  const auto take = [&](const LedgerEntry& entry) {
    if (!there_.contains(entry.folder) || refused_.contains(entry.folder)) return;
    if (entry.result_stamp.empty()) {
      if (entry.state == LedgerState::quarantined) errors.emplace(entry.folder, entry.reason);
      return;
    }
    errors.erase(entry.folder);  // its result says more
    const bool is_overdue =
        waiting_.contains(entry.folder) || !queue_.offered_signature(entry.folder).empty();
    all.push_back({entry.folder, "",
                   is_overdue ? words("文件已改动，尚未重新审查",
                                      "its files have changed and are not reviewed yet")
                              : ""});
  };
  if (const auto done = ledger_.each(take); !done) return tl::unexpected(done.error());
  for (const auto& [folder, why] : errors) all.push_back({folder, why, ""});
  std::sort(all.begin(), all.end(),
            [](const ComparedEntry& a, const ComparedEntry& b) { return a.folder < b.folder; });
  return all;
}

bool InboxWatch::has_changed() {
  return std::exchange(has_changed_, false);
}

std::vector<std::filesystem::path> InboxWatch::growing() const {
  std::vector<std::filesystem::path> all;
  for (const auto& [folder, waiting] : waiting_) all.push_back(waiting.entry.path);
  return all;
}

}  // namespace biaoshen
