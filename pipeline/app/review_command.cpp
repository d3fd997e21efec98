#include "pipeline/app/review_command.h"

#include <chrono>
#include <filesystem>
#include <iostream>
#include <set>

#include "pipeline/app/done_log.h"
#include "pipeline/app/dossier_job.h"
#include "pipeline/app/program.h"
#include "pipeline/app/sandbox_notice.h"
#include "pipeline/app/status_line.h"
#include "pipeline/base/plain_path.h"
#include "pipeline/ledger/publish.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// A result must never land in an input, nor take its place.
Result<void> check_disjoint(const fs::path& path, const fs::path& out) {
  const fs::path input = plain_path(path), target = plain_path(out);
  if (is_inside(target, input))
    return fail(ErrorCode::usage, out.string() + ": OUT lies inside the input " + path.string() +
                                      "; choose a folder outside");
  if (is_inside(target / input.filename(), input) || is_inside(input, target / input.filename()))
    return fail(
        ErrorCode::usage,
        path.string() + ": the result would take the place of the input; choose another OUT");
  return {};
}

// What would spoil every review is told before the first file is read.
Result<void> check_paths(const ReviewOptions& options) {
  std::set<std::string> names;
  for (const std::string& path : options.paths) {
    if (!names.insert(plain_path(path).filename().string()).second)
      return fail(ErrorCode::usage,
                  path + ": a second PATH of this name; their results would overwrite each other");
    if (auto disjoint = check_disjoint(path, options.out); !disjoint) return disjoint;
    for (const std::string& written : {options.cache, options.log})
      if (!written.empty() && is_inside(plain_path(written), plain_path(path)))
        return fail(ErrorCode::usage,
                    written + ": lies inside the input " + path + "; choose a place outside");
  }
  return check_writable(options.out);
}

// Files that change while they are read are read again, but not for ever.
Result<DoneReview> review_still(const std::string& path, const ReviewRun& run) {
  constexpr int kTries = 3;
  for (int tried = 1;; ++tried) {
    StatusLine status(terminal_language());
    auto done = review_into({plain_path(path), run.request.jobs, "", ""}, run, status);
    if (done || done.error().code != ErrorCode::again || tried == kTries) return done;
  }
}

// Readers that were confined less than this machine allows, which it was not told at the start.
void warn_of_readers(const std::string& name, const DoneReview& done) {
  if (!done.layers || done.layers->are_complete() || !offered_layers().are_complete()) return;
  say_line(LogLevel::warning, name + ": " + sandbox_warning(*done.layers, terminal_language()));
}

}  // namespace

int review_command(const ReviewOptions& options) {
  const auto run = prepare(options);
  if (!run) return report(run.error());
  if (const auto fine = check_paths(options); !fine) return report(fine.error());

  warn_of_sandbox();
  RunLog log(options.log, terminal_language());
  int status = 0;
  for (const std::string& path : options.paths) {
    const auto start = std::chrono::steady_clock::now();
    const std::string folder = plain_path(path).filename().string();
    const auto done = review_still(path, *run);
    if (!done) {
      log.write(LogLevel::error, "not-reviewed", folder, {{"why", done.error().message}});
      status = report(done.error());
      continue;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    log.write(LogLevel::info, "done", folder, done_fields(published(*done), took.count()));
    const Review& review = done->review;
    warn_of_readers(review.dossier.name, *done);
    std::cout << told(review.dossier.name, review.verdict, counts_of(review),
                      fs::path(options.out) / folder)
              << '\n';
    if (status == 0 && is_failure(review.verdict, options.fail_on)) status = 1;
  }
  return status;
}

}  // namespace biaoshen
