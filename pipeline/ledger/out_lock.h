// Two locks on OUT, both gone with the process that holds them, however it ends:
//
//   instance      one watch or batch works on an OUT; a second one is refused
//   results       held for the moment in which a result is put in place, so that `decide`, `review`
//                 and a batch do not undo one another's changes (publish.h). It is a lock on the
//                 folder OUT itself and leaves no file, where the file system can do that
//
// Tested by tests/ledger/out_lock_test.cpp.
#pragma once

#include <chrono>
#include <filesystem>

#include "pipeline/base/result.h"

namespace biaoshen {

class OutLock {
 public:
  OutLock(OutLock&&) noexcept;
  OutLock& operator=(OutLock&&) noexcept;
  ~OutLock();
  // In a forked process: lets go of the copy without unlocking.
  void abandon();
  // Whether the file that was locked is gone or another one by now: others would get the lock.
  bool is_lost() const;

 private:
  friend Result<OutLock> lock_instance(const std::filesystem::path&, const std::string&);
  friend Result<OutLock> lock_results(const std::filesystem::path&, std::chrono::milliseconds);
  explicit OutLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
  std::filesystem::path file_;  // empty: it is the folder OUT
};

// `command` (watch, batch) and the process id are written into the file for the message to the
// second one. Error: output, "… is already watched by process 123; stop it or choose another OUT".
Result<OutLock> lock_instance(const std::filesystem::path& out, const std::string& command);

// Waits for at most `patience`. Error: again.
Result<OutLock> lock_results(const std::filesystem::path& out,
                             std::chrono::milliseconds patience = std::chrono::seconds(60));

}  // namespace biaoshen
