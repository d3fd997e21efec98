// What a new review has to do with the result that is there under its name: the same files again
// (same revision), or files that the applicant changed (the next one, compared finding by finding).
//
// A result is compared with the last one before it for which files were opened: a quarantined one
// says nothing about them. A copy of another dossier's result (duplicate_of) counts as what it is,
// a review of the files that lay under this name; revisions are those of the name.
//
// What people decided does not enter: a waived finding is as open as it was, a waiver is no
// correction. SARIF tells the two apart in the same way (suppressions, baselineState).
//
// Tested by tests/batch/revisions_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "pipeline/model/record.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// The revision whose record succession() wants as `before`: the one that the published result was
// compared with. 0: there is none.
int revision_before(const std::optional<Record>& there);

// `there`: the record that is published now. `before`: that of revision_before(there), from the
// history. Gives the record to compare with; none: there is nothing to compare with.
struct Succession {
  int revision = 1;
  int keep_as = 0;  // the published result goes into the history as this revision; 0: it does not
  std::optional<Record> earlier;
};
Succession succession(const std::optional<Record>& there, const std::optional<Record>& before,
                      const std::string& input_sha256);

// Sets revision, earlier and the baseline of every finding: compared by rule, by what the finding
// says and quotes, not by where the quote stands. Where no file was opened no finding has one.
void set_baseline(Review& review, const Succession& succession, Language language);
void set_baseline(Record& record, const Succession& succession);

}  // namespace biaoshen
