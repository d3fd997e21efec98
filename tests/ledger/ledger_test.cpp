// The ledger: what is put in comes out, also after the worst that can happen to its file.
#include "pipeline/ledger/ledger.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "pipeline/ledger/transitions.h"
#include "tests/ledger/scratch_folder.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

LedgerEntry entry_named(const std::string& folder) {
  LedgerEntry entry;
  entry.folder = folder;
  entry.state = LedgerState::done;
  entry.signature = "signature";
  entry.input_sha256 = entry.tried_sha256 = std::string(64, 'a');
  entry.bytes = std::uint64_t{1} << 40;
  entry.files = 7;
  entry.deaths = 1;
  entry.kills = 2;
  entry.losses = 3;
  entry.reason = "说明";
  entry.duplicate_of = "第一份\xff";
  entry.result_input = std::string(64, 'b');
  entry.programme = "group@2024";
  entry.setting_sha256 = std::string(64, 'c');
  entry.as_of = "2024-09-01";
  entry.number_key = "T/XYZ 1-2024";
  entry.verdict = "return";
  entry.result_stamp = "1 2 3.4";
  entry.revision = 5;
  entry.pages = 123;
  entry.seconds = 1.5;
  return entry;
}

LedgerEntry in_state(const std::string& folder, LedgerState state) {
  LedgerEntry entry = entry_named(folder);
  entry.state = state;
  return entry;
}

std::vector<std::string> folders(const Result<std::vector<LedgerEntry>>& entries) {
  REQUIRE(entries);
  std::vector<std::string> names;
  for (const LedgerEntry& entry : *entries) names.push_back(entry.folder);
  return names;
}

std::size_t count(const Ledger& ledger) {
  std::size_t all = 0;
  REQUIRE(ledger.each([&](const LedgerEntry&) { ++all; }));
  return all;
}

void overwrite(const fs::path& file, std::streamoff at, const std::string& bytes) {
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(at);
  out << bytes;
}

// Files may grow to this size at most, as on a full disk; none of them is told by a signal.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit now = before_;
    now.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
  sighandler_t handler_;
};

}  // namespace

TEST_CASE("every member of an entry is kept over a restart") {
  const ScratchFolder scratch;
  const LedgerEntry entry = entry_named("甲");
  REQUIRE(Ledger::open(scratch / "ledger.db")->put(entry));
  const auto ledger = Ledger::open(scratch / "ledger.db");
  REQUIRE(ledger);
  CHECK(ledger->moved_aside().empty());
  const auto found = ledger->find("甲");
  REQUIRE(found);
  REQUIRE(*found);
  CHECK((**found == entry));
  CHECK_FALSE(*ledger->find("乙"));
}

TEST_CASE("names are bytes: no two of them are one") {
  const ScratchFolder scratch;
  auto ledger = Ledger::open(scratch / "ledger.db");
  REQUIRE(ledger);
  const std::vector<std::string> names = {
      "a", "A", "a ", "a\n", "\xff", "\xfe", "'; DROP", "e\u0301", "\u00e9", std::string(255, 'x')};
  for (const std::string& name : names) REQUIRE(ledger->put(entry_named(name)));
  for (const std::string& name : names) {
    const auto found = ledger->find(name);
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->folder == name);
  }
  CHECK(count(*ledger) == names.size());
  REQUIRE(ledger->forget("\xff"));
  CHECK_FALSE(*ledger->find("\xff"));
  CHECK(*ledger->find("\xfe"));
}

TEST_CASE("entries are found by state and by contents, in the order of their names") {
  const ScratchFolder scratch;
  auto ledger = Ledger::open(scratch / "ledger.db");
  REQUIRE(ledger);
  REQUIRE(ledger->put({in_state("c", LedgerState::claimed), in_state("a", LedgerState::claimed),
                       in_state("b", LedgerState::done), in_state("d", LedgerState::seen)}));
  CHECK(folders(ledger->in_state(LedgerState::claimed)) == std::vector<std::string>{"a", "c"});
  CHECK(folders(ledger->in_state(LedgerState::quarantined)).empty());
  CHECK(folders(ledger->with_input(std::string(64, 'a'))) ==
        std::vector<std::string>{"a", "b", "c", "d"});
  const auto counts = ledger->counts();
  REQUIRE(counts);
  CHECK(
      (*counts == std::map<LedgerState, std::size_t>{
                      {LedgerState::seen, 1}, {LedgerState::claimed, 2}, {LedgerState::done, 1}}));
  REQUIRE(ledger->put(in_state("a", LedgerState::done)));
  CHECK(folders(ledger->in_state(LedgerState::claimed)) == std::vector<std::string>{"c"});
}

