// Dossiers side by side: what rules over a batch and over a panel see of each, and what the
// outputs of a batch tell. Everything here can be read from results on disk, so that a batch
// needs no file of an applicant a second time.
//
// Tested by tests/batch/.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/model/decisions.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"
#include "pipeline/model/review.h"
#include "pipeline/model/shared_text.h"

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

// What a reviewer decided about a finding.
struct BatchDecision {
  Treatment treatment = Treatment::look;
  SharedText note, by, on;
  bool is_current = false;  // the finding still rests on what it rested on then
  bool operator==(const BatchDecision&) const = default;
};

// A failure or an open question of a dossier that is not waived, as the lists of a batch show
// it: each text cut to kLongestInBatch code points.
struct BatchFinding {
  SharedText rule;
  Status status = Status::review;
  Level level = Level::error;
  SharedText title, message, remedy;  // in the language of the result
  SharedText clauses;                 // instrument and clause of each citation, by line
  SharedText file, cell;              // where its first quote stands; empty: it quotes nothing
  std::uint32_t page = 0;
  std::optional<BatchDecision> decision;
  bool operator==(const BatchFinding&) const = default;
};
inline constexpr std::size_t kLongestInBatch = 500;

// A finding that never changes: one that many dossiers have in the same words is there once.
class SharedFinding {
 public:
  SharedFinding(BatchFinding finding)  // NOLINT: a finding like any other
      : finding_(std::make_shared<const BatchFinding>(std::move(finding))) {}
  const BatchFinding& operator*() const { return *finding_; }
  const BatchFinding* operator->() const { return finding_.get(); }

 private:
  std::shared_ptr<const BatchFinding> finding_;
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
  std::vector<SharedFinding> findings;  // in the order of the profile's rules
  std::optional<Standing> standing;     // after what reviewers decided; none: nothing yet
  bool is_application = true;           // false: only a recommender's letter or list
  int revision = 1;
  std::string duplicate_of;  // the dossier with the same contents whose result this is
  std::string quarantined;   // why none of its files was opened; empty: they were
  // What the review rested on; where nothing of it has changed it need not be made again.
  std::string as_of, input_sha256, setting_sha256;
  // What the findings of a batch in the result were made from (templates/batch/joint_digest.h);
  // none: there are no such findings in it.
  std::optional<std::string> section_sha256;
};

// Names of facts that the profile's rules over a batch ask for.
std::set<std::string, std::less<>> batch_fact_names(const Profile& profile);
// And those over a panel as well.
std::set<std::string, std::less<>> joint_fact_names(const Profile& profile);

// Some of the findings of a batch, those about one dossier.
using JointFindings = std::span<const JointFinding* const>;

// What the findings of a batch say of one dossier: `review` where one of them is open. Never
// `return`: whose defect it is when two dossiers clash is for a person to decide.
Verdict joint_verdict(JointFindings findings);
Verdict worse(Verdict a, Verdict b);  // ready < review < return

// Findings say the same in one dossier as in the next: lets those that do be one, and the texts of
// the others.
class FindingPool {
 public:
  void share(BatchEntry& entry);

 private:
  TextPool texts_;
  std::unordered_multimap<std::size_t, SharedFinding> findings_;  // by a digest
};

const BatchFile* file_by_id(const BatchEntry& entry, std::string_view id);

}  // namespace biaoshen
