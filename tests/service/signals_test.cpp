#include "pipeline/service/signals.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

using namespace biaoshen;

TEST_CASE("signals are seen once, and tell stopping from reloading") {
  Signals signals;
  pollfd waiting{signals.descriptor(), POLLIN, 0};
  CHECK(::poll(&waiting, 1, 0) == 0);
  CHECK_FALSE(signals.seen().stop);

  ::kill(::getpid(), SIGHUP);
  CHECK(::poll(&waiting, 1, 60'000) == 1);
  SignalsSeen seen = signals.seen();
  CHECK(seen.reload);
  CHECK_FALSE(seen.stop);
  CHECK(::poll(&waiting, 1, 0) == 0);

  for (int number : {SIGTERM, SIGINT}) {
    ::kill(::getpid(), number);
    seen = signals.seen();
    CHECK(seen.stop);
    CHECK_FALSE(seen.reload);
  }
  ::kill(::getpid(), SIGHUP);
  ::kill(::getpid(), SIGTERM);
  seen = signals.seen();
  CHECK(seen.stop);
  CHECK(seen.reload);
}

TEST_CASE("what was not looked at any more does nothing; afterwards signals do what they did") {
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);  // which nohup has tests ignore
    {
      Signals signals;
      ::kill(::getpid(), SIGTERM);
    }
    ::kill(::getpid(), SIGHUP);  // ends it
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(process, &status, 0) == process);
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGHUP);
}
