// The two locks on OUT, tried from other processes.
#include "pipeline/ledger/out_lock.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>

#include "tests/ledger/scratch_folder.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using biaoshen::test::ScratchFolder;
using std::chrono::milliseconds;

namespace {

// What another process answers: 0 yes, 1 no.
bool in_another_process(const std::function<bool()>& question) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(question() ? 0 : 1);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 0;
}

// A process that does something and then stays until it is killed.
class Sleeper {
 public:
  explicit Sleeper(const std::function<void()>& work) {
    int ready[2] = {};
    REQUIRE(::pipe(ready) == 0);
    process_ = ::fork();
    if (process_ == 0) {
      work();
      if (::write(ready[1], "x", 1) != 1) ::_exit(1);
      for (;;) ::pause();
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
    ::close(ready[1]);
  }
  void kill() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  ~Sleeper() {
    if (process_ > 0) kill();
  }
  Sleeper(const Sleeper&) = delete;
  Sleeper& operator=(const Sleeper&) = delete;
  pid_t process() const { return process_; }

 private:
  pid_t process_ = 0;
};

}  // namespace

TEST_CASE("a second program on one OUT is refused and told which one is there") {
  const ScratchFolder out;
  const auto lock = lock_instance(out.path(), "watch");
  REQUIRE(lock);
  CHECK_FALSE(in_another_process([&] { return lock_instance(out.path(), "batch").has_value(); }));
  const auto second = lock_instance(out.path(), "batch");
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::output);
  CHECK(second.error().message.find("`biaoshen watch` (process " + std::to_string(::getpid()) +
                                    ")") != std::string::npos);
  CHECK(second.error().message.find("正由") != std::string::npos);
}

TEST_CASE("another OUT is another matter") {
  const ScratchFolder one, other;
  const auto lock = lock_instance(one.path(), "watch");
  CHECK(lock_instance(other.path(), "watch"));
}

TEST_CASE("the lock goes with its holder, also when that is killed") {
  const ScratchFolder out;
  { REQUIRE(lock_instance(out.path(), "watch")); }
  CHECK(in_another_process([&] { return lock_instance(out.path(), "batch").has_value(); }));
  Sleeper sleeper([&] { static auto kept = lock_instance(out.path(), "watch"); });
  const auto refused = lock_instance(out.path(), "batch");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("process " + std::to_string(sleeper.process())) !=
        std::string::npos);
  sleeper.kill();
  CHECK(lock_instance(out.path(), "batch"));
}

TEST_CASE("a forked process that abandoned its copy neither keeps nor opens the lock") {
  const ScratchFolder out;
  auto lock = lock_instance(out.path(), "watch");
  REQUIRE(lock);
  Sleeper worker([&] { lock->abandon(); });
  CHECK_FALSE(in_another_process([&] { return lock_instance(out.path(), "batch").has_value(); }));
  { const OutLock let_go = std::move(*lock); }
  CHECK(lock_instance(out.path(), "batch"));
}

TEST_CASE("a lock file that was deleted meanwhile does not let two in unseen") {
  const ScratchFolder out;
  const auto lock = lock_instance(out.path(), "watch");
  REQUIRE(lock);
  fs::remove(out / ".biaoshen/lock");
  // Who deletes the file takes the lock away: the next one gets the one that is found there.
  const auto next = lock_instance(out.path(), "batch");
  REQUIRE(next);
  CHECK_FALSE(lock_instance(out.path(), "watch"));
}

TEST_CASE("the lock on results is one at a time and leaves no file") {
  const ScratchFolder out;
  {
    const auto lock = lock_results(out.path());
    REQUIRE(lock);
    CHECK(fs::is_empty(out.path()));
    const auto second = lock_results(out.path(), milliseconds(30));
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::again);
    CHECK_FALSE(
        in_another_process([&] { return lock_results(out.path(), milliseconds(1)).has_value(); }));
  }
  CHECK(lock_results(out.path(), milliseconds(0)));
  CHECK(fs::is_empty(out.path()));
}

TEST_CASE("who waits for the lock on results gets it when it is free") {
  const ScratchFolder out;
  auto held = lock_results(out.path());
  REQUIRE(held);
  const pid_t child = ::fork();
  if (child == 0) {
    held->abandon();
    ::_exit(lock_results(out.path(), std::chrono::minutes(1)) ? 0 : 1);
  }
  ::usleep(50'000);
  { const OutLock let_go = std::move(*held); }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("an OUT that is not there cannot be locked") {
  const ScratchFolder out;
  const auto lock = lock_results(out / "missing");
  REQUIRE_FALSE(lock);
  CHECK(lock.error().code == ErrorCode::output);
}
