// An archive behind a program that unpacks it: .exe files that applicants make because their
// recipients need no other program. Only the archive in them is read; nothing is ever run.
// Tested by tests/readers/archive_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

struct EmbeddedArchive {
  std::string_view format;  // rar, 7z; empty where there is none
  std::uint64_t start = 0;
};

// The archive at the beginning of a file, or behind the program with which the file begins.
EmbeddedArchive find_archive(const ByteSource& file);

}  // namespace biaoshen
