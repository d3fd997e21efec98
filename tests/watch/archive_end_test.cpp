// Archives as they look while they are still being copied.
#include "pipeline/watch/archive_end.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/readers/archive_maker.h"
#include "tests/readers/office_maker.h"
#include "tests/watch/scratch_folder.h"

using namespace biaoshen;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

// What no packer makes much smaller.
std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 1; bytes.size() < size; state = state * 1664525 + 1013904223)
    bytes += static_cast<char>(state >> 24);
  return bytes;
}

bool has_end(const std::string& bytes) {
  const test::ScratchFolder folder;
  return has_archive_end(folder.file("archive", bytes));
}

// Of this archive each beginning of at least `mark` bytes is unended, but for the last `spare`
// ones.
void check_cuts(const std::string& bytes, std::size_t mark, std::size_t spare = 0) {
  const test::ScratchFolder folder;
  CHECK(has_archive_end(folder.file("whole", bytes)));
  std::size_t ended = 0;
  for (std::size_t length = mark; length + spare < bytes.size(); length += 1 + length / 97)
    if (has_archive_end(folder.file("cut", bytes.substr(0, length)))) {
      UNSCOPED_INFO("has an end at " << length << " of " << bytes.size());
      ++ended;
    }
  CHECK(ended == 0);
}

// As Explorer copies: the file has its size from the beginning, its bytes come later.
void check_filling(const std::string& bytes, std::size_t mark) {
  const test::ScratchFolder folder;
  for (std::size_t length = mark; length + 16 < bytes.size(); length += 1 + length / 9) {
    CAPTURE(length);
    CHECK_FALSE(has_archive_end(folder.file(
        "filling", bytes.substr(0, length) + std::string(bytes.size() - length, '\0'))));
  }
}

const std::vector<TarEntry> kEntries = {{"form.docx", noise(3000)}, {"more/a.pdf", noise(700)}};

std::string zip() {
  return zip_bytes({{"申报书.docx", noise(3000)}, {"附件/a.pdf", noise(700)}});
}

}  // namespace

TEST_CASE("a zip has its end when its directory is there, wherever it was cut before") {
  check_cuts(zip(), 4);
  check_filling(zip(), 4);
}

TEST_CASE("a zip with a long comment has its end when the comment is there") {
  std::string bytes = zip();
  bytes.replace(bytes.size() - 2, 2, little(60000, 2));
  check_cuts(bytes + std::string(60000, 'c'), 4);
}

TEST_CASE("a zip in a zip is not the end of the outer one") {
  check_cuts(zip_bytes({{"inner.zip", zip()}, {"b.pdf", noise(100)}}), 4);
}

TEST_CASE("an empty zip is whole") {
  CHECK(has_end("PK\5\6"s + std::string(18, '\0')));
  CHECK_FALSE(has_end("PK\5\6"s + std::string(17, '\0')));
}

TEST_CASE("a zip of the large kind has its end where its second end record says so") {
  const std::string small = zip();
  const std::string end = small.substr(small.size() - 22);
  const std::string body = small.substr(0, small.size() - 22);
  const auto number = [&](std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(end[at + i]);
    return value;
  };
  const std::string end64 = "PK\6\6"s + little(44, 8) + little(45, 2) + little(45, 2) +
                            little(0, 4) + little(0, 4) + little(2, 8) + little(2, 8) +
                            little(number(12), 8) + little(number(16), 8);
  const std::string locator = "PK\6\7"s + little(0, 4) + little(body.size(), 8) + little(1, 4);
  const std::string end32 = "PK\5\6"s + little(0, 4) + little(0xFFFF, 2) + little(0xFFFF, 2) +
                            little(0xFFFFFFFF, 4) + little(0xFFFFFFFF, 4) + little(0, 2);
  check_cuts(body + end64 + locator + end32, 4);
  CHECK_FALSE(has_end(body + std::string(end64.size(), '\0') + locator + end32));
}

TEST_CASE("the last of several volumes of a zip is taken as it is") {
  std::string bytes = zip();
  bytes.replace(bytes.size() - 18, 4, little(1, 2) + little(1, 2));
  CHECK(has_end(bytes));
}

