// Claims about budgets: counted on bytes that came out, each limit named with its value.
#include <catch2/catch.hpp>

#include "extractors/readers/members.h"
#include "pipeline/base/text.h"
#include "tests/readers/memory_sink.h"

namespace biaoshen {
namespace {

struct Unpacking {
  Unpacking(std::uint64_t package_bytes, const Limits& limits)
      : members(package_bytes, limits, sink) {}
  // Unpacks `size` bytes from `packed` in pieces; false where the package took none.
  bool unpack(std::string_view path, std::uint64_t size, std::uint64_t packed) {
    constexpr std::uint64_t kPiece = 100;
    if (!members.begin(path, packed)) return false;
    const std::string piece(kPiece, 'x');
    for (std::uint64_t out = 0; out < size; out += kPiece) {
      if (!members.bytes(piece.substr(0, static_cast<std::size_t>(std::min(kPiece, size - out)))))
        break;
    }
    members.end();
    return true;
  }
  std::string kind_of(std::size_t member) const {
    const std::vector<Problem>& problems = sink.document.members.at(member).problems;
    return problems.empty() ? "" : problems[0].kind;
  }
  MemorySink sink;
  Members members;
};

const Limits kSmallLimits{
    .entries = 3, .member_bytes = 1000, .package_bytes = 2500, .ratio = 10, .ratio_from = 500};

}  // namespace

TEST_CASE("a name longer than any path is shortened between characters, and that is noted") {
  Unpacking package(1000, Limits{});
  std::string name;
  for (int i = 0; i < 2000; ++i) name += "转发";
  CHECK(package.unpack(name + ".eml", 10, 10));
  CHECK(package.unpack("a", 10, 10));
  package.members.decline(name, FileStatus::ignored, {});
  const auto& members = package.sink.document.members;
  CHECK(members[0].path.size() < 1100);
  CHECK(members[0].path.ends_with("转发.eml"));
  CHECK(is_valid_utf8(members[0].path));
  CHECK(members[0].status == FileStatus::read);
  CHECK(package.kind_of(0) == "name-shortened");
  CHECK(package.kind_of(1).empty());
  CHECK(package.kind_of(2) == "name-shortened");
}

TEST_CASE("members within the budgets come through whole") {
  Unpacking package(1000, kSmallLimits);
  CHECK(package.unpack("a", 1000, 900));
  CHECK(package.unpack("b", 450, 1));  // a steep ratio is no matter below its floor
  CHECK(package.sink.contents[0].size() == 1000);
  CHECK(package.sink.document.members[1].status == FileStatus::read);
  CHECK(package.members.outcome() == FileStatus::read);
}

TEST_CASE("a member over a limit of its own is refused, and the next one may come") {
  Unpacking package(1000, kSmallLimits);
  CHECK(package.unpack("large", 1500, 900));
  CHECK(package.kind_of(0) == "size-limit");
  CHECK(package.sink.document.members[0].problems[0].detail == "1100 > 1000 bytes");
  CHECK(package.unpack("bomb", 800, 20));
  CHECK(package.kind_of(1) == "ratio-limit");
  CHECK(package.unpack("good", 100, 90));
  CHECK(package.sink.document.members[2].status == FileStatus::read);
  CHECK_FALSE(package.members.is_full());
}

TEST_CASE("what breaks a limit of the package ends it, and the package says so once") {
  Unpacking package(10'000, kSmallLimits);
  CHECK(package.unpack("a", 1000, 900));
  CHECK(package.unpack("b", 1000, 900));
  CHECK(package.unpack("c", 1000, 900));
  CHECK(package.kind_of(2) == "package-limit");
  CHECK_FALSE(package.unpack("d", 1, 1));
  CHECK(package.members.is_full());
  CHECK(package.members.outcome() == FileStatus::partial);
  CHECK(package.sink.document.problems.size() == 1);
  CHECK(detail_of(package.sink.document, "package-limit") == "2600 > 2500 bytes");
  CHECK(package.sink.document.members[2].problems[0].detail == "2600 > 2500 bytes");
}

TEST_CASE("many small bombs are measured against the whole package") {
  Unpacking package(20, kSmallLimits);
  CHECK(package.unpack("a", 450, 100));
  CHECK(package.unpack("b", 450, 100));
  CHECK(package.members.outcome() == FileStatus::partial);
  CHECK(detail_of(package.sink.document, "ratio-limit") == "> 20 : 1 (550 : 20)");
}

TEST_CASE("members that are only named count as entries, too") {
  Unpacking package(1000, kSmallLimits);
  for (const char* path : {"a", "b", "c", "d"})
    package.members.decline(path, FileStatus::ignored, {{"litter", 0, ""}});
  CHECK(package.sink.document.members.size() == 3);
  CHECK(detail_of(package.sink.document, "entry-limit") == "> 3");
  CHECK(package.members.outcome() == FileStatus::refused);
}

TEST_CASE("where nothing more may be opened, nothing is") {
  Limits limits = kSmallLimits;
  limits.nesting = 0;
  Unpacking package(1000, limits);
  CHECK_FALSE(package.unpack("a", 1, 1));
  CHECK(package.sink.document.members.empty());
  CHECK(package.sink.document.has_problem("nesting-limit"));
}

TEST_CASE("notes of a member stay, behind the limit that it hit") {
  Unpacking package(1000, kSmallLimits);
  REQUIRE(package.members.begin("a", 900));
  CHECK_FALSE(package.members.bytes(std::string(1500, 'x')));
  package.members.end(FileStatus::read, {{"name-encoding", 0, "GB18030"}});
  const Member& member = package.sink.document.members[0];
  CHECK(member.status == FileStatus::refused);
  REQUIRE(member.problems.size() == 2);
  CHECK(member.problems[0].kind == "size-limit");
  CHECK(member.problems[1].kind == "name-encoding");
}

}  // namespace biaoshen
