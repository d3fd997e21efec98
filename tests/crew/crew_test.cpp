#include "pipeline/crew/crew.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "crew_watching.h"

using namespace biaoshen;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

JobEnd end_of(std::function<int(JobPipe&)> work, milliseconds patience = kPatient) {
  Crew crew(1);
  REQUIRE(crew.start({1, patience, std::move(work)}));
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(children_of_this_process().empty());
  return news.ends[0];
}

// Where this process can have only so many descriptors more.
Result<void> started_short_of_descriptors(Crew& crew, rlim_t left) {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const int next = ::dup(STDIN_FILENO);
  REQUIRE(::close(next) == 0);
  const rlimit low{static_cast<rlim_t>(next) + left, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &low) == 0);
  const Result<void> started = crew.start({1, kPatient, [](JobPipe&) { return 0; }});
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  return started;
}

std::function<int(JobPipe&)> dying_of(int signal) {
  return [signal](JobPipe&) -> int {
    ::raise(signal);
    sleep_for_ever();
  };
}

}  // namespace

TEST_CASE("a job's exit status comes back, and its lines before its end, in order") {
  Crew crew(1);
  REQUIRE(crew.start({7, kPatient, [](JobPipe& pipe) {
                        for (int i = 0; i < 5000; ++i) pipe.tell("line " + std::to_string(i));
                        return 3;
                      }}));
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.lines.size() == 5000);
  for (std::size_t i = 0; i < news.lines.size(); ++i) {
    REQUIRE(news.lines[i].line == "line " + std::to_string(i));
    REQUIRE(news.lines[i].id == 7);
  }
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].id == 7);
  CHECK(news.ends[0].how == JobEnding::returned);
  CHECK(news.ends[0].status == 3);
}

TEST_CASE("how a job ended is told apart") {
  const JobEnd fault = end_of(dying_of(SIGSEGV)), killed = end_of(dying_of(SIGKILL)),
               ended = end_of(dying_of(SIGTERM)),
               threw = end_of([](JobPipe&) -> int { throw std::runtime_error("no"); }),
               left = end_of([](JobPipe&) -> int { ::_exit(0); });
  CHECK(fault.how == JobEnding::crashed);
  CHECK(fault.status == SIGSEGV);
  CHECK(killed.how == JobEnding::killed);
  CHECK(killed.status == SIGKILL);
  CHECK(ended.how == JobEnding::crashed);
  CHECK(ended.status == SIGTERM);
  CHECK(threw.how == JobEnding::returned);
  CHECK(threw.status == 70);
  CHECK(left.how == JobEnding::returned);
  CHECK(left.status == 0);
}

TEST_CASE("a job that is killed from outside is told from one that we end") {
  Crew crew(1);
  REQUIRE(crew.start(named_job(1, [](JobPipe&) -> int { sleep_for_ever(); })));
  const CrewNews begun = news_until_lines(crew);
  REQUIRE(begun.lines.size() == 1);
  REQUIRE(::kill(std::stoi(begun.lines[0].line), SIGKILL) == 0);
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].how == JobEnding::killed);
}

TEST_CASE("a job that says nothing for too long is ended, whatever it does about signals") {
  const auto since = steady_clock::now();
  const auto silent = [](JobPipe&) -> int { sleep_for_ever(); };
  const auto stubborn = [](JobPipe&) -> int {
    std::signal(SIGTERM, SIG_IGN);
    std::signal(SIGINT, SIG_IGN);
    for (;;) ::pause();
  };
  const auto stopped = [](JobPipe&) -> int {
    ::raise(SIGSTOP);
    sleep_for_ever();
  };
  const auto without_end = [before = open_pipes()](JobPipe&) -> int {  // bytes, but never a line
    for (;;)
      for (int own : pipes_other_than(before))
        if (::write(own, "x", 1) == 1) ::usleep(1000);
  };
  for (const std::function<int(JobPipe&)>& work :
       {std::function<int(JobPipe&)>(silent), {stubborn}, {stopped}, {without_end}})
    CHECK(end_of(work, milliseconds(300)).how == JobEnding::hung);
  CHECK(steady_clock::now() - since >= milliseconds(4 * 300));
}

