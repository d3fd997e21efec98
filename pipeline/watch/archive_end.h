// Whether an archive looks as if its last byte had arrived: a zip's end record points at a
// directory that lies inside the file, a 7z's header lies inside it and has its checksum, a rar,
// tar or zst goes on block after block to its end, an xz or bz2 has its trailer. A gz says nothing
// about its end that could be looked up; there only a tail of zeros tells that the rest is to come.
// Reads a few kilobytes; opens nothing, unpacks nothing, follows no link.
//
// Says true of what is no archive, by its first bytes (self-extractors among them), and of what
// only a password would tell. Tested by tests/watch/archive_end_test.cpp.
#pragma once

#include <filesystem>

namespace biaoshen {

bool has_archive_end(const std::filesystem::path& file);

// A file in the tree (or the file itself) whose end has not come, from the tree's own name on;
// empty: none.
std::filesystem::path unended_archive(const std::filesystem::path& tree);

}  // namespace biaoshen
