// ZIP archives, self-extracting ones as well: hands every entry on as a member. libzip unpacks;
// nothing that the archive states about itself is believed.
//
// The package is refused where it has more entries than Limits::entries, or where its entries
// share packed bytes. An entry is
//   refused      symlink, inconsistent-entry, size-mismatch (more than stated), a limit, its name
//   unreadable   encrypted, compression-method, checksum, size-mismatch (less than stated),
//                damaged-archive
// Tested by tests/readers/zip_reader_test.cpp.
#pragma once

#include "extractors/readers/open_file.h"

namespace biaoshen {

void read_zip(const OpenFile& file, const Limits& limits, DocumentSink& sink);

}  // namespace biaoshen
