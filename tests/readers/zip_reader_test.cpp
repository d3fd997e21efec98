// Claims about ZIP archives: what comes out of them, and what is never opened.
#include <catch2/catch.hpp>

#include "tests/readers/archive_maker.h"
#include "tests/readers/memory_sink.h"
#include "tests/readers/office_maker.h"

namespace biaoshen {

using namespace std::string_literals;

namespace {

const ZipEntry kGood{.name = "readme.txt", .data = "good"};

// The member after a good one, with the good one required to be untouched.
Member second_of(const ZipEntry& entry) {
  const Document document = read_bytes(zip_bytes({kGood, entry}), "a.zip");
  CHECK(document.format == "zip");
  CHECK(document.status == FileStatus::read);
  REQUIRE(document.members.size() == 2);
  CHECK(document.members[0].status == FileStatus::read);
  CHECK(document.members[0].bytes == kGood.data.size());
  return document.members[1];
}

}  // namespace

TEST_CASE("files of an archive are its members, folders are not") {
  const std::string bytes = zip_bytes({{.name = "docs/", .mode = 040755},
                                       {.name = "docs/a.txt", .data = "one"},
                                       {.name = "b.txt", .data = ""}});
  const MemoryFile file(bytes, "a.zip");
  const Document document = read_bytes(bytes, "a.zip");
  REQUIRE(document.members.size() == 2);
  CHECK(document.members[0].path == "docs/a.txt");
  CHECK(document.members[0].bytes == 3);
  CHECK(document.members[1].path == "b.txt");
  CHECK(document.members[1].status == FileStatus::read);
  CHECK(document.pages.empty());
}

TEST_CASE("deflated entries come out as they went in") {
  const std::string text(100'000, 'x');
  const Document document = read_bytes(zip_of({{"申报书.txt", text}}), "a.zip");
  REQUIRE(document.members.size() == 1);
  CHECK(document.members[0].path == "申报书.txt");
  CHECK(document.members[0].problems.empty());
  CHECK(document.members[0].bytes == text.size());
}

TEST_CASE("names in GBK are read, and their bytes kept") {
  const Document document =
      read_bytes(zip_bytes({{.name = "\xC9\xEA\xC7\xEB\xCA\xE9.txt", .data = "x"}}), "a.zip");
  REQUIRE(document.members.size() == 1);
  CHECK(document.members[0].path == "申请书.txt");
  CHECK(kind_of(document.members[0]) == "name-encoding");
}

TEST_CASE("a name stated a second time in Unicode is that name, if it is of the same name") {
  // Field 0x7075: version, checksum of the name in the other encoding, the name in UTF-8.
  const auto unicode_field = [](std::uint32_t checksum) {
    const std::string text = "说明.txt";
    return "\x75\x70"s + number_bytes(5 + text.size(), 2, false) + "\1" +
           number_bytes(checksum, 4, false) + text;
  };
  const std::string name = "\xC9\xEA\xC7\xEB\xCA\xE9.txt";
  const std::uint32_t checksum = crc32_of(name);
  const Member right = second_of({.name = name, .data = "x", .extra = unicode_field(checksum)});
  CHECK(right.path == "说明.txt");
  CHECK(right.problems.empty());
  const Member stale = second_of({.name = name, .data = "x", .extra = unicode_field(checksum + 1)});
  CHECK(stale.path == "申请书.txt");
  CHECK(kind_of(stale) == "name-encoding");
}

TEST_CASE("an entry that cannot be read says why, and the others are read") {
  struct Row {
    ZipEntry entry;
    FileStatus status;
    std::string kind;
  };
  const Row rows[] = {
      {{.name = "e.txt", .data = "0123456789abcdef", .flags = 1},
       FileStatus::unreadable,
       "encrypted"},
      {{.name = "m.txt", .data = "0123", .method = 97},
       FileStatus::unreadable,
       "compression-method"},
      {{.name = "m.txt", .data = "0123", .method = 9},
       FileStatus::unreadable,
       "compression-method"},
      {{.name = "c.txt", .data = "0123", .wrong = 1}, FileStatus::unreadable, "checksum"},
      {{.name = "d.txt", .data = "\xFF\xFF\xFF", .method = 8},
       FileStatus::unreadable,
       "damaged-archive"},
      {{.name = "l.txt", .data = "/etc/passwd", .mode = 0120777}, FileStatus::refused, "symlink"},
      {{.name = "n.txt", .data = "x", .header_name = "evil.exe"},
       FileStatus::refused,
       "inconsistent-entry"},
      {{.name = "../a.txt", .data = "x"}, FileStatus::refused, "unsafe-name"},
      {{.name = "report.pdf\0.exe"s, .data = "x"}, FileStatus::refused, "unsafe-name"},
      {{.name = "Thumbs.db", .data = "x"}, FileStatus::ignored, "litter"},
  };
  for (const Row& row : rows) {
    const Member member = second_of(row.entry);
    CAPTURE(row.entry.name, row.kind);
    CHECK(member.status == row.status);
    CHECK(kind_of(member) == row.kind);
  }
}

TEST_CASE("a size that lies is found out, in both directions") {
  // Deflate: one stored block of ten bytes.
  const std::string ten = "\x01\x0A\x00\xF5\xFF"s + "0123456789";
  const Member more =
      second_of({.name = "a", .data = ten, .method = 8, .stated_size = 4, .plain = "0123456789"});
  CHECK(more.status == FileStatus::refused);
  CHECK(kind_of(more) == "size-mismatch");
  const Member less = second_of(
      {.name = "a", .data = ten, .method = 8, .stated_size = 4'000'000, .plain = "0123456789"});
  CHECK(less.status == FileStatus::unreadable);
  CHECK(kind_of(less) == "size-mismatch");
}

TEST_CASE("entries that share their data are a bomb: nothing is opened") {
  std::vector<ZipEntry> entries = {{.name = "0", .data = std::string(1000, 'x')}};
  for (int i = 1; i < 20; ++i) {
    entries.push_back(entries[0]);
    entries.back().name = std::to_string(i);
    entries.back().shares = 0;
  }
  const Document document = read_bytes(zip_bytes(entries), "a.zip");
  CHECK(document.status == FileStatus::refused);
  CHECK(detail_of(document, "ratio-limit").find("20000 > ") != std::string::npos);
  CHECK(document.members.empty());
}

TEST_CASE("an entry that explodes is refused") {
  const Document document =
      read_bytes(zip_of({{"a", std::string(64 << 20, 'A')}, {"b", "good"}}), "a.zip");
  REQUIRE(document.members.size() == 2);
  CHECK(kind_of(document.members[0]) == "ratio-limit");
  CHECK(document.members[0].status == FileStatus::refused);
  CHECK(document.members[1].status == FileStatus::read);
}

TEST_CASE("more entries than the limit: nothing is opened") {
  Limits limits;
  limits.entries = 1;
  const Document document =
      read_bytes(zip_bytes({kGood, {.name = "b.txt", .data = "x"}}), "a.zip", limits);
  CHECK(document.status == FileStatus::refused);
  CHECK(detail_of(document, "entry-limit") == "2 > 1");
  CHECK(document.members.empty());
}

TEST_CASE("an archive of nothing, and what is no archive") {
  const Document empty = read_bytes(zip_bytes({}), "a.zip");
  CHECK(empty.status == FileStatus::read);
  CHECK(empty.has_problem("empty-archive"));
  const std::string whole = zip_bytes({kGood});
  const Document cut = read_bytes(whole.substr(0, whole.size() - 30), "a.zip");
  CHECK(cut.status == FileStatus::unreadable);
  CHECK(cut.has_problem("damaged-archive"));
}

TEST_CASE("a self-extracting archive is read, its program is not looked at") {
  const std::string bytes = zip_bytes({kGood}, "MZ" + std::string(5000, '\x90'));
  const Document document = read_bytes(bytes, "a.exe");
  CHECK(document.format == "zip");
  REQUIRE(document.members.size() == 1);
  CHECK(document.members[0].status == FileStatus::read);
  CHECK_FALSE(document.has_problem("wrong-extension"));
}

TEST_CASE("the last volume of a ZIP archive says what it is") {
  std::string bytes = zip_bytes({kGood});
  bytes[bytes.size() - 18] = 2;  // number of this disk
  bytes[bytes.size() - 16] = 1;  // disk of the directory
  const Document document = read_bytes(bytes, "a.zip");
  CHECK(document.status == FileStatus::unreadable);
  CHECK(document.has_problem("multi-volume"));
}

}  // namespace biaoshen
