// Reads XLSX (and XLSM, XLTX): each worksheet is a page in the order of the workbook, with
// its name as title. Hidden sheets are read like others, and noted.
//
// It refuses formulas as content, links to other workbooks, and what a chart draws.
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_xlsx(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
