// What is to be done with the entries offered to a ReviewQueue: their digests, whether anything
// has to be done, and which of several with the same files is reviewed.
#include <algorithm>
#include <system_error>

#include "pipeline/app/queue_work.h"
#include "pipeline/app/review_queue.h"
#include "pipeline/ledger/publish.h"

namespace biaoshen {
namespace {

// A job takes so many entries or bytes, whichever comes first: starting one costs a millisecond or
// two.
constexpr std::size_t kMostTrees = 64;
constexpr std::uint64_t kMostBytes = 256u << 20;
// A turn must end soon: a decision may read a result.
constexpr std::size_t kMostDecisions = 200;

}  // namespace

void ReviewQueue::offer(const Offer& offer) {
  const std::string folder = offer.path.filename().string();
  if (!offered_signature(folder).empty()) return;
  auto found = ledger_.find(folder);
  if (!found) return have_trouble(found.error());
  offered_[folder] = offer.tree.signature;
  Candidate candidate{offer, found->value_or(LedgerEntry{}), Because::first, "", ""};
  candidate.entry.folder = folder;
  candidate.entry.bytes = offer.tree.bytes;
  candidate.entry.files = offer.tree.files;
  if (candidate.entry.signature == offer.tree.signature && !candidate.entry.input_sha256.empty()) {
    to_decide_.emplace(folder, std::move(candidate));
  } else {
    candidate.entry = seen(std::move(candidate.entry), offer.tree.signature);
    to_digest_.push_back(std::move(candidate));
  }
}

void ReviewQueue::start_digests() {
  while (!to_digest_.empty() && crew_.has_room()) {
    auto work = std::make_unique<Work>();
    work->kind = Work::Kind::digest;
    std::vector<std::filesystem::path> trees;
    std::uint64_t bytes = 0;
    while (!to_digest_.empty() && trees.size() < kMostTrees && bytes < kMostBytes) {
      bytes += to_digest_.front().entry.bytes;
      trees.push_back(to_digest_.front().offer.path);
      work->candidates.push_back(std::move(to_digest_.front()));
      to_digest_.pop_front();
    }
    work->is_digested.resize(trees.size());
    const auto started = crew_.start({next_, settings_.patience, [this, trees](JobPipe& pipe) {
                                        return run_digest_job(trees, run_.request.limits, pipe);
                                      }});
    if (!started) {
      to_digest_.insert(to_digest_.begin(), work->candidates.begin(), work->candidates.end());
      return have_trouble(started.error());
    }
    work_[next_++] = std::move(work);
  }
}

bool ReviewQueue::is_offered(const Candidate& candidate) const {
  return offered_signature(candidate.entry.folder) == candidate.offer.tree.signature;
}

void ReviewQueue::take_digest(Work& work, std::string_view line) {
  const auto said = digest_line(line);
  if (!said || said->first >= work.candidates.size() || work.is_digested[said->first]) return;
  Candidate& candidate = work.candidates[said->first];
  if (!is_offered(candidate)) return;
  work.is_digested[said->first] = true;
  if (said->second.error.empty()) {
    candidate.entry = settled(std::move(candidate.entry), said->second.sha256);
  } else {
    candidate.entry = put_back(std::move(candidate.entry), said->second.error);
    tell_put_back(candidate.entry.folder, ErrorCode::input, said->second.error);
  }
}

// Those with a digest are decided; the others are put back, and looked at again with the next
// offer.
void ReviewQueue::end_digest(Work& work) {
  std::vector<LedgerEntry> known;
  for (std::size_t i = 0; i < work.candidates.size(); ++i) {
    Candidate& candidate = work.candidates[i];
    if (!is_offered(candidate)) continue;  // withdrawn meanwhile, or it has ended
    if (!work.is_digested[i])
      tell_put_back(candidate.entry.folder, ErrorCode::input,
                    "its files could not be read in time");
    if (candidate.entry.input_sha256.empty()) continue;
    known.push_back(candidate.entry);
    to_decide_.emplace(candidate.entry.folder, std::move(candidate));
  }
  if (const auto written = ledger_.put(known); !written) have_trouble(written.error());
}

void ReviewQueue::decide_all() {
  const auto is_digest = [](const auto& one) { return one.second->kind == Work::Kind::digest; };
  if (!to_digest_.empty() || std::any_of(work_.begin(), work_.end(), is_digest)) return;
  std::vector<LedgerEntry> current;
  for (std::size_t i = 0; i < kMostDecisions && !to_decide_.empty(); ++i)
    decide(std::move(to_decide_.extract(to_decide_.begin()).mapped()), current);
  if (const auto written = ledger_.put(current); !written) have_trouble(written.error());
}

void ReviewQueue::decide(Candidate candidate, std::vector<LedgerEntry>& current) {
  const LedgerEntry before = candidate.entry;
  LedgerEntry& entry = candidate.entry;
  entry = with_result(std::move(entry), run_.settings.out);
  candidate.because = why_review(entry, run_, settings_.follows_the_day);
  candidate.first = original_of(candidate);
  const bool is_other_copy = entry.duplicate_of != candidate.first && !entry.result_stamp.empty();
  if (candidate.because == Because::current && is_other_copy) candidate.because = Because::parted;
  const bool is_current =
      candidate.because == Because::current || candidate.because == Because::quarantined;
  if (is_current && !settings_.force) {
    if (entry.state != LedgerState::quarantined) entry = done(std::move(entry));
    if (entry != before) current.push_back(entry);
    tell({.event = QueueEvent::current, .folder = entry.folder, .because = candidate.because});
    return;
  }
  if (const auto place = check_place(run_.settings.out, entry.folder); !place)
    return tell_put_back(entry.folder, ErrorCode::input, place.error().message);
  if (is_current) candidate.because = Because::forced;
  const bool is_other_cause = candidate.because == Because::forced ||
                              candidate.because == Because::setting ||
                              candidate.because == Because::as_of;
  if (entry.state == LedgerState::quarantined && is_other_cause) entry = freed(std::move(entry));
  if (entry.state == LedgerState::quarantined) candidate.closed = entry.reason;
  if (!candidate.closed.empty()) candidate.first.clear();
  if (entry.losses > 0 && candidate.because == Because::first)
    candidate.because = Because::interrupted;
  if (!candidate.first.empty()) candidate.because = Because::duplicate;
  enqueue(std::move(candidate));
}

// The entry whose result this one's is a copy of, as it should be; empty: it is no copy, or not
// as it should be.
std::string ReviewQueue::standing_original_of(const Candidate& candidate) const {
  const LedgerEntry& own = candidate.entry;
  if (own.duplicate_of.empty() || candidate.because != Because::current) return "";
  LedgerEntry first;
  first.folder = own.duplicate_of;
  first = with_result(std::move(first), run_.settings.out);
  const bool stands = first.duplicate_of.empty() && first.result_input == own.input_sha256;
  return stands ? own.duplicate_of : "";
}

// The entry with the same files whose result this one's is to be a copy of; empty: it has a
// review of its own. What has been reviewed once is not made a copy later.
std::string ReviewQueue::original_of(const Candidate& candidate) const {
  const LedgerEntry& own = candidate.entry;
  if (!settings_.makes_copies) return standing_original_of(candidate);
  const bool is_original =
      !own.result_stamp.empty() && own.duplicate_of.empty() && own.result_input == own.input_sha256;
  if (is_original || is_named_in_a_waiver(own.folder, run_)) return "";
  const auto is_reviewed = [&](const Candidate& one) {
    return one.first.empty() && one.closed.empty() && one.entry.input_sha256 == own.input_sha256 &&
           !is_named_in_a_waiver(one.entry.folder, run_);
  };
  const auto others = ledger_.with_input(own.input_sha256);
  if (!others) return "";
  for (const LedgerEntry& other : *others) {
    std::error_code error;
    if (other.folder == own.folder || other.state == LedgerState::quarantined ||
        is_named_in_a_waiver(other.folder, run_))
      continue;
    const LedgerEntry there = with_result(other, run_.settings.out);
    const bool has_result = !there.result_stamp.empty() && there.duplicate_of.empty() &&
                            there.result_input == own.input_sha256;
    const bool is_in_inbox =
        std::filesystem::exists(candidate.offer.path.parent_path() / other.folder, error);
    if (has_result && (is_in_inbox || there.setting_sha256 == setting_now(there, run_)))
      return other.folder;
  }
  for (const auto& [id, work] : work_)
    if (work->kind == Work::Kind::review && is_reviewed(work->candidate()))
      return work->candidate().entry.folder;
  const auto found = std::find_if(queue_.begin(), queue_.end(), is_reviewed);
  return found == queue_.end() ? "" : found->entry.folder;
}

void ReviewQueue::enqueue(Candidate candidate) {
  tell({.event = QueueEvent::queued,
        .folder = candidate.entry.folder,
        .because = candidate.because,
        .duplicate_of = candidate.first,
        .bytes = candidate.entry.bytes});
  const auto is_first = [&](const Candidate& one) { return one.entry.folder == candidate.first; };
  const bool waits =
      std::any_of(queue_.begin(), queue_.end(), is_first) ||
      std::any_of(work_.begin(), work_.end(), [&](const auto& one) {
        return one.second->kind == Work::Kind::review && is_first(one.second->candidate());
      });
  if (!candidate.first.empty() && waits) {
    std::string first = candidate.first;
    copies_[first].push_back(std::move(candidate));
    return;
  }
  const auto goes_before = [&](const Candidate& one) {
    return settings_.largest_first && one.entry.bytes < candidate.entry.bytes;
  };
  queue_.insert(std::find_if(queue_.begin(), queue_.end(), goes_before), std::move(candidate));
}

// The entry has a result now, or has none: its copies are decided again.
void ReviewQueue::release_copies(const std::string& first) {
  auto waiting = copies_.extract(first);
  if (waiting.empty()) return;
  for (Candidate& candidate : waiting.mapped()) {
    std::string folder = candidate.entry.folder;
    to_decide_.insert_or_assign(std::move(folder), std::move(candidate));
  }
}

}  // namespace biaoshen
