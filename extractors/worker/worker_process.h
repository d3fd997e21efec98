// One run of biaoshen-reader: spawn, order in, frames out (and answers in) until a deadline, end.
// Knows processes and pipes; what frames mean is the client's business.
//
// The reader gets four descriptors (order, frames, messages, the file, which is open for reading
// only), an environment of its own, signals as a new process has them, and nothing else of ours.
// What libraries print is taken in all the while, so that a flood of it stops neither side.
//
// Tested by tests/worker/client_test.cpp and tests/worker/saboteur_test.cpp.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "extractors/worker/library_messages.h"

namespace biaoshen {

// killed: by somebody else, as the system does where memory is short.
enum class WorkerEnd { done, exited, crashed, killed, out_of_memory, late, protocol, not_started };

class WorkerProcess {
 public:
  using Clock = std::chrono::steady_clock;
  using Deadline = std::function<Clock::time_point()>;  // asked before each wait

  // `file` is the descriptor the reader gets; it stays the caller's.
  WorkerProcess(const std::filesystem::path& program, int file);
  ~WorkerProcess();  // kills what is left, with all it may have started
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // Sends `order`, then gives each frame's body to `on_frame` (refuse: not acceptable, stop)
  // until the last one.
  enum class Next { more, last, refuse };
  WorkerEnd run(const std::string& order, const std::function<Next(std::string_view)>& on_frame,
                const Deadline& deadline);
  // Sends more to the reader, from within `on_frame`; false where it does not take it in time.
  bool send(std::string_view bytes, const Deadline& deadline);
  // Whole once `run` has returned.
  const LibraryMessages& messages() const { return messages_; }
  int start_error() const { return start_error_; }  // errno where it was not started

 private:
  struct Pipes;
  void spawn(const std::filesystem::path& program, const Pipes& pipes, int file);
  WorkerEnd take_frames(const std::function<Next(std::string_view)>& on_frame,
                        const Deadline& deadline);
  bool fill(std::size_t bytes, const Deadline& deadline, WorkerEnd& end);
  bool wait_for(int descriptor, short event, const Deadline& deadline);
  Clock::duration starved(Clock::time_point deadline) const;
  bool take_messages();
  void take_last_messages();
  bool has_ended() const;
  WorkerEnd reap();

  pid_t pid_ = -1;
  int start_error_ = 0;
  int to_ = -1, from_ = -1, said_ = -1;
  Clock::time_point start_ = Clock::now(), listened_ = start_;
  Clock::duration stopped_{};
  std::string buffer_;
  LibraryMessages messages_;
};

}  // namespace biaoshen
