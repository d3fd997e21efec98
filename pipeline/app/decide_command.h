// `biaoshen decide OUT/<name> decisions.json`: folds what a reviewer decided into a result. The
// sheet is appended to dossier.json, the page shows it, notice.docx and findings.sarif are made
// again; the verdict stays the program's own. The applicant's files are not needed for it.
//
// It refuses decisions that are not about this state of the dossier, and changes nothing then.
//
// Tested by tests/app/decide_command_test.cpp.
#pragma once

#include <string>

namespace biaoshen {

struct DecideOptions {
  std::string result, decisions;  // OUT/<name>; the file handed in
  std::string by, on;             // in place of what the file says
  std::string notice_template;    // that of the review, where it had one
};

int decide_command(const DecideOptions& options);

}  // namespace biaoshen