TEST_CASE("each entry is visited once, and may be changed on the way") {
  const ScratchFolder scratch;
  auto ledger = Ledger::open(scratch / "ledger.db");
  REQUIRE(ledger);
  std::vector<LedgerEntry> entries;
  for (int n = 0; n < 1000; ++n) entries.push_back(in_state(std::to_string(n), LedgerState::seen));
  REQUIRE(ledger->put(entries));
  std::map<std::string, int> visits;
  REQUIRE(ledger->each([&](const LedgerEntry& entry) {
    ++visits[entry.folder];
    CHECK(ledger->put(claimed(entry)));
  }));
  CHECK(visits.size() == 1000);
  for (const auto& [folder, times] : visits) CHECK(times == 1);
  CHECK(folders(ledger->in_state(LedgerState::claimed)).size() == 1000);
}

TEST_CASE("what was put in before the process is killed is there") {
  const ScratchFolder scratch;
  const fs::path file = scratch / "ledger.db";
  const pid_t child = ::fork();
  if (child == 0) {
    auto ledger = Ledger::open(file);
    if (!ledger || !ledger->put(entry_named("甲")) || !ledger->put(entry_named("乙"))) ::_exit(1);
    ::raise(SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  const auto ledger = Ledger::open(file);
  REQUIRE(ledger);
  CHECK(ledger->moved_aside().empty());
  CHECK(count(*ledger) == 2);
}

TEST_CASE("a damaged ledger is moved aside and begun anew") {
  const ScratchFolder scratch;
  const fs::path file = scratch / "ledger.db";
  {
    auto ledger = Ledger::open(file);
    std::vector<LedgerEntry> entries;
    for (int n = 0; n < 500; ++n) entries.push_back(entry_named(std::to_string(n)));
    REQUIRE(ledger->put(entries));
  }
  std::string damage;
  SECTION("no database at all") {
    damage = "no database";
    fs::remove(file);
    std::ofstream(file) << std::string(5000, 'x');
  }
  SECTION("its beginning overwritten") {
    damage = "header";
    overwrite(file, 0, std::string(64, '\0'));
  }
  SECTION("pages in the middle overwritten") {
    damage = "pages";
    overwrite(file, 8192, std::string(40000, 'x'));
  }
  SECTION("cut off") {
    damage = "cut";
    fs::resize_file(file, 6000);
  }
  CAPTURE(damage);
  auto ledger = Ledger::open(file);
  REQUIRE(ledger);
  CHECK(ledger->moved_aside() == scratch / "ledger.db.damaged-1");
  CHECK(fs::exists(scratch / "ledger.db.damaged-1"));
  CHECK(count(*ledger) == 0);
  REQUIRE(ledger->put(entry_named("甲")));
  CHECK(count(*ledger) == 1);
}

TEST_CASE("an empty file, as a power cut may leave it, is a new ledger") {
  const ScratchFolder scratch;
  std::ofstream(scratch / "ledger.db").close();
  const auto ledger = Ledger::open(scratch / "ledger.db");
  REQUIRE(ledger);
  CHECK(ledger->moved_aside().empty());
  CHECK(count(*ledger) == 0);
}

TEST_CASE("a database that is not a ledger of this version is refused and left alone") {
  const ScratchFolder scratch;
  const fs::path file = scratch / "ledger.db";
  std::string why;
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE precious(value)");
  }
  SECTION("of another program") {
    why = "another program";
  }
  SECTION("of a newer one of ours") {
    fs::remove(file);
    REQUIRE(Ledger::open(file));
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
    why = "newer biaoshen";
  }
  const auto ledger = Ledger::open(file);
  REQUIRE_FALSE(ledger);
  CHECK(ledger.error().code == ErrorCode::output);
  CHECK(ledger.error().message.find(why) != std::string::npos);
  CHECK(ledger.error().message.find("move it away") != std::string::npos);
  CHECK(fs::exists(file));
  CHECK_FALSE(fs::exists(scratch / "ledger.db.damaged-1"));
}

TEST_CASE("a full disk is an error that loses nothing, and goes on when there is room") {
  const ScratchFolder scratch;
  auto ledger = Ledger::open(scratch / "ledger.db");
  REQUIRE(ledger);
  REQUIRE(ledger->put(entry_named("甲")));
  {
    const FullDisk full(100 << 10);
    Result<void> put;
    for (int n = 0; put && n < 1000; ++n) put = ledger->put(entry_named(std::to_string(n)));
    REQUIRE_FALSE(put);
    CHECK(put.error().code == ErrorCode::output);
    CHECK(put.error().message.find("ledger.db") != std::string::npos);
    CHECK(*ledger->find("甲"));
  }
  REQUIRE(ledger->put(entry_named("乙")));
  CHECK(*ledger->find("乙"));
}

TEST_CASE("where no ledger can be made the message says where") {
  const ScratchFolder scratch;
  const auto ledger = Ledger::open(scratch / "missing" / "ledger.db");
  REQUIRE_FALSE(ledger);
  CHECK(ledger.error().code == ErrorCode::output);
  CHECK(ledger.error().message.find("missing/ledger.db") != std::string::npos);
}
