// A place on the file system of OUT where a result is put together before anybody sees it:
// OUT/.biaoshen/stage/<process>-<n>/, locked by the one who works in it and removed with him, with
// the folders above it where nothing else is in them.
//
// What a program that was killed left there is known by its lock being free, and swept away. A
// result that was being replaced by two renames (where a file system cannot exchange two folders)
// is put back first, so that nothing a reviewer decided is lost.
//
// Tested by tests/ledger/publish_test.cpp.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/base/result.h"

namespace biaoshen {

class Staging {
 public:
  static Result<Staging> begin(const std::filesystem::path& out);
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();  // removes it whatever happens

  const std::filesystem::path& path() const { return path_; }
  // A new file, whole. `name` may be a path; its folders are made.
  Result<void> write(const std::filesystem::path& name, const std::string& bytes) const;
  // Everything written so far is on the disk when it returns.
  Result<void> sync() const;
  // A folder in which a result of any name may stand.
  Result<std::filesystem::path> folder(const char* name) const;

  // Removes what others left that are gone; what a living program works in stays. `unlockable`:
  // also where the file system has no locks, by the process that a stage is named after. The caller
  // holds the lock on results.
  static void sweep(const std::filesystem::path& out, bool unlockable);
  // An old result is moved here before the new one takes its place.
  static constexpr const char* kReplaced = "replaced";

 private:
  Staging(std::filesystem::path path, int descriptor)
      : path_(std::move(path)), descriptor_(descriptor) {}

  std::filesystem::path path_;
  int descriptor_;  // of the folder: its lock, and where errors of writing are heard of
};

// Error: output; where, why, what to do.
tl::unexpected<Error> cannot_write(const std::filesystem::path& path, int reason);

}  // namespace biaoshen
