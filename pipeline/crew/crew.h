// Work done in processes of their own: each is a fork of this one, has a process group, tells
// lines over a pipe, and is ended with all it started when it says nothing for too long, when it is
// told to stop, or when this process goes. What comes of a job is its exit status and its lines.
//
// The parent must be single-threaded (fork), and have one crew. A job never returns into the
// parent's code; it ends in _exit.
//
// What a job started and left behind comes to this process (subreaper), whatever group or session
// it gave itself, and is killed: so every child that this process has after the crew was made must
// come from start(). Children that it had before are left alone.
//
// It knows nothing of dossiers. Tested by tests/crew/crew_test.cpp and
// tests/crew/left_behind_test.cpp, with jobs that crash, hang, fork, flood, ignore SIGTERM and lie.
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace biaoshen {

using JobId = std::uint64_t;

// The job's end of the pipe. Each line (without its end, at most kLongestLine bytes, longer ones
// are cut) also shows that the job is alive. One thread tells.
class JobPipe {
 public:
  explicit JobPipe(int descriptor) : descriptor_(descriptor) {}
  void tell(std::string_view line);

 private:
  int descriptor_;
};
inline constexpr std::size_t kLongestLine = 64 << 10;
// A job that tells more bytes than this has lost its way, and is ended as one that hangs.
inline constexpr std::size_t kMostTold = 64 << 20;

struct Job {
  JobId id = 0;
  std::chrono::milliseconds patience{0};  // without a line; then it is late. 0: it is never late
  std::function<int(JobPipe&)> work;      // gives the exit status, 0 to 125
};

struct JobLine {
  JobId id = 0;
  std::string line;  // never empty
};
enum class JobEnding : unsigned char {
  returned,
  crashed,  // by a signal other than SIGKILL
  killed,   // SIGKILL, not by us: by hand, or for want of memory
  hung,     // ended by us: late, or told too much
  stopped   // ended by us: stop()
};
struct JobEnd {
  JobId id = 0;
  JobEnding how = JobEnding::returned;
  int status = 0;  // returned: exit status (70: an exception); else the signal
};
struct CrewNews {
  std::vector<JobLine> lines;  // of a job all before its end
  std::vector<JobEnd> ends;
};

class Crew {
 public:
  explicit Crew(unsigned most);
  ~Crew();  // kills what runs
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void size(unsigned most) { most_ = most; }
  unsigned size() const { return most_; }
  bool has_room() const { return running() < most_; }
  std::size_t running() const;
  // Error: again, where no process can be had now.
  Result<void> start(const Job& job);
  // Descriptors to wait for with poll().
  std::vector<pollfd> descriptors() const;
  // How long poll() may wait at most before someone is late; never more than a minute. Time in
  // which nobody called news() for much longer (this process was frozen) does not count as a job's
  // silence.
  std::chrono::milliseconds until_late() const;
  // What has happened; never blocks. Ends those that are late.
  CrewNews news();
  // Ends one, or all, with everything they started. Their JobEnd comes with the news as soon as
  // they are gone: stopped, or how they ended by themselves just before.
  void stop(JobId id);
  void stop_all();
  // Called in each new process before its work: closing what it must not keep (locks, the ledger).
  void in_child(std::function<void()> prepare) { prepare_ = std::move(prepare); }

 private:
  struct Member;
  [[noreturn]] void work(const Job& job, int pipe, pid_t parent);
  bool has_ended(Member& member, CrewNews& news);
  void end_late(Member& member, std::chrono::steady_clock::time_point looked_before);
  void sweep();

  std::vector<Member> members_;
  unsigned most_;
  std::function<void()> prepare_;
  std::set<pid_t> kept_;          // children that were there before
  bool has_left_behind_ = false;  // killed, not yet gone
  bool was_subreaper_ = false;
  std::chrono::steady_clock::time_point looked_;
};

}  // namespace biaoshen
