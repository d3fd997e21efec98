// What reviewers decided about the findings of a dossier: sheets exported from dossier.html and
// folded into a result by `biaoshen decide`. A sheet is an entry of the record that is never
// changed: who, when, the digest of the file that was handed in. The last sheet that names a
// rule counts, and only while the finding rests on the evidence it rested on then.
//
// They never change what the program found; the verdict stays the program's own.
//
// Tested by tests/model/decisions_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

struct Finding;

enum class Treatment : unsigned char { accept, send_back, look };
std::string_view name_of(Treatment treatment);  // accept, return, look

struct Decision {
  std::string rule;
  Treatment treatment = Treatment::look;
  std::string note;
  std::string evidence_sha256;  // of the finding when it was decided
  bool operator==(const Decision&) const = default;
};

struct DecisionSheet {
  std::string by, on;        // who; YYYY-MM-DD
  std::string sha256;        // of decisions.json as it was handed in
  std::string input_sha256;  // of the dossier's files that were decided about
  int revision = 1;          // of the dossier
  std::vector<Decision> decisions;
  bool operator==(const DecisionSheet&) const = default;
};

// A decision with the sheet it stands in.
struct Decided {
  const DecisionSheet* sheet = nullptr;  // none: nothing was decided about the rule
  const Decision* decision = nullptr;
  bool is_current = false;  // the evidence is still the same
};
Decided decided(const std::vector<DecisionSheet>& sheets, const Finding& finding);

// Where the decisions leave the dossier: returned where one finding is currently decided so;
// accepted where each failure and open question that is not waived is currently accepted; open
// otherwise, and always while there is no sheet at all.
enum class Standing : unsigned char { open, accepted, returned };
std::string_view name_of(Standing standing);  // open, accepted, returned
Standing standing_of(const std::vector<DecisionSheet>& sheets,
                     const std::vector<Finding>& findings);

// Findings that need a decision and have no current one.
std::size_t undecided(const std::vector<DecisionSheet>& sheets,
                      const std::vector<Finding>& findings);

// Whether a reviewer has to decide about it: it failed or is open, and is not waived.
bool needs_decision(const Finding& finding);

}  // namespace biaoshen
