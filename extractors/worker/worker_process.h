// One run of biaoshen-reader: spawn, order in, frames out (and answers in) until a deadline, end.
// Knows processes and pipes; what frames mean is the client's business.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace biaoshen {

// killed: by somebody else, as the system does where memory is short.
enum class WorkerEnd { done, exited, crashed, killed, out_of_memory, late, protocol, not_started };

class WorkerProcess {
 public:
  using Clock = std::chrono::steady_clock;

  // `file` is the descriptor the reader gets; it stays the caller's.
  WorkerProcess(const std::filesystem::path& program, int file);
  ~WorkerProcess();  // kills what is left, with all it may have started
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // Sends `order`, then gives each frame's body to `on_frame` (false: not acceptable,
  // stop) until the last one; `deadline` is asked before each wait.
  enum class Next { more, last, refuse };
  WorkerEnd run(const std::string& order, const std::function<Next(std::string_view)>& on_frame,
                const std::function<Clock::time_point()>& deadline);
  // Sends more to the reader, from within `on_frame`; false where it does not take it in time.
  bool send(std::string_view bytes, Clock::time_point deadline);
  int start_error() const { return start_error_; }  // errno where it was not started

 private:
  bool fill(std::size_t bytes, const std::function<Clock::time_point()>& deadline, WorkerEnd& end);
  WorkerEnd reap();

  pid_t pid_ = -1;
  int start_error_ = 0;
  int to_ = -1, from_ = -1;
  std::string buffer_;
};

}  // namespace biaoshen
