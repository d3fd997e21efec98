// The names inside a compound file (OLE2), the container of old Office documents and of
// encrypted new ones. Enough to tell which of them a file is.
//
// It refuses to open any stream, and to follow more than a bounded chain of sectors.
// Tested by tests/readers/format_sniffer_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

bool is_compound_file(std::string_view beginning);
std::vector<std::string> compound_names(const ByteSource& bytes);

}  // namespace biaoshen
