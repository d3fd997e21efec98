// Claims about archives other than ZIP: what is read of each format, and what is said of the rest.
#include <archive_entry.h>

#include <catch2/catch.hpp>

#include "extractors/readers/archives/archive_advice.h"
#include "extractors/readers/reader_table.h"
#include "tests/readers/archive_maker.h"
#include "tests/readers/memory_sink.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

const std::string kGbkName = "\xC9\xEA\xC7\xEB\xCA\xE9.txt";  // 申请书.txt

MemorySink unpacked(std::string_view bytes, const std::string& name, const Limits& limits = {}) {
  const MemoryFile file(bytes, name);
  MemorySink sink;
  read_file(file.open(), limits, sink);
  CHECK(sink.statuses <= 1);
  return sink;
}

}  // namespace

TEST_CASE("every format of archive is told, and its files come out as they went in") {
  struct Row {
    std::string name, format, filter, sniffed;
  };
  const Row rows[] = {
      {"a.tar", "ustar", "none", "tar"},    {"a.tar", "pax", "none", "tar"},
      {"a.tar.gz", "pax", "gzip", "gz"},    {"a.tgz", "ustar", "gzip", "gz"},
      {"a.tar.bz2", "pax", "bzip2", "bz2"}, {"a.tar.xz", "pax", "xz", "xz"},
      {"a.tar.zst", "pax", "zstd", "zst"},  {"a.tar.lz4", "pax", "lz4", "lz4"},
      {"a.7z", "7zip", "none", "7z"},
  };
  const std::string text(100'000, 'x');
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const MemorySink sink =
        unpacked(archive_bytes(row.format, row.filter,
                               {{"docs", "", AE_IFDIR}, {"docs/a.txt", text}, {"b.txt", "short"}}),
                 row.name);
    CHECK(sink.document.format == row.sniffed);
    CHECK(sink.document.problems.empty());
    CHECK(sink.document.status == FileStatus::read);
    REQUIRE(sink.document.members.size() == 2);
    CHECK(sink.document.members[0].path == "docs/a.txt");
    CHECK(sink.contents[0] == text);
    CHECK(sink.document.members[1].path == "b.txt");
    CHECK(sink.contents[1] == "short");
  }
}

TEST_CASE("RAR archives of both formats are read") {
  for (const std::string& bytes : {rar4_bytes({{"a.txt", "first"}, {"docs/b.txt", "second"}}),
                                   rar5_bytes({{"a.txt", "first"}, {"docs/b.txt", "second"}})}) {
    const MemorySink sink = unpacked(bytes, "a.rar");
    CHECK(sink.document.format == "rar");
    CHECK(sink.document.problems.empty());
    REQUIRE(sink.document.members.size() == 2);
    CHECK(sink.document.members[1].path == "docs/b.txt");
    CHECK(sink.contents[0] == "first");
    CHECK(sink.contents[1] == "second");
  }
}

TEST_CASE("a single compressed file is a member with the name of the archive") {
  for (const auto& [name, filter] :
       {std::pair("申报书.docx.gz", "gzip"), std::pair("申报书.docx.xz", "xz")}) {
    const MemorySink sink = unpacked(archive_bytes("raw", filter, {{"x", "content"}}), name);
    REQUIRE(sink.document.members.size() == 1);
    CHECK(sink.document.members[0].path == "申报书.docx");
    CHECK(sink.contents[0] == "content");
  }
}

TEST_CASE("names keep their characters whatever the program's locale is") {
  const MemorySink seven = unpacked(archive_bytes("7zip", "none", {{"a.txt", "x"}}), "a.7z");
  CHECK(seven.document.members[0].problems.empty());
  const MemorySink rar =
      unpacked(rar5_bytes({{"申请书/说明.txt", "x"}, {"\U0001F44B.txt", "y"}}), "a.rar");
  CHECK(rar.document.members[0].path == "申请书/说明.txt");
  CHECK(rar.document.members[1].path == "\U0001F44B.txt");
  CHECK(rar.document.members[1].problems.empty());
}

