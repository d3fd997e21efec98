// What readers recognised, said and drew, kept on disk from one review to the next, so that a
// dossier that is reviewed again under other rules is not read and recognised again. Who keeps
// what, under which key: known_pictures, client.
//
// What readers say may be a lie of the file that took them over. So an entry belongs to the
// contents of the file whose own reader said it, and serves the same contents only: a file can
// deceive itself, never another one. Besides the contents and the key, the name of an entry depends
// on what else readers go by (`parameters`).
//
//   FOLDER/ab/cdef…   an entry: magic, checksum, what was said
//
// Bounded: the entries not used for longest go first, and the last of a disk's space is left to
// results. Safe to delete at any time, and while in use; a broken entry is as if it were not there.
// Nothing in an output depends on it but the time it took. It never removes a file that is not its.
//
// Tested by tests/worker/recognition_cache_test.cpp.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

namespace biaoshen {

// Safe for several threads, and for several processes on one folder.
class RecognitionCache {
 public:
  // `folder` is made when first needed. Where it cannot be written there simply is no cache.
  // `parameters`: what readers go by besides the file (version, engines, libraries).
  RecognitionCache(std::filesystem::path folder, std::uint64_t most_bytes, std::string parameters);

  // `contents`: the SHA-256 of the file. Empty: not known.
  std::string recall(const std::string& contents, const std::string& key) const;
  // Trims by itself, now and then.
  void remember(const std::string& contents, const std::string& key, const std::string& recognised);
  // Where it is over its bound: removes entries, the least lately used first, to nine tenths of it.
  void trim() const;
  std::uint64_t bytes() const;  // on disk

 private:
  std::filesystem::path path_of(const std::string& contents, const std::string& key) const;

  std::filesystem::path folder_;
  std::uint64_t most_bytes_;
  std::string parameters_;
  std::atomic<std::uint64_t> written_ = 0;  // since this object trimmed
};

}  // namespace biaoshen