TEST_CASE("a job that goes on telling is not late, however long it takes") {
  const JobEnd end = end_of(
      [](JobPipe& pipe) {
        for (int i = 0; i < 20; ++i) {
          ::usleep(100'000);
          pipe.tell("");
        }
        return 0;
      },
      milliseconds(1'500));
  CHECK(end.how == JobEnding::returned);
}

TEST_CASE("time in which nobody looked is not a job's silence") {
  Crew crew(1);
  REQUIRE(crew.start({1, milliseconds(1'500), [](JobPipe&) {
                        ::usleep(2'500'000);
                        return 0;
                      }}));
  ::usleep(2'000'000);  // this process is frozen; by now the job would have been late
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].how == JobEnding::returned);
}

TEST_CASE(
    "a job that closes its pipe and lives on is late some day, and costs no time until then") {
  Crew crew(1);
  REQUIRE(crew.start({1, milliseconds(400), [](JobPipe&) -> int {
                        ::close_range(3, ~0U, 0);
                        sleep_for_ever();
                      }}));
  int looks = 0;
  const CrewNews news = news_until(crew, [&](const CrewNews& so_far) {
    ++looks;
    return !so_far.ends.empty();
  });
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].how == JobEnding::hung);
  CHECK(looks < 200);
}

TEST_CASE("stop ends one job at once and leaves the others") {
  Crew crew(3);
  for (JobId id : {1, 2, 3})
    REQUIRE(crew.start(named_job(id, [](JobPipe&) -> int {
      std::signal(SIGTERM, SIG_IGN);
      for (;;) ::pause();
    })));
  CHECK_FALSE(crew.has_room());
  REQUIRE(news_until_lines(crew, 3).lines.size() == 3);
  crew.stop(2);
  const CrewNews one = news_until_ends(crew);
  REQUIRE(one.ends.size() == 1);
  CHECK(one.ends[0].id == 2);
  CHECK(one.ends[0].how == JobEnding::stopped);
  CHECK(crew.running() == 2);
  CHECK(crew.has_room());
  const auto since = steady_clock::now();
  crew.stop_all();
  const CrewNews rest = news_until_ends(crew, 2);
  CHECK(steady_clock::now() - since < std::chrono::seconds(20));
  REQUIRE(rest.ends.size() == 2);
  CHECK(rest.ends[0].how == JobEnding::stopped);
  CHECK(crew.running() == 0);
}

TEST_CASE("a job that had ended when it was stopped is told as what it was") {
  Crew crew(1);
  REQUIRE(crew.start({1, kPatient, [](JobPipe& pipe) {
                        pipe.tell("published");
                        return 0;
                      }}));
  const std::vector<pid_t> job = children_of_this_process();
  REQUIRE(job.size() == 1);
  REQUIRE(is_true_in_time([&] { return !is_running(job[0]); }));
  crew.stop(1);
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].how == JobEnding::returned);
  REQUIRE(news.lines.size() == 1);
  CHECK(news.lines[0].line == "published");
}

TEST_CASE("what a job did not finish telling is not a line, and a line's end in it is a blank") {
  Crew crew(1);
  REQUIRE(crew.start({1, kPatient, [before = open_pipes()](JobPipe& pipe) -> int {
                        pipe.tell("two\nlines");
                        for (int own : pipes_other_than(before))
                          if (::write(own, "half", 4) == 4) return 0;
                        return 1;
                      }}));
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].status == 0);
  REQUIRE(news.lines.size() == 1);
  CHECK(news.lines[0].line == "two lines");
}

TEST_CASE("a flood is taken in small helpings, in order, and ends the job that goes on with it") {
  Crew crew(1);
  REQUIRE(crew.start({1, kPatient, [](JobPipe& pipe) -> int {
                        const std::string much(60'000, 'x');
                        for (int i = 0;; ++i) pipe.tell(std::to_string(i) + " " + much);
                      }}));
  std::size_t most = 0, bytes = 0, expected = 0;
  std::vector<JobEnd> ends;
  for (const auto end = steady_clock::now() + kFarTooLong;
       ends.empty() && steady_clock::now() < end;) {
    std::vector<pollfd> waiting = crew.descriptors();
    ::poll(waiting.data(), waiting.size(), 1000);
    const CrewNews news = crew.news();
    std::size_t helping = 0;
    for (const JobLine& line : news.lines) {
      REQUIRE(line.line.starts_with(std::to_string(expected++) + " "));
      helping += line.line.size();
    }
    most = std::max(most, helping);
    bytes += helping;
    ends.insert(ends.end(), news.ends.begin(), news.ends.end());
  }
  REQUIRE(ends.size() == 1);
  CHECK(ends[0].how == JobEnding::hung);
  CHECK(most < 4 * kLongestLine);
  CHECK(bytes > kMostTold / 2);
  CHECK(bytes < kMostTold + (1 << 20));
}

TEST_CASE("a line that is too long is cut") {
  Crew crew(1);
  REQUIRE(crew.start({1, kPatient, [](JobPipe& pipe) {
                        pipe.tell(std::string(3 * kLongestLine, 'x'));
                        pipe.tell("next");
                        return 0;
                      }}));
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.lines.size() == 2);
  CHECK(news.lines[0].line == std::string(kLongestLine, 'x'));
  CHECK(news.lines[1].line == "next");
}

