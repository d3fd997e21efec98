#include "pipeline/app/shard_command.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <utility>
#include <vector>

#include "pipeline/app/batch_end.h"
#include "pipeline/app/batch_run.h"
#include "pipeline/app/known_result.h"
#include "pipeline/app/out_state.h"
#include "pipeline/app/program.h"
#include "pipeline/base/untrusted_path.h"
#include "pipeline/batch/manifest.h"
#include "pipeline/batch/receipts.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/ledger/try_notes.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr int kTryAgain = 75, kDoNot = 78;

// Of this process alone, on whatever machine it runs.
std::string name_of_process(const ServiceOptions& options) {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return std::to_string(*options.shard) + "-of-" + std::to_string(*options.shards) + "." +
         host.data() + "." + std::to_string(::getpid());
}

int told(const Error& error, int status) {
  report(error);
  return status;
}

// A disk that is not there looks like a night without dossiers.
Result<void> check_inboxes(const std::vector<ManifestRow>& rows, const fs::path& out) {
  for (const fs::path& inbox : inboxes_of(rows)) {
    if (auto disjoint = check_disjoint(inbox, out); !disjoint) return disjoint;
    if (::access(inbox.c_str(), R_OK | X_OK) != 0)
      return fail(ErrorCode::again, inbox.string() + ": cannot be reached from this machine");
  }
  return {};
}

// Receipts for all of which it is known that their results are as they should be.
class Receiver {
 public:
  Receiver(const Ledger& ledger, ReceiptBook& book) : ledger_(ledger), book_(book) {}

  void take(const QueueNews& news) {
    const bool is_done =
        news.event == QueueEvent::done || (news.event == QueueEvent::quarantined && news.published);
    if (is_done || news.event == QueueEvent::current) folders_.push_back(news.folder);
    if (is_done) write();  // the ledger knows it; of what is current it hears a moment later
  }
  void write() {
    for (const std::string& folder : std::exchange(folders_, {})) {
      const auto entry = ledger_.find(folder);
      if (!entry || !*entry || trouble_) continue;
      if (auto added = book_.add(receipt_of(**entry)); !added) trouble_ = added.error();
    }
  }
  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  const Ledger& ledger_;
  ReceiptBook& book_;
  std::vector<std::string> folders_;
  std::optional<Error> trouble_;
};

std::vector<InboxEntry> entries_of(const std::vector<ManifestRow>& rows) {
  std::vector<InboxEntry> entries;
  for (const ManifestRow& row : rows) entries.push_back(inbox_entry(row.path));
  return entries;
}

int end_of_shard(const std::vector<ComparedEntry>& entries) {
  int status = 0;
  for (const ComparedEntry& entry : entries) {
    if (entry.error.empty()) continue;
    std::cerr << "biaoshen: " << readable_name(entry.folder).text << ": " << entry.error << '\n';
    status = kSomeFailed;
  }
  return status;
}

// Nothing is shared: what is in memory goes with the process, what is to stay is in notes.
int run_shard(const ServiceOptions& options, const ReviewRun& run,
              const std::vector<ManifestRow>& rows, std::optional<StopTime> until) {
  auto ledger = Ledger::open(":memory:");
  if (!ledger) return told(ledger.error(), kTryAgain);
  auto book = ReceiptBook::begin(options.out, name_of_process(options));
  if (!book) return told(book.error(), kTryAgain);
  TryNotes notes(options.out);
  Receiver receiver(*ledger, *book);
  BatchManner manner;
  manner.log = options.log.empty()
                   ? state_folder(options.out) / "shards" / (name_of_process(options) + ".jsonl")
                   : fs::path(options.log);
  manner.window = 8 + 4 * std::size_t{run.request.jobs};
  manner.is_alone = false;
  manner.queue.makes_copies = false;
  manner.queue.largest_first = false;  // the manifest has the order
  manner.queue.write_down = [&](const LedgerEntry& entry) { return notes.put(entry); };
  manner.in_child = [&] { notes.abandon(); };
  manner.on_news = [&](const QueueNews& news) { receiver.take(news); };
  manner.before_offer = [&](const std::string& folder) {
    if (const auto known = notes.known(folder)) static_cast<void>(ledger->put(*known));
  };
  BatchRun batch(options, run, *ledger, entries_of(rows), until, std::move(manner));
  const Stop stop = batch.run();
  receiver.write();
  if (stop == Stop::trouble) return told(*batch.trouble(), kTryAgain);
  if (receiver.trouble()) return told(*receiver.trouble(), kTryAgain);
  return stop == Stop::none ? end_of_shard(batch.entries()) : stopped_before_the_end();
}

}  // namespace

int shard_command(const ServiceOptions& options) {
  const auto until = stop_time(options.until);
  if (!until) return told(until.error(), kDoNot);
  const auto rows = manifest_in(options.manifest);
  if (!rows) return told(rows.error(), kDoNot);
  const auto own = shard_of(*rows, *options.shard, *options.shards);
  const auto run = prepare_service(options);
  if (!run) return told(run.error(), kDoNot);
  if (auto there = check_inboxes(own, options.out); !there)
    return told(there.error(), there.error().code == ErrorCode::again ? kTryAgain : kDoNot);
  if (auto fine = check_writable(options.out); !fine) return told(fine.error(), kTryAgain);
  return run_shard(options, *run, own, *until);
}

}  // namespace biaoshen
