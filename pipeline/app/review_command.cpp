#include "pipeline/app/review_command.h"

#include <filesystem>
#include <iostream>
#include <set>

#include "pipeline/app/program.h"
#include "pipeline/app/publish.h"

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
  }
  return check_writable(options.out);
}

}  // namespace

int review_command(const ReviewOptions& options) {
  const auto run = prepare(options);
  if (!run) return report(run.error());
  if (const auto fine = check_paths(options); !fine) return report(fine.error());

  int status = 0;
  for (const std::string& path : options.paths) {
    const auto review = review_into(path, *run);
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
