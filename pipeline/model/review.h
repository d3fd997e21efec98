// The result of a review: a value that writers only read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/decisions.h"
#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"
#include "pipeline/model/profile.h"

namespace biaoshen {

// A decision of the secretariat not to hold a finding against the dossier. It is shown with
// the finding whatever its state; only an applied one takes the finding out of the verdict.
struct Waiver {
  enum class State : unsigned char { applied, void_, expired } state = State::void_;
  std::string by, on, until;  // who; YYYY-MM-DD, compared with the reference date
  std::string reason, scope;  // scope: the dossier's name or the standard's number
  std::string evidence_sha256;
};
std::string_view name_of(Waiver::State state);  // applied, void, expired

// How a finding stands to that of the revision before, in SARIF's words (2.1.0, §3.27.24).
// `absent`: it was open then and is settled now. A finding that passes has passed is `unchanged`.
enum class Baseline : unsigned char { new_, unchanged, updated, absent };
std::string_view name_of(Baseline baseline);  // new, unchanged, updated, absent

struct Finding {
  std::string rule;
  Status status = Status::review;
  Level level = Level::error;
  Wording title, message, remedy;
  std::vector<Citation> cites;
  std::vector<Evidence> evidence;  // never empty; check.cpp sees to it
  std::string evidence_sha256;     // of what the evidence quotes, files by their contents
  std::optional<Waiver> waiver;
  std::optional<Baseline> baseline;  // none: there was no revision before

  bool is_waived() const { return waiver && waiver->state == Waiver::State::applied; }
};

// A finding over a batch or a panel: its evidence stands in several dossiers.
struct JointEvidence {
  std::string dossier;  // empty: the panel's file
  Evidence evidence;
};
struct JointFinding {
  std::string programme, rule;
  Status status = Status::review;
  Level level = Level::error;
  Wording title, message, remedy;
  std::vector<Citation> cites;
  std::vector<std::string> dossiers;  // concerned, by name
  std::vector<JointEvidence> evidence;
};

enum class Verdict : unsigned char { ready, returned, review };
std::string_view name_of(Verdict verdict);  // ready, return, review

struct Subject {
  std::optional<std::string> number, key, title, organization, uscc;
  std::optional<std::string> published, implemented;  // YYYY-MM-DD
  std::optional<double> self_score;
};

struct MatrixReading {
  std::string material, value;
  Evidence evidence;
  std::string doubt;
  std::string second = {};  // the other reading, where two engines differ or a blank is lost
};
struct MatrixRow {
  std::string field;
  Wording title;
  bool agrees = true;
  std::vector<MatrixReading> readings;
};

// The revision that a review is compared with: the result before the applicant's last change.
struct EarlierRevision {
  int revision = 1;
  std::string input_sha256;
  Verdict verdict = Verdict::review;
};

struct Review {
  Profile profile;
  Dossier dossier;
  Date as_of;
  bool as_of_given = false;  // on the command line; else the profile's cut-off or today
  int revision = 1;          // from 1; counts the changes of the files under one name
  std::optional<EarlierRevision> earlier;  // none: this is the first
  Verdict verdict = Verdict::review;
  Subject subject;
  bool is_application = true;  // false: only what a recommender sends along
  std::vector<Fact> facts;
  std::vector<MatrixRow> matrix;
  std::vector<Finding> findings;             // in the order of the profile's rules
  std::map<std::string, std::string> crops;  // evidence/….png (as in Quote::image) -> PNG
  std::string tool_version;                  // of the program that made this review
  std::string setting_sha256;                // of everything but the files that it depends on
  std::vector<DecisionSheet> decisions;      // of reviewers, in the order they were folded in
  std::string notice_template_sha256;        // empty: the one that comes with the program
  std::vector<std::string> reading_engines;  // what read the words: "text layer", an OCR engine
};

// False where all of it is what a recommender sends along with many applications.
bool is_application(const Dossier& dossier, const Profile& profile);

const File* file_by_id(const Dossier& dossier, std::string_view id);

}  // namespace biaoshen
