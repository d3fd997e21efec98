#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "extractors/worker/spool.h"
#include "pipeline/base/sha256.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Member> two_members(Spool& spool) {
  MemberReceiver receiver(spool, Limits());
  REQUIRE(receiver.begin("../坏名.txt"));
  REQUIRE(receiver.bytes("一"));
  REQUIRE(receiver.bytes("二"));
  REQUIRE(receiver.end(FileStatus::read, {{"name-encoding", 0, "GB18030"}}));
  REQUIRE(receiver.begin("b.txt"));
  REQUIRE(receiver.bytes("cut"));
  return receiver.take();
}

}  // namespace

TEST_CASE("a member's bytes lie in the spool under a number, with their hash") {
  Spool spool;
  const std::vector<Member> members = two_members(spool);
  REQUIRE(members.size() == 2);
  CHECK(members[0].path == "../坏名.txt");
  CHECK(members[0].source.filename() == "1.bin");
  CHECK(content_of(members[0].source) == "一二");
  CHECK(members[0].bytes == 6);
  CHECK(members[0].sha256 == sha256("一二"));
  REQUIRE(members[0].problems.size() == 1);
}

TEST_CASE("a member whose end never came is unreadable and leaves nothing") {
  Spool spool;
  const std::vector<Member> members = two_members(spool);
  CHECK(members[1].status == FileStatus::unreadable);
  CHECK(members[1].source.empty());
  CHECK(members[1].problems.front().kind == "cut-short");
  CHECK_FALSE(fs::exists(members[0].source.parent_path() / "2.bin"));
}

TEST_CASE("what a reader refused leaves nothing either") {
  Spool spool;
  MemberReceiver receiver(spool, Limits());
  CHECK(receiver.begin("bomb.bin"));
  CHECK(receiver.bytes("some"));
  CHECK(receiver.end(FileStatus::refused, {{"ratio-limit", 0, ""}}));
  const std::vector<Member> members = receiver.take();
  CHECK(members[0].status == FileStatus::refused);
  CHECK(members[0].source.empty());
}

TEST_CASE("the spool is open to nobody else and gone at the end") {
  fs::path folder;
  {
    Spool spool;
    folder = two_members(spool)[0].source.parent_path();
    struct stat about {};
    REQUIRE(::stat(folder.c_str(), &about) == 0);
    CHECK((about.st_mode & 077) == 0);
  }
  CHECK_FALSE(fs::exists(folder));
}

TEST_CASE("a reader that breaks limits or order is not believed") {
  Limits limits;
  limits.entries = 1;
  limits.member_bytes = 4;
  Spool spool;
  MemberReceiver receiver(spool, limits);
  CHECK_FALSE(receiver.bytes("x"));
  CHECK_FALSE(receiver.end(FileStatus::read, {}));
  CHECK(receiver.begin("a"));
  CHECK_FALSE(receiver.begin("a in a"));
  CHECK(receiver.bytes("1234"));
  CHECK_FALSE(receiver.bytes("5"));
  CHECK(receiver.end(FileStatus::read, {}));
  CHECK_FALSE(receiver.begin("one too many"));
}

TEST_CASE("where nothing can be stored that is trouble, with the folder and what is to be done") {
  const std::string before = std::getenv("TMPDIR") == nullptr ? "" : std::getenv("TMPDIR");
  ::setenv("TMPDIR", "/nonexistent/folder", 1);
  Spool spool;
  MemberReceiver receiver(spool, Limits());
  CHECK_FALSE(receiver.begin("a.txt"));
  if (before.empty())
    ::unsetenv("TMPDIR");
  else
    ::setenv("TMPDIR", before.c_str(), 1);
  REQUIRE(receiver.trouble());
  CHECK(receiver.trouble()->code == ErrorCode::output);
  CHECK(receiver.trouble()->message.find("/nonexistent/folder") != std::string::npos);
  CHECK(receiver.trouble()->message.find("set TMPDIR") != std::string::npos);
}

TEST_CASE("a spool that is full is trouble at the first piece that finds no room") {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit most{1000, 1000};  // stands for a disk that is full after so many bytes
    ::setrlimit(RLIMIT_FSIZE, &most);
    Spool spool;
    MemberReceiver receiver(spool, Limits());
    const bool is_begun = receiver.begin("a.txt") && receiver.bytes(std::string(900, 'x'));
    const bool is_refused = !receiver.bytes(std::string(900, 'x'));
    const std::vector<Member> members = receiver.take();
    const bool is_told = receiver.trouble() && members.size() == 1 &&
                         members[0].status == FileStatus::unreadable && members[0].source.empty();
    ::_exit(is_begun && is_refused && is_told ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

TEST_CASE("a reader that breaks its limits is no trouble of the machine") {
  Limits limits;
  limits.member_bytes = 4;
  Spool spool;
  MemberReceiver receiver(spool, limits);
  CHECK(receiver.begin("a"));
  CHECK_FALSE(receiver.bytes("12345"));
  receiver.take();
  CHECK_FALSE(receiver.trouble());
}
