// The work on dossiers that is done in forked processes (pipeline/crew/crew.h): what each of them
// does from its first line to its last (job_lines.h). Each gives the exit status; the queue
// believes an end only with 0. What nobody foresaw is told as an error with code 70, never thrown.
//
// Tested by tests/app/batch_command_test.cpp, tests/app/job_lines_test.cpp and
// tests/endurance/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/app/job_lines.h"
#include "pipeline/app/review_run.h"
#include "pipeline/crew/crew.h"

namespace biaoshen {

PublishedReview published(const DoneReview& done);

// Reviews and publishes.
int run_review_job(const ReviewTask& task, const ReviewRun& run, JobPipe& pipe);

// Makes the result of `first` that of `folder` as well: a copy that says whose it is. Both are
// result folders; a `first` that is a copy itself is refused.
Result<PublishedReview> publish_duplicate(const std::string& first, const std::string& folder,
                                          const std::filesystem::path& out);
int run_duplicate_job(const std::string& first, const std::string& folder, const ReviewRun& run,
                      JobPipe& pipe);

// The digest of each tree, a line each; nothing is opened but to hash it.
int run_digest_job(const std::vector<std::filesystem::path>& trees, const Limits& limits,
                   JobPipe& pipe);

}  // namespace biaoshen
