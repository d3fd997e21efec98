// The files inside a file, handed on within the budgets: entries of an archive, attachments of a
// PDF, workbooks in a DOCX. Exists so that every reader that finds such files counts alike: on
// bytes that were really produced, never on sizes that a package states about itself.
//
// An entry that breaks a limit of its own is refused and the next one may come; what breaks a
// limit of the whole package ends it. Each limit is named with its value. It refuses to know
// where the bytes go, and it judges no name: that is member_names' business. Only a name that is
// longer than any path (the subject of a forwarded mail) is shortened, which is noted.
// Tested by tests/readers/members_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/open_file.h"

namespace biaoshen {

// A path over the limit, without its middle; cut between characters.
std::string short_path(std::string_view path, std::size_t limit);

class Members {
 public:
  // `package_bytes`: the size of the file that holds them, against which all that comes out is
  // measured.
  Members(std::uint64_t package_bytes, const Limits& limits, DocumentSink& sink)
      : package_bytes_(package_bytes), limits_(limits), sink_(sink) {}

  // An entry that is named and not unpacked.
  void decline(std::string_view path, FileStatus status, std::vector<Problem> problems);

  // An entry that is unpacked: begin, bytes in pieces, end. `packed` is its own size in the
  // package; where that is not known, the package's.
  // begin: false where the package is full; then nothing follows.
  bool begin(std::string_view path, std::uint64_t packed);
  // false: a limit was hit; give no more, and end.
  bool bytes(std::string_view piece);
  // `problems` may be notes of a member that is whole. A limit that was hit goes before.
  void end(FileStatus status = FileStatus::read, std::vector<Problem> problems = {});

  // A limit of the whole package was hit: further entries are not taken.
  bool is_full() const { return is_full_; }
  // What that means for the package: read, partial, or refused where nothing came out of it.
  FileStatus outcome() const;
  std::uint32_t count() const { return count_; }

 private:
  bool has_room();
  bool name(std::string_view path);
  void fill_up(std::string kind, std::string detail);
  bool is_over_ratio(std::uint64_t out, std::uint64_t in, std::uint64_t ratio) const;

  std::uint64_t package_bytes_;
  Limits limits_;
  DocumentSink& sink_;
  std::uint32_t count_ = 0, unpacked_ = 0;
  std::uint64_t produced_ = 0;  // by all members
  std::uint64_t packed_ = 0, member_produced_ = 0;
  std::string limit_kind_, limit_detail_;  // that the open member has hit
  bool is_full_ = false, is_shortened_ = false;
};

}  // namespace biaoshen
