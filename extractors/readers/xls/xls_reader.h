// Reads Excel 5–2003 workbooks (also those that WPS calls .et): sheets as pages, cells and merged
// cells as from XLSX.
//
// It refuses encrypted workbooks and those before Excel 5. Pictures in sheets are said, not read.
// Tested by tests/readers/xls_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_xls(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
