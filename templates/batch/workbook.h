// A workbook of sheets of text, by libxlsxwriter: the first row of each sheet is its head and
// stays in sight.
//
// It writes no formula, number, link or date, and no time of its making.
//
// Tested by tests/batch/register_writer_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

struct SheetOfText {
  std::string name;            // without []:*?/\ and at most 31 characters
  std::vector<double> widths;  // of the columns, in characters
  std::vector<std::vector<std::string>> rows;
};

// Text of people is masked, invisible characters are written out, what is endless is cut.
// Error: internal, where the library cannot make the file.
Result<std::string> workbook_of(const std::vector<SheetOfText>& sheets);

}  // namespace biaoshen
