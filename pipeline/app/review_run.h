// What `review` and `batch` share: the options of a review, everything that is looked at
// before the first file is read, and one dossier on its way from PATH to its result folder.
//
// Tested by tests/app/commands_test.cpp and tests/app/batch_command_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "extractors/sandbox/sandbox.h"
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
  bool require_sandbox = false;     // nothing is opened where a layer of the sandbox is lacking
  KnowledgeOptions knowledge;
  unsigned jobs = 0;  // 0: one a core
  std::string cache;  // folder for what was recognised; empty: nothing is kept
  std::uint64_t cache_bytes = 2ull << 30;
  Presentation presentation;    // of what is written
  std::string notice_template;  // path of a DOCX; empty: the one that comes with the program
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

struct ReviewTask {
  std::filesystem::path path;
  unsigned jobs = 1;            // readers side by side
  std::string expected_sha256;  // of the files as somebody knows them; empty: whatever they are
  std::string quarantined;      // why no file is to be opened; empty: they are read
};

// A review, and what is told of its readers in logs only: a result is the same on every machine.
struct DoneReview {
  Review review;
  std::optional<SandboxLayers> layers;  // that all of its readers had; nothing: none ran
  std::string last_words;               // of readers that ended badly; empty: nothing was said
};

// Reviews the dossier and publishes OUT/<file name of path>, which belongs to one state of its
// files: where they change meanwhile, or are not those expected, nothing is published (Error:
// again). What reviewers decided about an earlier result there is kept; a result of other files
// under this name goes into the history, and the new one is its next revision.
Result<DoneReview> review_into(const ReviewTask& task, const ReviewRun& run, Progress& progress);

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
