// What a shard notes of tries: there after its end, gone with success, and no loss while somebody
// still tries.
#include "pipeline/ledger/try_notes.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <fstream>

#include "pipeline/ledger/transitions.h"
#include "tests/ledger/scratch_folder.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

LedgerEntry waiting(const std::string& folder) {
  LedgerEntry entry;
  entry.folder = folder;
  return settled(seen(entry, "signature"), std::string(64, 'a'));
}

// Claims it in a process of its own and waits there; gives the process.
pid_t claimed_elsewhere(const fs::path& out, const std::string& folder) {
  std::array<int, 2> ready{};
  REQUIRE(::pipe(ready.data()) == 0);
  const pid_t process = ::fork();
  if (process == 0) {
    TryNotes notes(out);
    static_cast<void>(notes.put(claimed(waiting(folder))));
    if (::write(ready[1], "x", 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char said = 0;
  REQUIRE(::read(ready[0], &said, 1) == 1);
  ::close(ready[0]);
  ::close(ready[1]);
  return process;
}

void kill_and_wait(pid_t process) {
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
}

}  // namespace

TEST_CASE("a try that succeeded leaves nothing") {
  const ScratchFolder scratch;
  TryNotes notes(scratch.path());
  const LedgerEntry entry = claimed(waiting("甲"));
  REQUIRE(notes.put(entry));
  CHECK(fs::exists(scratch / ".biaoshen/tries/甲"));
  REQUIRE(notes.put(done(entry)));
  CHECK(!fs::exists(scratch / ".biaoshen/tries/甲"));
  CHECK(!notes.known("甲"));
}

TEST_CASE("a try that killed its worker is known to the next program, with the reason") {
  const ScratchFolder scratch;
  const LedgerEntry dead = after_death(claimed(waiting("甲")), Death::crashed, "两行\n的原因");
  {
    TryNotes notes(scratch.path());
    REQUIRE(notes.put(claimed(waiting("甲"))));
    REQUIRE(notes.put(dead));
  }
  const auto known = TryNotes(scratch.path()).known("甲");
  REQUIRE(known);
  CHECK(known->deaths == 1);
  CHECK(known->losses == 0);
  CHECK(known->reason == "两行\n的原因");
  CHECK(known->tried_sha256 == std::string(64, 'a'));
  SECTION("the second death gives it up, for all programs after") {
    TryNotes notes(scratch.path());
    const LedgerEntry again = settled(seen(*known, "signature"), std::string(64, 'a'));
    REQUIRE(notes.put(after_death(claimed(again), Death::hung, "again")));
    const auto given_up = TryNotes(scratch.path()).known("甲");
    REQUIRE(given_up);
    CHECK(given_up->state == LedgerState::quarantined);
  }
  SECTION("other contents start anew") {
    const LedgerEntry other = settled(seen(*known, "signature"), std::string(64, 'b'));
    CHECK(other.deaths == 0);
  }
}

TEST_CASE("a try is no loss while its program lives, and is one when it was killed") {
  const ScratchFolder scratch;
  const pid_t process = claimed_elsewhere(scratch.path(), "甲");
  CHECK(!TryNotes(scratch.path()).known("甲"));
  kill_and_wait(process);
  const auto known = TryNotes(scratch.path()).known("甲");
  REQUIRE(known);
  CHECK(known->losses == 1);
  CHECK(known->deaths == 0);
}

TEST_CASE("two may try at once, and the note goes with the first that succeeds") {
  const ScratchFolder scratch;
  const pid_t process = claimed_elsewhere(scratch.path(), "甲");
  TryNotes notes(scratch.path());
  REQUIRE(notes.put(claimed(waiting("甲"))));
  REQUIRE(notes.put(done(claimed(waiting("甲")))));
  kill_and_wait(process);
  CHECK(!TryNotes(scratch.path()).known("甲"));
}

TEST_CASE("a note that makes no sense is none, and a folder that cannot be written is an error") {
  const ScratchFolder scratch;
  fs::create_directories(scratch / ".biaoshen/tries");
  for (const char* text :
       {"", "claimed", "claimed\nsha\n", "claimed\nsha\n1 x 2\n", "a\nb\n-1 0 0\n"}) {
    std::ofstream(scratch / ".biaoshen/tries/甲") << text;
    CHECK(!TryNotes(scratch.path()).known("甲"));
  }
  std::ofstream(scratch / "file") << "x";
  const auto put = TryNotes(scratch / "file").put(claimed(waiting("甲")));
  REQUIRE(!put);
  CHECK(put.error().code == ErrorCode::output);
}