TEST_CASE("names in GBK are voted on, in tar and in old RAR") {
  for (const std::string& bytes :
       {archive_bytes("ustar", "none", {{kGbkName, "x"}}), rar4_bytes({{kGbkName, "x"}})}) {
    const MemorySink sink = unpacked(bytes, "a");
    REQUIRE(sink.document.members.size() == 1);
    CHECK(sink.document.members[0].path == "申请书.txt");
    CHECK(kind_of(sink.document.members[0]) == "name-encoding");
  }
  // The second byte of 賊 is a backslash, the border between names in RAR.
  const MemorySink sink = unpacked(rar4_bytes({{"\xD9\x5C.txt", "x"}}), "a.rar");
  CHECK(sink.document.members[0].path == "賊.txt");
}

TEST_CASE("what is no file, or has a name that climbs, is named and refused") {
  const MemorySink sink = unpacked(archive_bytes("ustar", "none",
                                                 {{"link", "/etc/passwd", AE_IFLNK},
                                                  {"pipe", "", AE_IFIFO},
                                                  {"../a.txt", "x"},
                                                  {"two.txt", "x"},
                                                  {"two.txt", "y"},
                                                  {".DS_Store", "x"},
                                                  {"good.txt", "x"}}),
                                   "a.tar");
  const std::vector<Member>& members = sink.document.members;
  REQUIRE(members.size() == 7);
  CHECK(kind_of(members[0]) == "symlink");
  CHECK(kind_of(members[1]) == "not-a-file");
  CHECK(kind_of(members[2]) == "unsafe-name");
  CHECK(kind_of(members[3]) == "name-clash");
  CHECK(kind_of(members[4]) == "name-clash");
  for (std::size_t i = 0; i < 5; ++i) CHECK(members[i].status == FileStatus::refused);
  CHECK(members[5].status == FileStatus::ignored);
  CHECK(members[6].status == FileStatus::read);
}

TEST_CASE("an encrypted file of a RAR archive is said, the others are read") {
  const std::vector<RarEntry> entries = {
      {"a.txt", "first"}, {"secret.txt", "0123456789abcdef", true}, {"b.txt", "second"}};
  for (const std::string& bytes : {rar4_bytes(entries), rar5_bytes(entries)}) {
    const MemorySink sink = unpacked(bytes, "a.rar");
    REQUIRE(sink.document.members.size() == 3);
    CHECK(sink.contents[0] == "first");
    CHECK(kind_of(sink.document.members[1]) == "encrypted");
    CHECK(sink.document.members[1].status == FileStatus::unreadable);
    CHECK(sink.contents[2] == "second");
  }
}

TEST_CASE("an archive whose names are encrypted, and a volume, are said to be that") {
  const std::vector<RarEntry> entries = {{"a.txt", "first"}};
  for (const auto& [flag, kind] : {std::pair(RarFlag::encrypted_headers, "encrypted"),
                                   std::pair(RarFlag::volume, "multi-volume")}) {
    for (const std::string& bytes : {rar4_bytes(entries, flag), rar5_bytes(entries, flag)}) {
      const MemorySink sink = unpacked(bytes, "a.rar");
      CHECK(sink.document.status == FileStatus::unreadable);
      CHECK(detail_of(sink.document, kind).size() > 20);
      CHECK(sink.document.members.empty());
    }
  }
}

TEST_CASE("names of volumes are known, others are not taken for them") {
  for (const char* name :
       {"a.part1.rar", "资料.PART02.RAR", "a.r00", "a.z01", "a.7z.001", "a.zip.002"})
    CHECK(is_volume_name(name));
  for (const char* name : {"a.rar", "a.zip", "a.001", "party.rar", "a.r", "readme.md", "GB.T.001"})
    CHECK_FALSE(is_volume_name(name));
  const MemorySink sink = unpacked("\x01\x02\x03 the middle of an archive", "a.7z.002");
  CHECK(sink.document.has_problem("multi-volume"));
}

TEST_CASE("a bad checksum costs its file alone") {
  const std::vector<RarEntry> entries = {
      {"a.txt", "first"}, {"bad.txt", "second", false, 1}, {"c.txt", "third"}};
  for (const std::string& bytes : {rar4_bytes(entries), rar5_bytes(entries)}) {
    const MemorySink sink = unpacked(bytes, "a.rar");
    REQUIRE(sink.document.members.size() == 3);
    CHECK(sink.contents[0] == "first");
    CHECK(kind_of(sink.document.members[1]) == "checksum");
    CHECK(sink.document.members[1].status == FileStatus::unreadable);
    CHECK(sink.contents[2] == "third");
    CHECK(sink.document.members[2].status == FileStatus::read);
  }
}

