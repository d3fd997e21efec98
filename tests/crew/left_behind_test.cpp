// What jobs start and leave behind dies with them; jobs die with their supervisor.
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "crew_watching.h"
#include "pipeline/crew/crew.h"

using namespace biaoshen;

namespace {

enum class Leaves { nothing, group, session };

// Starts a process that never ends by itself, and tells who it is.
pid_t start_sleeper(Leaves leaves, JobPipe& pipe) {
  const pid_t sleeper = ::fork();
  if (sleeper == 0) {
    if (leaves == Leaves::group) ::setpgid(0, 0);
    if (leaves == Leaves::session) ::setsid();
    std::signal(SIGTERM, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    sleep_for_ever();
  }
  pipe.tell(std::to_string(sleeper));
  return sleeper;
}

std::vector<pid_t> processes_in(const CrewNews& news) {
  std::vector<pid_t> found;
  for (const JobLine& line : news.lines) found.push_back(std::stoi(line.line));
  return found;
}

// The crew looks after them as long as it is asked for news.
bool are_gone(Crew& crew, const std::vector<pid_t>& processes) {
  return is_true_in_time([&] {
    crew.news();
    return children_of_this_process().empty() &&
           std::none_of(processes.begin(), processes.end(), is_running);
  });
}

}  // namespace

TEST_CASE("what a job started dies with it, whatever group or session it gave itself") {
  Crew crew(1);
  REQUIRE(crew.start({1, kPatient, [](JobPipe& pipe) {
                        for (Leaves leaves : {Leaves::nothing, Leaves::group, Leaves::session})
                          start_sleeper(leaves, pipe);
                        return 0;  // they keep the pipe open
                      }}));
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].how == JobEnding::returned);
  REQUIRE(news.lines.size() == 3);
  CHECK(are_gone(crew, processes_in(news)));
}

TEST_CASE("a chain of sessions under a job dies when the job is stopped") {
  Crew crew(1);
  REQUIRE(crew.start({1, kPatient, [](JobPipe& pipe) -> int {
                        for (int depth = 0; depth < 10; ++depth) {
                          pipe.tell(std::to_string(::getpid()));
                          if (::fork() > 0) sleep_for_ever();
                          ::setsid();
                        }
                        pipe.tell(std::to_string(::getpid()));
                        sleep_for_ever();
                      }}));
  const CrewNews begun = news_until_lines(crew, 11);
  REQUIRE(begun.lines.size() == 11);
  crew.stop(1);
  REQUIRE(news_until_ends(crew).ends.size() == 1);
  CHECK(are_gone(crew, processes_in(begun)));
}

TEST_CASE("a daemon is found while its job still runs, and the job goes on") {
  Crew crew(1);
  REQUIRE(crew.start(named_job(1, [](JobPipe& pipe) -> int {
    const pid_t middle = ::fork();
    if (middle == 0) {
      start_sleeper(Leaves::session, pipe);
      ::_exit(0);
    }
    ::waitpid(middle, nullptr, 0);
    sleep_for_ever();
  })));
  const std::vector<pid_t> begun = processes_in(news_until_lines(crew, 2));
  REQUIRE(begun.size() == 2);
  CHECK(is_true_in_time([&] {
    crew.news();
    return !is_running(begun[1]);
  }));
  CHECK(is_running(begun[0]));
  CHECK(crew.running() == 1);
}

TEST_CASE("a job that forks and forks is ended with all of it") {
  Crew crew(1);
  REQUIRE(crew.start({1, std::chrono::milliseconds(500), [](JobPipe&) -> int {
                        for (int generation = 0; generation < 6; ++generation)
                          if (::fork() == 0 && generation % 2 == 0) ::setsid();
                        sleep_for_ever();
                      }}));
  const CrewNews news = news_until_ends(crew);
  REQUIRE(news.ends.size() == 1);
  CHECK(news.ends[0].how == JobEnding::hung);
  CHECK(are_gone(crew, {}));
}

TEST_CASE("the crew's end is the end of its jobs and of what they started") {
  std::vector<pid_t> all;
  {
    Crew crew(2);
    for (JobId id : {1, 2})
      REQUIRE(crew.start(named_job(id, [](JobPipe& pipe) -> int {
        start_sleeper(Leaves::session, pipe);
        sleep_for_ever();
      })));
    all = processes_in(news_until_lines(crew, 4));
    REQUIRE(all.size() == 4);
  }
  CHECK(children_of_this_process().empty());
  for (pid_t process : all) CHECK_FALSE(is_running(process));
}

TEST_CASE("a job dies with its supervisor") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t supervisor = ::fork();
  REQUIRE(supervisor >= 0);
  if (supervisor == 0) {
    Crew crew(1);
    const int out = ends[1];
    if (!crew.start({1, kPatient, [out](JobPipe&) -> int {
                       const pid_t self = ::getpid();
                       if (::write(out, &self, sizeof self) != sizeof self) ::_exit(1);
                       sleep_for_ever();
                     }}))
      ::_exit(1);
    sleep_for_ever();
  }
  pid_t job = 0;
  REQUIRE(::read(ends[0], &job, sizeof job) == sizeof job);
  REQUIRE(is_running(job));
  ::kill(supervisor, SIGKILL);
  ::waitpid(supervisor, nullptr, 0);
  CHECK(is_true_in_time([&] { return !is_running(job); }));
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("children that were there before the crew are left alone, also when it is gone") {
  const pid_t older = ::fork();
  REQUIRE(older >= 0);
  if (older == 0) sleep_for_ever();
  {
    Crew crew(1);
    REQUIRE(crew.start({1, kPatient, [](JobPipe&) { return 0; }}));
    CHECK(news_until_ends(crew).ends.size() == 1);
  }
  CHECK(is_running(older));
  ::kill(older, SIGKILL);
  CHECK(::waitpid(older, nullptr, 0) == older);
}

TEST_CASE("exit statuses are known where SIGCHLD was ignored by who started us") {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  {
    Crew crew(1);
    REQUIRE(crew.start({1, kPatient, [](JobPipe&) { return 9; }}));
    const CrewNews news = news_until_ends(crew);
    REQUIRE(news.ends.size() == 1);
    CHECK(news.ends[0].how == JobEnding::returned);
    CHECK(news.ends[0].status == 9);
  }
  std::signal(SIGCHLD, before);
}
