// The casebook (案例集): which dossiers passed, in which order, and what of each is told. Quotes
// are chosen here and worded in templates/casebook; nothing is ever made up for a part that has
// none.
//
// Tested by tests/model/casebook_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/record.h"

namespace biaoshen {

// A result as it was published.
struct CaseResult {
  Record record;
  Verdict verdict = Verdict::review;  // with the findings of its batch
  bool is_open_in_batch = false;      // these are not decided about in the page
};

// Why a dossier is not in the casebook.
enum class LeftOut : unsigned char { no_application, duplicate, returned, open };

// A dossier is in where it is ready, or where reviewers accepted all that was open; what they
// sent back is out whatever the program said.
std::optional<LeftOut> left_out(const CaseResult& result);

// One standard of the casebook.
struct Case {
  Record record;
  std::vector<CasePart> parts;         // of its profile
  std::vector<std::string> also_from;  // names of other dossiers of the same standard
};

// By programme, number and name; of the dossiers of one programme that have the same standard
// number the first one stands for all.
std::vector<Case> in_order(std::vector<Case> cases);

// What a part rests on: one text, and the other files that have it.
struct CaseQuote {
  const Fact* fact = nullptr;
  std::vector<const Fact*> same;  // one reading for each further place of the same text
};
// In the order of the part's facts. What is empty, only a placeholder, from an empty form or
// about another standard is passed over, and so is a second reading of what one file says.
std::vector<CaseQuote> quotes_of(const Record& record, const CasePart& part);

}  // namespace biaoshen
