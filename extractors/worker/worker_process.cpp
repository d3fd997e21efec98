#include "extractors/worker/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "extractors/sandbox/sandbox.h"
#include "extractors/worker/wire.h"

namespace biaoshen {
namespace {

// Time zone and locale do not reach the reader; Poppler and fontconfig need no more. The
// library of the models is told to keep no log of its use.
char* const* reader_environment() {
  static std::array<char*, 5> variables = {const_cast<char*>("PATH=/usr/bin:/bin"),
                                           const_cast<char*>("LC_ALL=C.UTF-8"),
                                           const_cast<char*>("OMP_THREAD_LIMIT=1"),
                                           const_cast<char*>("ORT_DISABLE_TELEMETRY=1"), nullptr};
  return variables.data();
}

void close_all(std::initializer_list<int*> descriptors) {
  for (int* descriptor : descriptors) {
    if (*descriptor >= 0) ::close(*descriptor);
    *descriptor = -1;
  }
}

// Milliseconds left, for poll.
int left_until(WorkerProcess::Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - WorkerProcess::Clock::now())
          .count();
  return left <= 0 ? 0 : static_cast<int>(std::min<long long>(left, 1 << 30));
}

}  // namespace

WorkerProcess::WorkerProcess(const std::filesystem::path& program, int file) {
  int order[2] = {-1, -1}, frames[2] = {-1, -1};
  if (::pipe2(order, O_CLOEXEC) != 0 || ::pipe2(frames, O_CLOEXEC) != 0) {
    start_error_ = errno;
    close_all({&order[0], &order[1], &frames[0], &frames[1]});
    return;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // The file first: descriptor 3 may be one of the pipe's ends, which are dup'ed after it is safe.
  const int safe_file = ::fcntl(file, F_DUPFD_CLOEXEC, 10);
  const int safe_order = ::fcntl(order[0], F_DUPFD_CLOEXEC, 10),
            safe_frames = ::fcntl(frames[1], F_DUPFD_CLOEXEC, 10);
  posix_spawn_file_actions_adddup2(&actions, safe_order, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, safe_frames, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, safe_file, 3);
  posix_spawn_file_actions_addclosefrom_np(&actions, 4);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  char* arguments[] = {const_cast<char*>("biaoshen-reader"), nullptr};
  start_error_ = safe_file < 0 || safe_order < 0 || safe_frames < 0
                     ? EMFILE
                     : ::posix_spawn(&pid_, program.c_str(), &actions, &attributes, arguments,
                                     reader_environment());
  if (start_error_ != 0) pid_ = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  for (int descriptor : {safe_file, safe_order, safe_frames, order[0], frames[1]})
    if (descriptor >= 0) ::close(descriptor);
  to_ = order[1];
  ::fcntl(to_, F_SETFL, ::fcntl(to_, F_GETFL) | O_NONBLOCK);
  from_ = frames[0];
}

WorkerProcess::~WorkerProcess() {
  close_all({&to_, &from_});
  if (pid_ > 0) reap();
}

WorkerEnd WorkerProcess::run(const std::string& order,
                             const std::function<Next(std::string_view)>& on_frame,
                             const std::function<Clock::time_point()>& deadline) {
  if (pid_ <= 0) return WorkerEnd::not_started;
  // A reader that dies at once must not take us along.
  std::signal(SIGPIPE, SIG_IGN);
  send(order, deadline());  // a reader that died at once may have said something before
  for (;;) {
    WorkerEnd end = WorkerEnd::done;
    if (!fill(4, deadline, end)) return end;
    const std::uint32_t length =
        wire::decode_length(reinterpret_cast<const unsigned char*>(buffer_.data()));
    if (length > wire::kMaxFrame) return WorkerEnd::protocol;
    if (!fill(4 + std::size_t{length}, deadline, end)) return end;
    const Next next = on_frame(std::string_view(buffer_).substr(4, length));
    buffer_.erase(0, 4 + std::size_t{length});
    if (next == Next::last) return WorkerEnd::done;
    if (next == Next::refuse) return WorkerEnd::protocol;
  }
}

bool WorkerProcess::send(std::string_view bytes, Clock::time_point deadline) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(to_, bytes.data(), bytes.size());
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      continue;
    }
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno != EAGAIN) return false;
    pollfd waiting{to_, POLLOUT, 0};
    const int ready = ::poll(&waiting, 1, left_until(deadline));
    if (ready == 0 || (ready < 0 && errno != EINTR)) return false;
  }
  return true;
}

// Reads until the buffer holds `bytes`; false at the deadline or the end of the pipe.
bool WorkerProcess::fill(std::size_t bytes, const std::function<Clock::time_point()>& deadline,
                         WorkerEnd& end) {
  std::array<char, 1 << 16> chunk;
  while (buffer_.size() < bytes) {
    pollfd waiting{from_, POLLIN, 0};
    const int left = left_until(deadline());
    const int ready = left == 0 ? 0 : ::poll(&waiting, 1, left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      end = WorkerEnd::late;
      return false;
    }
    const ssize_t got = ::read(from_, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      end = reap();
      return false;
    }
    buffer_.append(chunk.data(), static_cast<std::size_t>(got));
  }
  return true;
}

// Ends the process and its group and says how it ended by itself.
WorkerEnd WorkerProcess::reap() {
  int status = 0;
  bool is_over = false;
  // Time to finish by itself after the pipe closed, then the hammer. A process that somebody killed
  // has first to give back its memory, on a busy machine for longer than one would think.
  for (int i = 0; i < 1000; ++i) {
    siginfo_t about{};
    is_over = ::waitid(P_PID, static_cast<id_t>(pid_), &about, WEXITED | WNOHANG | WNOWAIT) == 0 &&
              about.si_pid == pid_;
    if (is_over || from_ < 0) break;  // from_: we are leaving, no waiting
    ::usleep(2000);
  }
  ::kill(-pid_, SIGKILL);
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (WIFSIGNALED(status)) {
    if (WTERMSIG(status) == SIGXCPU) return WorkerEnd::late;
    return is_over && WTERMSIG(status) == SIGKILL ? WorkerEnd::killed : WorkerEnd::crashed;
  }
  return WEXITSTATUS(status) == kOutOfMemoryStatus ? WorkerEnd::out_of_memory : WorkerEnd::exited;
}

}  // namespace biaoshen