TEST_CASE("a 7z has its end when its header is there, with its checksum") {
  const std::string bytes = archive_bytes("7zip", "none", kEntries);
  check_cuts(bytes, 6);
  check_filling(bytes, 6);
  CHECK_FALSE(has_end(bytes.substr(0, 6) + std::string(26, '\0') + bytes.substr(32)));
}

TEST_CASE("a rar has its end with its end block") {
  const std::vector<RarEntry> entries = {{"a.docx", noise(300)}, {"b.pdf", noise(100)}};
  for (const std::string& bytes : {rar4_bytes(entries), rar5_bytes(entries)}) {
    check_cuts(bytes, 8);
    check_filling(bytes, 8);
  }
}

TEST_CASE("a rar with encrypted headers is believed: only its password would tell") {
  CHECK(has_end(rar4_bytes({{"a", "x"}}, RarFlag::encrypted_headers)));
  CHECK(has_end(rar5_bytes({{"a", "x"}}, RarFlag::encrypted_headers)));
}

TEST_CASE("a tar has its end with its two empty blocks") {
  for (const char* format : {"ustar", "pax"}) {
    const std::string bytes = archive_bytes(format, "none", kEntries);
    const std::size_t last = bytes.find_last_not_of('\0') / 512 * 512 + 512;
    check_cuts(bytes, 262, bytes.size() - last - 1023);  // what follows only fills up
  }
}

TEST_CASE("an xz, bz2 and zst have their ends where their streams say so") {
  check_cuts(archive_bytes("ustar", "xz", kEntries), 6);
  check_cuts(archive_bytes("ustar", "bzip2", kEntries), 10);
  check_cuts(archive_bytes("ustar", "zstd", kEntries), 4);
  for (const char* filter : {"xz", "bzip2", "zstd"})
    check_filling(archive_bytes("ustar", filter, kEntries), 10);
}

TEST_CASE("of a gz only zeros at its end tell that the rest is to come") {
  const std::string bytes = archive_bytes("ustar", "gzip", kEntries);
  CHECK(has_end(bytes));
  check_filling(bytes, 10);
}

TEST_CASE("what is no archive has no end to wait for") {
  for (const std::string& bytes :
       {""s, "P"s, "%PDF-1.7 cut in the mid"s, "BZhao 标准"s, "Rar! is a word"s, "MZ"s + zip(),
        "\x1F"s, std::string(5000, '\0'), "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s})
    CHECK(has_end(bytes));
}

TEST_CASE("links, pipes and what is not there are nothing to wait for") {
  const test::ScratchFolder folder;
  const fs::path cut = folder.file("cut.zip", "PK\3\4");
  fs::create_symlink(cut, folder / "link.zip");
  REQUIRE(::mkfifo((folder / "pipe.zip").c_str(), 0600) == 0);
  CHECK_FALSE(has_archive_end(cut));
  CHECK(has_archive_end(folder / "link.zip"));
  CHECK(has_archive_end(folder / "pipe.zip"));
  CHECK(has_archive_end(folder / "none.zip"));
}

TEST_CASE("the unended archive of a tree is named, litter is not looked at") {
  const test::ScratchFolder folder;
  folder.file("材料/a.docx", zip());
  folder.file("材料/附件/._b.zip", "PK\3\4");
  CHECK(unended_archive(folder / "材料").empty());
  folder.file("材料/附件/b.zip", zip().substr(0, 500));
  CHECK(unended_archive(folder / "材料") == "材料/附件/b.zip");
  CHECK(unended_archive(folder / "材料" / "附件" / "b.zip") == "b.zip");
  CHECK(unended_archive(folder / "none").empty());
}

TEST_CASE("a tree is not left by a link to a folder") {
  const test::ScratchFolder folder;
  folder.file("outside/cut.zip", "PK\3\4");
  fs::create_directory(folder / "材料");
  fs::create_directory_symlink(folder / "outside", folder / "材料" / "link");
  CHECK(unended_archive(folder / "材料").empty());
}

TEST_CASE("an archive of endless small blocks is believed, before long") {
  std::string bytes = "\x28\xB5\x2F\xFD"s + "\x20" + "\1";  // zst: a frame of one repeated byte …
  for (int block = 0; block < 200'000; ++block) bytes += little(1 << 3 | 1 << 1, 3) + "x";
  CHECK(has_end(bytes));
}
