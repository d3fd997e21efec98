#include "pipeline/crew/crew.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <optional>
#include <utility>

#include "pipeline/crew/line_splitter.h"

extern "C" {  // the header of glibc 2.36 forgets it
#include <sys/pidfd.h>
}

namespace biaoshen {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kException = 70;     // exit status of a job whose work threw
constexpr int kRounds = 32;        // of killing what was left behind, in one sweep
constexpr milliseconds kSoon{20};  // until killed processes are looked for again
constexpr milliseconds kLongestWait{60'000};
constexpr milliseconds kFarewell{2'000};  // what the destructor waits for processes that do not die
constexpr std::size_t kAtOnce = 64 << 10;  // bytes taken from one pipe in one look

void close_pipe(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

// Nothing between fork and the reset of the child's signals may run a handler of the parent.
class NoSignals {
 public:
  NoSignals() {
    sigset_t all;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~NoSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  NoSignals(const NoSignals&) = delete;
  NoSignals& operator=(const NoSignals&) = delete;

 private:
  sigset_t before_{};
};

void reset_signals() {
  for (int number = 1; number < NSIG; ++number) static_cast<void>(std::signal(number, SIG_DFL));
  sigset_t none;
  sigemptyset(&none);
  ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
}

// A job has no terminal and no input of ours.
void close_input() {
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing > STDIN_FILENO) {
    ::dup2(nothing, STDIN_FILENO);
    ::close(nothing);
  }
}

// Living and dead ones, of the only thread.
std::vector<pid_t> own_children() {
  std::ifstream list("/proc/thread-self/children");
  std::vector<pid_t> found;
  for (pid_t child = 0; list >> child;) found.push_back(child);
  return found;
}

}  // namespace

struct Crew::Member {
  JobId id = 0;
  milliseconds patience{0};
  pid_t process = -1;
  int handle = -1;
  int pipe = -1;                      // -1: the job closed its end
  Clock::time_point heard;            // of it, for the last time
  std::optional<JobEnding> sentence;  // why we killed it
  std::size_t told = 0;
  LineSplitter lines{kLongestLine};

  // Its group may have been left by the process itself.
  void kill(JobEnding why) {
    if (sentence) return;
    sentence = why;
    ::kill(-process, SIGKILL);
    ::kill(process, SIGKILL);
  }
  void listen(std::size_t most, CrewNews& news);
};

void JobPipe::tell(std::string_view line) {
  std::string sent(line.substr(0, kLongestLine));
  std::replace(sent.begin(), sent.end(), '\n', ' ');
  sent += '\n';
  for (std::string_view left = sent; !left.empty();) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // nobody listens any more
    left.remove_prefix(static_cast<std::size_t>(written));
  }
}

Crew::Crew(unsigned most) : most_(most), looked_(Clock::now()) {
  int before = 0;
  ::prctl(PR_GET_CHILD_SUBREAPER, &before);
  was_subreaper_ = before != 0;
  const std::vector<pid_t> children = own_children();
  kept_.insert(children.begin(), children.end());
  ::prctl(PR_SET_CHILD_SUBREAPER, 1UL);
  // Ignored, it would take the exit status from us.
  static_cast<void>(std::signal(SIGCHLD, SIG_DFL));
}

Crew::~Crew() {
  stop_all();
  for (const auto end = Clock::now() + kFarewell;
       (!members_.empty() || has_left_behind_) && Clock::now() < end; news())
    ::poll(nullptr, 0, 2);
  for (Member& member : members_) {
    close_pipe(member.pipe);
    close_pipe(member.handle);
  }
  ::prctl(PR_SET_CHILD_SUBREAPER, was_subreaper_ ? 1UL : 0UL);
}

Result<void> Crew::start(const Job& job) {
  const auto refused = [](const char* what) {
    return fail(ErrorCode::again, std::string(what) + ": " + std::strerror(errno));
  };
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return refused("pipe");
  const pid_t parent = ::getpid();
  pid_t process = -1;
  {
    const NoSignals quiet;
    process = ::fork();
    if (process == 0) {
      close_pipe(ends[0]);
      work(job, ends[1], parent);
    }
  }
  close_pipe(ends[1]);
  if (process < 0) {
    const auto error = refused("fork");
    close_pipe(ends[0]);
    return error;
  }
  ::setpgid(process, process);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  Member member;
  member.id = job.id;
  member.patience = job.patience;
  member.process = process;
  member.handle = ::pidfd_open(process, 0);
  member.pipe = ends[0];
  member.heard = Clock::now();
  if (member.handle < 0) {
    const auto error = refused("pidfd_open");
    member.kill(JobEnding::stopped);
    close_pipe(member.pipe);
    while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
    }
    return error;
  }
  members_.push_back(std::move(member));
  return {};
}

// In the new process, which dies with its parent.
void Crew::work(const Job& job, int pipe, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, static_cast<unsigned long>(SIGKILL));
  if (::getppid() != parent) ::_exit(kException);
  ::setpgid(0, 0);
  reset_signals();
  close_input();
  for (Member& other : members_) {
    close_pipe(other.pipe);
    close_pipe(other.handle);
  }
  int status = kException;
  try {
    if (prepare_) prepare_();
    JobPipe told(pipe);
    status = job.work(told);
  } catch (...) {
    status = kException;
  }
  ::_exit(status);
}

