// What the log of a run says of a dossier that was reviewed: the same members from review, batch
// and watch. "sandbox" names the layers that all of its readers had; "readers_said" is the
// beginning of what those that ended badly printed.
//
// Tested by tests/app/sandbox_notice_test.cpp and tests/app/batch_command_test.cpp.
#pragma once

#include <vector>

#include "pipeline/app/job_lines.h"
#include "pipeline/service/run_log.h"

namespace biaoshen {

std::vector<LogField> done_fields(const PublishedReview& published, double seconds);

}  // namespace biaoshen
