// What is to be reviewed, what is being reviewed, what came of it: the part that a batch and a
// watch have in common. Entries that are completely there are offered to it; it finds out whether
// there is anything to do (ledger, published result), has it done by the crew, and writes down what
// came of it. Each step is in the ledger before it is begun, so that after any end of this program
// the next one goes on.
//
// Nothing is decided while digests are still being made: which of two entries with the same files
// is the copy must not depend on which digest was ready first.
//
// It never opens a file of an applicant itself, never waits, and never gives an entry up silently:
// every entry offered ends done, quarantined, or put back with the reason.
//
// Tested by tests/app/batch_command_test.cpp; broken on purpose by tests/endurance/.
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/app/currentness.h"
#include "pipeline/app/dossier_job.h"
#include "pipeline/crew/crew.h"
#include "pipeline/ledger/ledger.h"
#include "pipeline/ledger/transitions.h"
#include "pipeline/watch/tree_signature.h"

namespace biaoshen {

// An entry of the inbox that is completely there.
struct Offer {
  std::filesystem::path path;
  TreeState tree;
};

enum class QueueEvent : unsigned char {
  current,  // nothing to be done
  queued,
  started,
  step,
  done,
  died,         // its worker, and the dossier is tried again or given up
  quarantined,  // it is given up; with a result (published) or, at the worst, without
  put_back      // to be offered again
};
struct QueueNews {
  QueueEvent event = QueueEvent::current;
  std::string folder = {};
  Because because = Because::current;  // current, queued, started
  std::string message = {};            // put_back, quarantined: why
  ErrorCode code = ErrorCode::again;   // put_back
  std::string how = {};                // died: crashed, killed, hung
  std::optional<ReviewStep> step = {};
  std::optional<PublishedReview> published = {};  // done: none where the result is a copy
  std::string duplicate_of = {};
  double seconds = 0;
  std::uint64_t bytes = 0;  // queued, started, done
};

struct QueueSettings {
  unsigned jobs = 1;  // reviews side by side; where there are fewer, more readers each
  bool force = false;
  bool follows_the_day = true;                  // see currentness.h
  bool largest_first = true;                    // else in the order of the offers
  bool makes_copies = true;                     // entries with the same files share one review
  std::chrono::milliseconds patience{600'000};  // with a worker that says nothing
  // Is told of each state before the ledger is, where that does not last.
  std::function<Result<void>(const LedgerEntry&)> write_down = [](const auto&) {
    return Result<void>();
  };
};

class ReviewQueue {
 public:
  using Clock = std::chrono::steady_clock;

  // All of them outlive the queue. `on_news` is called for each thing that happens, in order.
  ReviewQueue(const ReviewRun& run, Ledger& ledger, Crew& crew, QueueSettings settings,
              std::function<void(const QueueNews&)> on_news);
  ~ReviewQueue();

  // What was being reviewed when an earlier program ended is free again. Once, before all else.
  void recover();
  void offer(const Offer& offer);
  // The entry's files look otherwise, or it has gone: what is queued or runs for it is dropped.
  void withdraw(const std::string& folder);
  // The tree's signature with which an entry is being digested, queued or reviewed; empty: it is
  // not.
  std::string offered_signature(const std::string& folder) const;

  // Takes in what has happened, starts what there is room for. Never blocks.
  void turn();
  void hold(bool held) { is_held_ = held; }  // no new work is begun
  void stop();                               // ends what runs; it is put back, uncounted

  // OUT or TMPDIR cannot be written: nothing is begun until the time is up. Nothing counts as a
  // try.
  const std::optional<Error>& trouble() const { return trouble_; }
  bool is_idle() const;  // nothing to digest, queued or running, asides included
  std::size_t waiting() const {
    return offered_.size();
  }  // offered and not ended, those running included
  // How long there will be nothing to do if no descriptor of the crew becomes ready.
  std::chrono::milliseconds until_next() const;

  // Other work of this program in a process of its own. One at a time; false: one is running.
  bool aside(std::function<int(JobPipe&)> work, std::function<void(const JobEnd&)> on_end);
  bool has_aside() const;

  struct Running {
    std::string folder;
    ReviewStep step;
    Clock::time_point since;
    int attempt = 1;
  };
  std::vector<Running> running() const;
  // In the order in which they will be begun; then those of which that is not decided yet.
  std::vector<std::string> queued() const;

 private:
  struct Candidate {
    Offer offer;
    LedgerEntry entry;
    Because because = Because::first;
    std::string first;   // the entry whose result is copied; empty: it is reviewed
    std::string closed;  // why no file is to be opened; empty: they are
  };
  struct Work;

  void tell(const QueueNews& news);
  bool write_down(const LedgerEntry& entry);
  void have_trouble(const Error& error);
  bool is_due() const;

  void start_digests();
  bool is_offered(const Candidate& candidate) const;  // still, as it looked then
  void take_digest(Work& work, std::string_view line);
  void decide_all();
  void decide(Candidate candidate, std::vector<LedgerEntry>& current);
  std::string original_of(const Candidate& candidate) const;
  std::string standing_original_of(const Candidate& candidate) const;
  void enqueue(Candidate candidate);
  void release_copies(const std::string& first);

  void start_reviews();
  bool start_review(Candidate candidate);
  std::size_t reviews() const;  // that run
  void take_line(const JobLine& line);
  void take_end(const JobEnd& end);
  void end_digest(Work& work);
  void end_review(Work& work, const JobEnd& end);
  void end_with_error(Work& work, const Error& error);
  void end_with_death(Work& work, Death death, const std::string& reason);
  void finish(Work& work);
  void tell_put_back(const std::string& folder, ErrorCode code, const std::string& message);

  const ReviewRun& run_;
  Ledger& ledger_;
  Crew& crew_;
  QueueSettings settings_;
  std::function<void(const QueueNews&)> on_news_;
  JobId next_ = 1;
  bool is_held_ = false, is_stopping_ = false;
  std::map<std::string, std::string> offered_;  // folder -> signature, until it has ended
  std::deque<Candidate> to_digest_;
  std::map<std::string, Candidate> to_decide_;  // by folder: decisions are made in this order
  std::vector<Candidate> queue_;                // in the order in which they are begun
  std::map<std::string, std::vector<Candidate>> copies_;  // that wait for the review of their first
  std::map<JobId, std::unique_ptr<Work>> work_;
  std::optional<Error> trouble_;
  Clock::time_point retry_{};
  std::chrono::milliseconds next_pause_{};
};

}  // namespace biaoshen
