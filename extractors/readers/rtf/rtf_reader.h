// Reads RTF files, which mostly call themselves .doc: text and tables, in the code pages that
// Chinese programs write.
//
// It refuses pictures and says so. Tested by tests/readers/rtf_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_rtf(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
