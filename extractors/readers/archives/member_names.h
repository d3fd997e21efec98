// Which members of a package may be opened under which names. Names are data here, never paths:
// they are shown to people and compared, and nothing is ever written to one of them. What a name
// tries all the same is refused and said, because people unpack the same archive with tools that
// follow it.
//
//   refused   unsafe-name     .., absolute, a drive, a network path, a character nobody sees
//             path-too-deep   Limits::path_depth, Limits::path_bytes
//             name-clash      two members of one name (none is the right one), a file used as
//                             a folder
//   ignored   litter
//   read, but noted           name-clash-case, name-clash-normalised, name-not-portable,
//                             name-shortened, name-encoding, name-encoding-unsure
//
// Tested by tests/readers/member_names_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extractors/readers/archives/name_vote.h"
#include "pipeline/contracts.h"

namespace biaoshen {

struct MemberName {
  std::string path;                      // as people should read it, '/' between names; never empty
  FileStatus status = FileStatus::read;  // refused, ignored: to be declined with `problems`
  std::vector<Problem> problems;
  bool is_folder = false;  // an entry for the folder itself: nothing to open
  bool may_be_opened() const { return status == FileStatus::read && !is_folder; }
};

// One for each name, in their order. All names of the package, folders as well: they are judged
// together.
std::vector<MemberName> judge_names(std::span<const RawName> names, const Limits& limits);

}  // namespace biaoshen
