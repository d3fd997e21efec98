// Mails that Outlook keeps (.msg): who, when and about what, and the text. What is attached lies in
// storages that are not opened; how many there are is said, with what to hand in instead.
//
// Tested by tests/readers/msg_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_msg(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