TEST_CASE(
    "a job begins with signals as they are by default, without input, and without our pipes") {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTERM);
  REQUIRE(::pthread_sigmask(SIG_BLOCK, &blocked, &before) == 0);
  const auto ignored = std::signal(SIGHUP, SIG_IGN);
  const std::set<int> before_pipes = open_pipes();
  Crew crew(2);
  std::string told;
  crew.in_child([&told] { told = "prepared"; });
  REQUIRE(crew.start(named_job(1, [](JobPipe&) -> int { sleep_for_ever(); })));
  REQUIRE(crew.start({2, kPatient, [&told, before_pipes](JobPipe& pipe) {
                        sigset_t mask;
                        ::pthread_sigmask(SIG_BLOCK, nullptr, &mask);
                        int is_blocked = 0;
                        for (int number = 1; number < SIGRTMIN; ++number)
                          if (sigismember(&mask, number) == 1) ++is_blocked;
                        char input;
                        pipe.tell(told);
                        pipe.tell("blocked " + std::to_string(is_blocked));
                        pipe.tell(std::signal(SIGHUP, SIG_DFL) == SIG_DFL ? "default" : "ignored");
                        pipe.tell("input " + std::to_string(::read(STDIN_FILENO, &input, 1)));
                        pipe.tell("group " + std::to_string(::getpgid(0) - ::getpid()));
                        return static_cast<int>(pipes_other_than(before_pipes).size());
                      }}));
  std::vector<std::string> lines;
  const CrewNews news = news_until_ends(crew);
  for (const JobLine& line : news.lines)
    if (line.id == 2) lines.push_back(line.line);
  std::signal(SIGHUP, ignored);
  REQUIRE(::pthread_sigmask(SIG_SETMASK, &before, nullptr) == 0);
  CHECK(lines ==
        std::vector<std::string>{"prepared", "blocked 0", "default", "input 0", "group 0"});
  CHECK(told.empty());
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].status == 1);  // its own pipe
}

TEST_CASE("where no process can be had, it is said, and nothing is left over") {
  const std::size_t before = open_descriptors();
  {
    Crew crew(1);
    for (rlim_t left : {0, 1}) {
      const Result<void> started = started_short_of_descriptors(crew, left);
      REQUIRE_FALSE(started);
      CHECK(started.error().code == ErrorCode::again);
    }
    CHECK(crew.running() == 0);
    CHECK(children_of_this_process().empty());
    REQUIRE(crew.start({1, kPatient, [](JobPipe&) { return 0; }}));
    CHECK(news_until_ends(crew).ends.size() == 1);
  }
  CHECK(open_descriptors() == before);
}

TEST_CASE("many jobs leave neither processes nor descriptors") {
  const std::size_t before = open_descriptors();
  {
    Crew crew(4);
    std::size_t started = 0, ended = 0;
    while (ended < 300) {
      while (started < 300 && crew.has_room()) {
        REQUIRE(crew.start({started++, kPatient, [](JobPipe& pipe) {
                              pipe.tell("done");
                              return 0;
                            }}));
      }
      const std::vector<JobEnd> ends = news_until_ends(crew).ends;
      REQUIRE_FALSE(ends.empty());
      for (const JobEnd& end : ends) CHECK(end.how == JobEnding::returned);
      ended += ends.size();
    }
    CHECK(children_of_this_process().empty());
  }
  CHECK(open_descriptors() == before);
}
