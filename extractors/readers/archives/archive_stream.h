// An archive as libarchive gives it, entry after entry, read from an open descriptor. Exists to
// keep libarchive's ways in one place: callbacks instead of paths, no filter that starts another
// program, names converted to UTF-8 whatever the program's locale is.
//
// It refuses to write anything anywhere: libarchive is only used to read.
// Tested by tests/readers/archive_reader_test.cpp.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <clocale>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extractors/readers/open_file.h"
#include "pipeline/model/document.h"

namespace biaoshen {

class ArchiveStream {
 public:
  // The archive begins at `start` of the file; `format` as format_sniffer names it.
  ArchiveStream(const OpenFile& file, std::uint64_t start, std::string_view format);
  ~ArchiveStream();
  ArchiveStream(const ArchiveStream&) = delete;
  ArchiveStream& operator=(const ArchiveStream&) = delete;

  // The next entry; null at the end, and where it cannot go on (then is_broken()).
  archive_entry* next();
  // The next bytes of the entry; empty at its end, and where they cannot be read (has_failed()).
  std::string_view read();

  bool is_broken() const { return is_broken_; }
  bool has_failed() const { return has_failed_; }  // the entry; others may follow
  // What libarchive said: encrypted, archive-variant, checksum or damaged-archive, with advice.
  Problem trouble() const;

  bool is_encrypted() const;  // an entry or all headers
  // A single compressed file, not an archive: its entry has no name of its own.
  bool is_single_file() const;
  bool is_compressed() const;  // as a whole, so that skipping means unpacking

 private:
  struct Source {
    int descriptor;
    std::uint64_t start, size, position;
    std::array<char, 64 << 10> buffer;
  };
  static la_ssize_t read_source(archive*, void* source, const void** bytes);
  static la_int64_t skip_source(archive*, void* source, la_int64_t count);
  static la_int64_t seek_source(archive*, void* source, la_int64_t offset, int whence);

  Source source_;
  std::array<char, 64 << 10> piece_{};
  locale_t utf8_ = nullptr, before_ = nullptr;
  archive* archive_ = nullptr;
  bool is_open_ = false, is_broken_ = false, has_failed_ = false;
};

// The name's raw bytes, or UTF-8 where the format has it in Unicode; empty where it has none.
std::string name_of(archive_entry* entry);

}  // namespace biaoshen
