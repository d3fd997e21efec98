// Whether an XLSX came out whole. libxlsxwriter collects each part in a file of its own in TMPDIR
// and does not look whether it could be written: where that is full, the package is a sound ZIP
// archive of parts that end in the middle.
//
// Tested by tests/batch/whole_package_test.cpp.
#pragma once

#include <string>

namespace biaoshen {

// Each part of the package at `path` is XML, and its last tag closes its first.
bool is_whole_package(const std::string& path);

}  // namespace biaoshen
