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
#include <fstream>

#include "extractors/sandbox/sandbox.h"
#include "extractors/worker/wire.h"

namespace biaoshen {
namespace {

// Time zone and locale do not reach the reader; Poppler and fontconfig need no more. The
// library of the models is told to keep no log of its use. One thread and two heaps: more would
// only cost address space.
char* const* reader_environment() {
  static std::array<char*, 6> variables = {
      const_cast<char*>("PATH=/usr/bin:/bin"),      const_cast<char*>("LC_ALL=C.UTF-8"),
      const_cast<char*>("OMP_THREAD_LIMIT=1"),      const_cast<char*>("MALLOC_ARENA_MAX=2"),
      const_cast<char*>("ORT_DISABLE_TELEMETRY=1"), nullptr};
  return variables.data();
}

void close_all(std::initializer_list<int*> descriptors) {
  for (int* descriptor : descriptors) {
    if (*descriptor >= 0) ::close(*descriptor);
    *descriptor = -1;
  }
}

void never_block(int descriptor) {
  ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

// Milliseconds left, for poll.
int left_until(WorkerProcess::Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - WorkerProcess::Clock::now())
          .count();
  return left <= 0 ? 0 : static_cast<int>(std::min<long long>(left, 1 << 30));
}

// A group of its own, and signals as they are in a new process: whatever is blocked or ignored
// here must not be so in the reader.
void set_attributes(posix_spawnattr_t& attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

}  // namespace

struct WorkerProcess::Pipes {
  int order[2] = {-1, -1}, frames[2] = {-1, -1}, messages[2] = {-1, -1};
  bool open() {
    return ::pipe2(order, O_CLOEXEC) == 0 && ::pipe2(frames, O_CLOEXEC) == 0 &&
           ::pipe2(messages, O_CLOEXEC) == 0;
  }
  void close_reader_ends() { close_all({&order[0], &frames[1], &messages[1]}); }
  void close_own_ends() { close_all({&order[1], &frames[0], &messages[0]}); }
};

WorkerProcess::WorkerProcess(const std::filesystem::path& program, int file) {
  Pipes pipes;
  if (!pipes.open()) {
    start_error_ = errno;
    pipes.close_reader_ends();
    pipes.close_own_ends();
    return;
  }
  spawn(program, pipes, file);
  pipes.close_reader_ends();
  to_ = pipes.order[1], from_ = pipes.frames[0], said_ = pipes.messages[0];
  never_block(to_);
  never_block(said_);
}

void WorkerProcess::spawn(const std::filesystem::path& program, const Pipes& pipes, int file) {
  // Copies first, above the numbers that the reader gets: one may stand in the place of another.
  std::array<int, 4> copies = {pipes.order[0], pipes.frames[1], pipes.messages[1], file};
  for (int& copy : copies) copy = ::fcntl(copy, F_DUPFD_CLOEXEC, 10);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int number = 0; number < static_cast<int>(copies.size()); ++number)
    posix_spawn_file_actions_adddup2(&actions, copies.at(static_cast<std::size_t>(number)), number);
  posix_spawn_file_actions_addclosefrom_np(&actions, static_cast<int>(copies.size()));
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  set_attributes(attributes);
  char* arguments[] = {const_cast<char*>("biaoshen-reader"), nullptr};
  const bool has_copies =
      std::none_of(copies.begin(), copies.end(), [](int copy) { return copy < 0; });
  start_error_ = has_copies ? ::posix_spawn(&pid_, program.c_str(), &actions, &attributes,
                                            arguments, reader_environment())
                            : EMFILE;
  if (start_error_ != 0) pid_ = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  for (int& copy : copies) close_all({&copy});
}

WorkerProcess::~WorkerProcess() {
  close_all({&to_, &from_});
  if (pid_ > 0) reap();
  close_all({&said_});
}

WorkerEnd WorkerProcess::run(const std::string& order,
                             const std::function<Next(std::string_view)>& on_frame,
                             const Deadline& deadline) {
  if (pid_ <= 0) return WorkerEnd::not_started;
  // A reader that dies at once must not take us along.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  send(order, deadline);  // a reader that died at once may have said something before
  const WorkerEnd end = take_frames(on_frame, deadline);
  take_last_messages();
  return end;
}

WorkerEnd WorkerProcess::take_frames(const std::function<Next(std::string_view)>& on_frame,
                                     const Deadline& deadline) {
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

bool WorkerProcess::send(std::string_view bytes, const Deadline& deadline) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(to_, bytes.data(), bytes.size());
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      continue;
    }
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno != EAGAIN) return false;
    if (!wait_for(to_, POLLOUT, deadline)) return false;
  }
  return true;
}