std::size_t Crew::running() const {
  return members_.size();
}

std::vector<pollfd> Crew::descriptors() const {
  std::vector<pollfd> all;
  for (const Member& member : members_) {
    all.push_back({member.handle, POLLIN, 0});
    if (member.pipe >= 0) all.push_back({member.pipe, POLLIN, 0});
  }
  return all;
}

milliseconds Crew::until_late() const {
  if (has_left_behind_) return kSoon;
  milliseconds least = kLongestWait;
  const auto now = Clock::now();
  for (const Member& member : members_) {
    if (member.sentence || member.patience.count() == 0) continue;
    const auto left = std::chrono::ceil<milliseconds>(member.heard + member.patience - now);
    // Four looks within its patience: see end_late().
    least = std::min({least, std::max(left, milliseconds{0}), member.patience / 4});
  }
  return std::max(least, milliseconds{1});
}

CrewNews Crew::news() {
  CrewNews news;
  const auto looked_before = std::exchange(looked_, Clock::now());
  std::erase_if(members_, [&](Member& member) {
    if (has_ended(member, news)) return true;
    member.listen(kAtOnce, news);
    end_late(member, looked_before);
    return false;
  });
  sweep();
  return news;
}

// Takes at most so many bytes: what is more waits in the pipe, and the job with it.
void Crew::Member::listen(std::size_t most, CrewNews& news) {
  std::string bytes(std::min<std::size_t>(most, 16 << 10), '\0');
  while (pipe >= 0 && most > 0) {
    const ssize_t got = ::read(pipe, bytes.data(), std::min(most, bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) return close_pipe(pipe);
    most -= static_cast<std::size_t>(got);
    told += static_cast<std::size_t>(got);
    lines.take(std::string_view(bytes).substr(0, static_cast<std::size_t>(got)),
               [&](std::string line) {
                 heard = Clock::now();
                 if (!line.empty()) news.lines.push_back({id, std::move(line)});
               });
  }
}

void Crew::end_late(Member& member, Clock::time_point looked_before) {
  if (member.told > kMostTold) return member.kill(JobEnding::hung);
  if (member.patience.count() == 0) return;
  const auto now = Clock::now(), attended = std::max(looked_before, member.heard);
  if (now - attended > member.patience / 2) member.heard += now - attended;
  if (now >= member.heard + member.patience) member.kill(JobEnding::hung);
}

// The dead process is kept until its group is killed, so that the group's number is still its own.
bool Crew::has_ended(Member& member, CrewNews& news) {
  siginfo_t about{};
  const int looked =
      ::waitid(P_PID, static_cast<id_t>(member.process), &about, WEXITED | WNOHANG | WNOWAIT);
  if (looked == 0 && about.si_pid == 0) return false;
  ::kill(-member.process, SIGKILL);
  ::waitpid(member.process, nullptr, 0);
  // What it had told when it died is at most what a pipe holds; more comes from what it left
  // behind.
  if (member.pipe >= 0)
    member.listen(static_cast<std::size_t>(std::max(::fcntl(member.pipe, F_GETPIPE_SZ), 0)), news);
  close_pipe(member.pipe);
  close_pipe(member.handle);
  JobEnd end{member.id, JobEnding::killed, SIGKILL};
  if (looked == 0) end.status = about.si_status;
  if (looked == 0 && about.si_code == CLD_EXITED)
    end.how = JobEnding::returned;
  else if (end.status != SIGKILL)
    end.how = JobEnding::crashed;
  else if (member.sentence)
    end.how = *member.sentence;
  news.ends.push_back(end);
  return true;
}

// Kills and buries what jobs left behind, and what those had started, which comes to us when they
// die.
void Crew::sweep() {
  for (int round = 0; round < kRounds; ++round) {
    has_left_behind_ = false;
    bool has_buried = false;
    for (const pid_t child : own_children()) {
      const auto is_it = [&](const Member& member) { return member.process == child; };
      if (kept_.contains(child) || std::any_of(members_.begin(), members_.end(), is_it)) continue;
      ::kill(child, SIGKILL);
      if (::waitpid(child, nullptr, WNOHANG) == child)
        has_buried = true;
      else
        has_left_behind_ = true;
    }
    if (!has_buried) return;
  }
}

void Crew::stop(JobId id) {
  for (Member& member : members_)
    if (member.id == id) member.kill(JobEnding::stopped);
}

void Crew::stop_all() {
  for (Member& member : members_) member.kill(JobEnding::stopped);
}

}  // namespace biaoshen
