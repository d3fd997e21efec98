// What `review` and `batch` share: the options of a review, everything that is looked at
// before the first file is read, and one dossier on its way from PATH to its result folder.
//
// Tested by tests/app/commands_test.cpp and tests/app/batch_command_test.cpp.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/app/knowledge.h"
#include "pipeline/app/notice_template.h"
#include "pipeline/model/batch.h"
#include "pipeline/model/presentation.h"
#include "pipeline/stages/review_dossier.h"

namespace biaoshen {

struct ReviewSettings {
  std::string out, programme, as_of, fail_on;
  std::vector<std::string> limits;  // NAME=VALUE
  bool unsandboxed_office = false;  // LibreOffice may run without bubblewrap
  KnowledgeOptions knowledge;
  unsigned jobs = 0;                 // 0: one a core
  Presentation presentation;         // of what is written
  std::string notice_template;       // path of a DOCX; empty: the one that comes with the program
};

// The settings, understood and checked.
struct ReviewRun {
  ReviewSettings settings;
  Knowledge knowledge;
  ReviewRequest request;  // without a path and without waivers
  NoticeTemplate notice_template;
};

// Errors: usage, profile, input, internal (the machine lacks something), output.
Result<ReviewRun> prepare(const ReviewSettings& settings);

// The path without dots, links and a slash at its end.
std::filesystem::path plain_path(const std::filesystem::path& path);
bool is_inside(const std::filesystem::path& inner, const std::filesystem::path& outer);

// Reviews the dossier at `path` and publishes OUT/<file name of path>. What reviewers decided
// about an earlier result there is kept.
Result<Review> review_into(const std::filesystem::path& path, const ReviewRun& run);

// One digest for all that a review of this dossier depends on besides its files: program,
// language, profiles, policy, the waivers for it.
std::string setting_sha256(const ReviewRun& run, const std::string& dossier,
                           const Subject& subject);

// 材料包: 退回补正，…, for the terminal.
std::string told(const std::string& name, Verdict verdict, const FindingCounts& counts,
                 const std::filesystem::path& result);
FindingCounts counts_of(const Review& review);

// Whether the verdict is what --fail-on names or a worse one.
bool is_failure(Verdict verdict, const std::string& fail_on);

}  // namespace biaoshen
