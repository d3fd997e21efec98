// What a tree looks like from outside, without opening a file: for every file and folder in it
// path, kind, inode, size and times. While it stays the same nothing in the tree was touched.
// Litter of systems counts only by its name: a share that rewrites its Thumbs.db holds nothing
// back.
//
// It follows no link, and lists nothing that a review would not list either (below
// kDeepestFolder).
//
// A lock that Word or LibreOffice left behind long ago holds nothing back either: it is a relic
// where anything in the tree, its own place in it included, changed a day after it was written.
// Only times of one file system are compared with each other, never with a clock of ours.
//
// Tested by tests/watch/tree_signature_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace biaoshen {

struct TreeState {
  std::string signature;  // SHA-256; empty: the root is gone
  std::uint64_t bytes = 0, files = 0;
  // Paths start with the root's own name; empty: none.
  std::string unfinished;       // has a temporary name (x.part, x.crdownload, .x.Ab3dE9)
  std::string locked;           // a lock of Word or LibreOffice that is no relic
  std::string unreadable;       // the root may not be listed, or a disk does not answer
  std::string unended_archive;  // set by arrival.h, not by tree_state
};

// `path`: a dossier, folder or file. Links above its last name are followed.
TreeState tree_state(const std::filesystem::path& path);

}  // namespace biaoshen
