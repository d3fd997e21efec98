#include "pipeline/app/batch_command.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "pipeline/app/batch_comparison.h"
#include "pipeline/app/batch_end.h"
#include "pipeline/app/batch_run.h"
#include "pipeline/app/out_state.h"
#include "pipeline/app/program.h"
#include "pipeline/app/shard_command.h"
#include "pipeline/app/stop_time.h"
#include "pipeline/ledger/publish.h"
#include "pipeline/watch/inbox.h"

namespace biaoshen {

namespace fs = std::filesystem;

int batch_command(const ServiceOptions& options) {
  if (!options.manifest.empty()) return shard_command(options);
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
    BatchManner manner;
    manner.log =
        options.log.empty() ? state_folder(options.out) / "log.jsonl" : fs::path(options.log);
    manner.ledger_aside = out->ledger.moved_aside();
    manner.in_child = [&out] { out->lock.abandon(); };
    BatchRun batch(options, *run, out->ledger, std::move(*inbox), *until, std::move(manner));
    stop = batch.run();
    if (stop == Stop::trouble) return report(*batch.trouble());
    if (stop == Stop::told) return stopped_before_the_end();
    entries = batch.entries();
  }
  const auto compared = compare_batch(entries, *run);
  if (!compared) return report(compared.error());
  const int status = end_of_batch(*compared, options.out, options.fail_on);
  return stop == Stop::time_up ? stopped_before_the_end() : status;
}

}  // namespace biaoshen
