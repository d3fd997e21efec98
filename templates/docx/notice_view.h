// The notice to the applicant in words, before any layout: what must be corrected and what is
// advised, from what the program found and the reviewers decided.
//
// In it: failures that nobody accepted or waived, and what a reviewer returns with a note of his
// own. Not in it: ids of rules, open questions that nobody has decided, and anything that nobody
// has said: the deadline, the office and the date are for the secretariat to fill in. From the
// second submission on each item says whether it was in the one before.
//
// Tested by tests/templates/notice_view_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/model/record.h"

namespace biaoshen {

struct NoticeItem {
  std::string what, where, remedy, clause;
  std::string note;   // of the reviewer
  std::string since;  // how it stands to the submission before; empty: a first one
};

struct NoticeView {
  std::string organization, subject, title, number, programme, dossier, as_of, uscc;
  std::vector<NoticeItem> defects, advice;
  std::string defects_rest, advice_rest;  // say how many are not listed; mostly empty
  std::size_t defects_count = 0, advice_count = 0;
};

// nullopt: nothing has to be corrected, or it is no application.
std::optional<NoticeView> notice_of(const Record& record);

}  // namespace biaoshen
