// Dossiers side by side: what rules over a batch and over a panel see of each, and what the
// outputs of a batch tell. Everything here can be read from results on disk, so that a batch
// needs no file of an applicant a second time.
//
// Tested by tests/batch/.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"
#include "pipeline/model/review.h"

namespace biaoshen {

struct FindingCounts {
  std::size_t fail = 0, advice = 0, review = 0, pass = 0, not_applicable = 0, waived = 0;
  void add(Status status, Level level);  // a failure that does not send it back is advice
};

// A file of a dossier as rules over a batch see it.
struct BatchFile {
  std::string id, path, sha256;
  std::vector<std::string> materials;  // of its parts
};

// What dossier.json says of one dossier.
struct BatchEntry {
  std::string name;  // of the dossier and its result folder
  std::string programme, version, programme_title;
  Verdict verdict = Verdict::review;  // of the dossier alone
  Subject subject;
  std::vector<Fact> facts;  // those that batch and panel rules of the profile name; untyped
  std::vector<BatchFile> files;
  FindingCounts counts;
  bool is_application = true;  // false: only a recommender's letter or list
  // What the review rested on; where nothing of it has changed it need not be made again.
  std::string as_of, input_sha256, setting_sha256;
};

// Names of facts that the profile's rules over a batch or a panel ask for.
std::set<std::string, std::less<>> joint_fact_names(const Profile& profile);

// What the findings of a batch say of one dossier: `review` where one of them is open. Never
// `return`: whose defect it is when two dossiers clash is for a person to decide.
Verdict joint_verdict(const std::vector<JointFinding>& findings);
Verdict worse(Verdict a, Verdict b);  // ready < review < return

// One entry of the inbox and what became of it.
struct BatchRow {
  std::string name;                   // as people see it
  std::string folder;                 // of its result, as the file system has it
  std::optional<BatchEntry> entry;    // none: it could not be reviewed
  Verdict verdict = Verdict::review;  // with the findings of the batch
  std::string error;                  // why there is no entry
};
struct BatchReport {
  std::string tool_version;
  std::vector<BatchRow> rows;          // by name
  std::vector<JointFinding> findings;  // by programme, in the order of its rules
};

const BatchEntry* entry_named(const BatchReport& report, std::string_view name);
const BatchFile* file_by_id(const BatchEntry& entry, std::string_view id);

}  // namespace biaoshen
