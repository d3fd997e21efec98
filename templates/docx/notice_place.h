// Where a defect stands, as an applicant finds it again: file, page, paragraph or cell, and the
// words there. Of a file that could not be read, what is the matter with it and what to send
// instead.
//
// Lists are bounded and say how much they leave out.
//
// Tested by tests/templates/notice_view_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/record.h"

namespace biaoshen {

std::string places_in_words(const Record& record, const Finding& finding);

// What to send instead of the files that a finding is about; empty where it is about anything
// else.
std::string file_remedies_in_words(const Record& record, const Finding& finding);

// Of text from outside: on one line, masked where it must be, visible, at most `limit` code
// points.
std::string on_one_line(const Record& record, std::string_view text, std::size_t limit);

}  // namespace biaoshen