TEST_CASE("an archive that was cut off is partial, and says so") {
  const std::string first(20'000, 'a');
  const std::string rar = rar5_bytes({{"a.txt", first}, {"b.txt", std::string(20'000, 'b')}});
  const std::string tar =
      archive_bytes("ustar", "none", {{"a.txt", first}, {"b.txt", std::string(20'000, 'b')}});
  for (const std::string& whole : {rar, tar}) {
    for (const std::size_t size : {std::size_t{25'000}, std::size_t{21'100}}) {
      const MemorySink sink = unpacked(whole.substr(0, size), "a");
      CAPTURE(size, whole.substr(0, 3));
      CHECK(sink.document.status == FileStatus::partial);
      CHECK(sink.document.has_problem("damaged-archive"));
      REQUIRE_FALSE(sink.contents.empty());
      CHECK(sink.document.members[0].status == FileStatus::read);
    }
  }
}

TEST_CASE("an archive of which nothing can be had says what to do") {
  const MemorySink rar = unpacked("Rar!\x1A\x07\x01\0"s + std::string(100, '\0'), "a.rar");
  CHECK(rar.document.status == FileStatus::unreadable);
  CHECK(rar.document.has_problem("damaged-archive"));
  CHECK(rar.document.has_problem("format-rar"));
  const std::string seven = archive_bytes("7zip", "none", {{"a.txt", std::string(5000, 'x')}});
  CHECK(unpacked(seven.substr(0, 60), "a.7z").document.status == FileStatus::unreadable);
  const MemorySink empty = unpacked(rar5_bytes({}), "a.rar");
  CHECK(empty.document.status == FileStatus::read);
  CHECK(empty.document.has_problem("empty-archive"));
}

TEST_CASE("what is compressed and holds no archive and no file is damaged") {
  for (const char* filter : {"gzip", "xz", "zstd"}) {
    CAPTURE(filter);
    const Document document = read_bytes(archive_bytes("raw", filter, {{"a", ""}}), "资料.gz");
    CHECK(document.status == FileStatus::unreadable);
    CHECK(document.has_problem("damaged-archive"));
  }
}

TEST_CASE("budgets hold: entries, bytes out, and what is unpacked only to be passed over") {
  Limits limits;
  limits.entries = 2;
  const MemorySink many = unpacked(
      archive_bytes("ustar", "none", {{"a", "x"}, {"b", "x"}, {"c", "x"}}), "a.tar", limits);
  CHECK(many.document.status == FileStatus::refused);
  CHECK(many.document.has_problem("entry-limit"));
  CHECK(many.document.members.empty());

  const std::string bomb =
      archive_bytes("ustar", "gzip", {{"zeros", std::string(40 << 20, '\0')}, {"good.txt", "x"}});
  const MemorySink sink = unpacked(bomb, "a.tar.gz");
  CHECK(sink.document.status == FileStatus::partial);
  CHECK(sink.document.has_problem("ratio-limit"));
  REQUIRE(sink.document.members.size() == 1);
  CHECK(kind_of(sink.document.members[0]) == "ratio-limit");
  CHECK(sink.document.members[0].status == FileStatus::refused);
}

TEST_CASE("the archive behind a self-extractor's program is read") {
  for (const std::string& archive :
       {rar4_bytes({{"a.txt", "first"}}), rar5_bytes({{"a.txt", "first"}}),
        archive_bytes("7zip", "none", {{"a.txt", "first"}})}) {
    const MemorySink sink = unpacked("MZ" + std::string(300'000, '\x90') + archive, "a.exe");
    REQUIRE(sink.contents.size() == 1);
    CHECK(sink.contents[0] == "first");
    CHECK_FALSE(sink.document.has_problem("wrong-extension"));
  }
  CHECK(unpacked("MZ\x90\0"s + std::string(60, '\0'), "a.exe").document.format == "unknown");
}

}  // namespace biaoshen
