// What a batch or watch holds of OUT while it works: the lock that keeps a second one out, and the
// ledger. What an interrupted one left behind is cleared away.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/app/service_options.h"
#include "pipeline/ledger/ledger.h"
#include "pipeline/ledger/out_lock.h"

namespace biaoshen {

struct OutState {
  OutLock lock;
  Ledger ledger;
};

// `command`: watch or batch. Errors: output (not writable, locked by another one).
Result<OutState> open_out(const std::filesystem::path& out, const std::string& command);

// The run of a batch or watch: as `prepare`, with the cache of what is recognised in OUT.
Result<ReviewRun> prepare_service(const ServiceOptions& options);

// Removes from the cache what is over its bound. For the crew: it may take seconds.
void trim_cache(const ReviewRun& run);

}  // namespace biaoshen
