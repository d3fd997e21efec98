// The directory of a ZIP archive as its bytes have it. Exists because libzip does not tell three
// things that decide whether an entry may be opened: a name with a NUL in it, whether the entry's
// own header gives another name than the directory, and how many packed bytes entries share.
//
//   entry      := PK\3\4 … name data        at the offset that the directory states
//   record     := PK\1\2 … name extra comment
//   end        := PK\5\6 … count size offset comment      before it, for large archives:
//   end64      := PK\6\6 …    locator := PK\6\7 … offset
//
// It refuses to unpack anything, and reads at most as many records as it is told.
// Tested by tests/readers/zip_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

struct ZipRecord {
  std::string name;  // raw bytes
  bool is_utf8 = false;
  bool has_unicode_path = false;  // an extra field 0x7075, which libzip puts in the name's place
  bool has_header = false;        // the entry's own header is where the record says
  std::string header_name;        // raw bytes of its name there
};

// Empty where no directory can be found.
std::vector<ZipRecord> read_zip_directory(const ByteSource& file, std::size_t most);

// The end of a directory stands in the last 64 KiB: a ZIP archive, whatever stands in front.
bool has_zip_end(const ByteSource& file);

}  // namespace biaoshen
