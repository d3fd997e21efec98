#include "pipeline/app/out_state.h"

#include "extractors/worker/recognition_cache.h"
#include "pipeline/app/byte_size.h"
#include "pipeline/app/program.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/ledger/publish.h"

namespace biaoshen {

namespace fs = std::filesystem;

Result<OutState> open_out(const fs::path& out, const std::string& command) {
  if (auto fine = check_writable(out); !fine) return tl::unexpected(fine.error());
  auto lock = lock_instance(out, command);
  if (!lock) return tl::unexpected(lock.error());
  if (auto cleared = clear_stage(out); !cleared) return tl::unexpected(cleared.error());
  auto ledger = Ledger::open(state_folder(out) / "ledger.db");
  if (!ledger) return tl::unexpected(ledger.error());
  return OutState{std::move(*lock), std::move(*ledger)};
}

Result<ReviewRun> prepare_service(const ServiceOptions& options) {
  ServiceOptions settings = options;
  const auto bytes = byte_size(options.cache_size, "--cache-size");
  if (!bytes) return tl::unexpected(bytes.error());
  settings.cache_bytes = *bytes;
  if (*bytes > 0 && settings.cache.empty())
    settings.cache = (state_folder(plain_path(options.out)) / "cache").string();
  return prepare(settings);
}

void trim_cache(const ReviewRun& run) {
  if (run.settings.cache.empty()) return;
  RecognitionCache(run.settings.cache, run.settings.cache_bytes, recognition_parameters()).trim();
}

}  // namespace biaoshen