// Reads until the buffer holds `bytes`; false at the deadline or the end of the pipe.
bool WorkerProcess::fill(std::size_t bytes, const Deadline& deadline, WorkerEnd& end) {
  std::array<char, 1 << 16> chunk{};
  while (buffer_.size() < bytes) {
    if (!wait_for(from_, POLLIN, deadline)) {
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

// How much longer a reader may take that was ready to run and had to wait for a processor: on a
// machine under load a file is not to blame. Bounded, for everything has to end.
WorkerProcess::Clock::duration WorkerProcess::starved(Clock::time_point deadline) const {
  constexpr int kMost = 2;  // times what it may take
  std::ifstream figures("/proc/" + std::to_string(pid_) + "/schedstat");
  std::int64_t running = 0, waiting = 0;  // nanoseconds
  if (!(figures >> running >> waiting)) return {};
  return std::min<Clock::duration>(std::chrono::nanoseconds(waiting), kMost * (deadline - start_));
}

// False at the deadline. Meanwhile messages are taken in: a reader that cannot get rid of one
// would do nothing else any more. Time in which this process was stopped (Ctrl+Z, a frozen
// container) and nobody listened, wherever it was just then, does not count.
bool WorkerProcess::wait_for(int descriptor, short event, const Deadline& deadline) {
  constexpr std::chrono::milliseconds kSlice(500), kStopped(2000);
  for (;;) {
    std::array<pollfd, 2> waiting = {{{descriptor, event, 0}, {said_, POLLIN, 0}}};
    const auto now = Clock::now();
    if (now - listened_ > kSlice + kStopped) stopped_ += now - listened_;
    listened_ = now;
    const auto latest = deadline() + stopped_;
    int left = left_until(latest);
    if (left == 0) left = left_until(latest + starved(latest));
    if (left == 0) return false;
    const int slice = std::min(left, static_cast<int>(kSlice.count()));
    if (::poll(waiting.data(), waiting.size(), slice) < 0 && errno != EINTR) return false;
    if (waiting[1].revents != 0) take_messages();
    if (waiting[0].revents != 0) return true;
  }
}

// One piece of what there is; false where there is no more for now.
bool WorkerProcess::take_messages() {
  std::array<char, 1 << 16> chunk{};
  const ssize_t got = said_ < 0 ? -1 : ::read(said_, chunk.data(), chunk.size());
  if (got > 0) messages_.take(std::string_view(chunk.data(), static_cast<std::size_t>(got)));
  const bool is_over = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
  if (is_over) close_all({&said_});
  return got > 0;
}

// What the pipe holds. Something that prints without end is not listened to for ever.
void WorkerProcess::take_last_messages() {
  constexpr int kMostPieces = 16;
  for (int i = 0; i < kMostPieces && take_messages(); ++i) {
  }
}

bool WorkerProcess::has_ended() const {
  siginfo_t about{};
  return ::waitid(P_PID, static_cast<id_t>(pid_), &about, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         about.si_pid == pid_;
}

// Ends the process and its group and says how it ended by itself.
WorkerEnd WorkerProcess::reap() {
  // Time to finish by itself after the pipe closed, then the hammer. A process that somebody killed
  // has first to give back its memory, on a busy machine for longer than one would think. Where we
  // are leaving (no from_) there is no waiting.
  const auto latest = Clock::now() + std::chrono::seconds(from_ < 0 ? 0 : 2);
  bool is_over = has_ended();
  for (; !is_over && Clock::now() < latest; is_over = has_ended()) {
    ::usleep(2000);
    take_messages();
  }
  ::kill(-pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  take_last_messages();
  const bool ran_out = messages_.ran_out_of_memory();
  if (WIFEXITED(status))
    return ran_out || WEXITSTATUS(status) == kOutOfMemoryStatus ? WorkerEnd::out_of_memory
                                                                : WorkerEnd::exited;
  if (WTERMSIG(status) == SIGXCPU) return WorkerEnd::late;
  if (is_over && WTERMSIG(status) == SIGKILL) return WorkerEnd::killed;
  return ran_out ? WorkerEnd::out_of_memory : WorkerEnd::crashed;
}

}  // namespace biaoshen
