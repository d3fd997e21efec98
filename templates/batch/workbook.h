// A workbook for people's own lists, by libxlsxwriter: sheets whose head stays in sight, can be
// filtered and is repeated on each printed page; dates and numbers are real ones.
//
// Text is text whatever it begins with: it never becomes a formula, a number, a date or a link.
// It writes no time of its making, and asks for its rows one at a time: a batch has many.
//
// Tested by tests/batch/workbook_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/model/date.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// What the eye should find first.
struct LoudText {
  std::string text;
};
struct SheetLink {
  std::string address;  // relative to the workbook, as link_address() makes it
  std::string text;
};
using Cell = std::variant<std::string, LoudText, double, Date, SheetLink>;

struct SheetColumn {
  std::string head;
  double width;  // in characters
};
using SheetRow = std::vector<Cell>;
struct Sheet {
  std::string name;  // without []:*?/\ and at most 31 characters
  std::vector<SheetColumn> columns;
  std::size_t printed = 0;  // columns that are printed; 0: all
  std::size_t rows = 0;
  std::function<SheetRow(std::size_t)> row;  // from 0 on, each as long as `columns`
};

struct PrintedWords {
  std::string title, page;    // head; foot, with &P for the page and &N for their number
  std::string not_all_shown;  // stands below a sheet that has more rows than are written
};

// Text of people is masked, invisible characters are written out, what is endless is cut.
// Errors: output, where the library cannot make the file or TMPDIR has no room for its parts.
Result<std::string> workbook_of(const std::vector<Sheet>& sheets, const PrintedWords& words,
                                PersonalData data = PersonalData::masked);

// The page of a result folder beside the workbook, or the place `anchor` in it.
//
//   甲 #1%  ->  甲%20%231%25/dossier.html
//
// Characters above ASCII stay: Excel takes their codes for those of the machine's code page.
std::string link_address(std::string_view folder, std::string_view anchor);

}  // namespace biaoshen
