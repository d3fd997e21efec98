// Reads plain text in the encodings Chinese offices use: a line is a line, a form feed cuts
// the page. Blank lines take no place on the page but count in the numbers of lines.
//
// It refuses to drop what it cannot decode silently: such characters become U+FFFD and the
// file is partial (text-suspect). Tested by tests/readers/plain_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_plain(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
