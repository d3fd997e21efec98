#include "pipeline/app/review_command.h"

#include <filesystem>
#include <iostream>
#include <set>

#include "pipeline/app/program.h"
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
    if (!options.cache.empty() && is_inside(plain_path(options.cache), plain_path(path)))
      return fail(ErrorCode::usage, options.cache + ": the cache lies inside the input " + path +
                                        "; choose a folder outside");
  }
  return check_writable(options.out);
}

// Files that change while they are read are read again, but not for ever.
Result<Review> review_still(const std::string& path, const ReviewRun& run) {
  constexpr int kTries = 3;
  for (int tried = 1;; ++tried) {
    StatusLine status(terminal_language());
    auto review = review_into({plain_path(path), run.request.jobs, "", ""}, run, status);
    if (review || review.error().code != ErrorCode::again || tried == kTries) return review;
  }
}

}  // namespace

int review_command(const ReviewOptions& options) {
  const auto run = prepare(options);
  if (!run) return report(run.error());
  if (const auto fine = check_paths(options); !fine) return report(fine.error());

  int status = 0;
  for (const std::string& path : options.paths) {
    const auto review = review_still(path, *run);
    if (!review) {
      status = report(review.error());
      continue;
    }
    std::cout << told(review->dossier.name, review->verdict, counts_of(*review),
                      fs::path(options.out) / plain_path(path).filename())
              << '\n';
    if (status == 0 && is_failure(review->verdict, options.fail_on)) status = 1;
  }
  return status;
}

}  // namespace biaoshen
