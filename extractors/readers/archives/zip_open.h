// Opens a ZIP archive over an open descriptor, with libzip. One place, because what is asked of
// libzip must be the same for Office packages and for archives: read only, and without its check
// for consistency, which refuses packages that every office program opens.
// Tested by tests/readers/zip_package_test.cpp, tests/readers/zip_reader_test.cpp.
#pragma once

#include <zip.h>

#include <memory>

#include "extractors/readers/open_file.h"

namespace biaoshen {

struct DiscardZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseZipEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using OpenZip = std::unique_ptr<zip_t, DiscardZip>;
using OpenZipEntry = std::unique_ptr<zip_file_t, CloseZipEntry>;

struct ZipOpening {
  OpenZip zip;    // null where it cannot be opened
  int error = 0;  // then why: ZIP_ER_…
};
ZipOpening open_zip(const OpenFile& file);

}  // namespace biaoshen
