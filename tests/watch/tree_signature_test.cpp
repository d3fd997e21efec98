// What a tree looks like from outside, and which change of it is seen.
#include "pipeline/watch/tree_signature.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "tests/watch/scratch_folder.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

void set_times(const fs::path& path, std::int64_t seconds) {
  const timespec times[2] = {{seconds, 0}, {seconds, 0}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW) == 0);
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void append(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::app) << bytes;
}

// Folders in folders, deeper than one path can say.
int make_deep(const fs::path& top, int depth) {
  fs::create_directories(top);
  int at = ::open(top.c_str(), O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < depth; ++i) {
    REQUIRE(::mkdirat(at, "名称很长的文件夹", 0700) == 0);
    const int next = ::openat(at, "名称很长的文件夹", O_RDONLY | O_DIRECTORY);
    REQUIRE(next >= 0);
    ::close(at);
    at = next;
  }
  return at;
}

}  // namespace

TEST_CASE("a tree that nobody touches looks the same, and is counted") {
  const test::ScratchFolder folder;
  folder.file("材料/a.docx", "12345");
  folder.file("材料/附件/b.pdf", "123");
  const TreeState state = tree_state(folder / "材料");
  CHECK(state.signature.size() == 64);
  CHECK(tree_state(folder / "材料").signature == state.signature);
  CHECK(state.files == 2);
  CHECK(state.bytes == 8);
  CHECK(state.unfinished.empty());
  CHECK(state.unreadable.empty());
}

TEST_CASE("every change of a tree is seen") {
  const test::ScratchFolder folder;
  const fs::path root = folder / "材料", file = folder.file("材料/附件/a.docx", "12345");
  const std::int64_t written = now() - 1000;
  set_times(file, written);
  const std::string before = tree_state(root).signature;

  SECTION("a file grows") {
    append(file, "6");
  }
  SECTION("a file is written over with as many bytes, and its old time is set again") {
    std::ofstream(file, std::ios::binary) << "54321";
    set_times(file, written);
  }
  SECTION("a file takes another's place") {
    folder.file("other", "12345");
    set_times(folder / "other", written);
    fs::rename(folder / "other", file);
  }
  SECTION("a file comes, even an empty one") {
    folder.file("材料/b", "");
  }
  SECTION("a folder comes") {
    fs::create_directory(root / "新");
  }
  SECTION("a file goes") {
    fs::remove(file);
  }
  SECTION("a file gets another name") {
    fs::rename(file, root / "附件" / "b.docx");
  }
  SECTION("a file is moved to another folder") {
    fs::rename(file, root / "a.docx");
  }
  SECTION("a folder gets another name") {
    fs::rename(root / "附件", root / "附");
  }
  SECTION("a file gets other permissions") {
    fs::permissions(file, fs::perms::owner_all);
  }
  SECTION("a file becomes a link") {
    fs::remove(file);
    fs::create_symlink("/etc/passwd", file);
  }
  CHECK(tree_state(root).signature != before);
}

TEST_CASE("a dossier that is one file is a tree, too") {
  const test::ScratchFolder folder;
  const fs::path file = folder.file("材料.zip", "123");
  const TreeState state = tree_state(file);
  CHECK(state.files == 1);
  CHECK(state.bytes == 3);
  append(file, "4");
  CHECK(tree_state(file).signature != state.signature);
}

TEST_CASE("what is not there has no signature") {
  const test::ScratchFolder folder;
  CHECK(tree_state(folder / "none").signature.empty());
  folder.file("file");
  CHECK(tree_state(folder / "file" / "below").signature.empty());
}

TEST_CASE("links are not followed: neither in the tree nor at its root") {
  const test::ScratchFolder folder;
  folder.file("outside/a.docx", "12345");
  fs::create_directory(folder / "材料");
  fs::create_directory_symlink(folder / "outside", folder / "材料" / "link");
  fs::create_directory_symlink(folder / "outside", folder / "root");
  const std::string before = tree_state(folder / "材料").signature;
  const std::string root = tree_state(folder / "root").signature;
  CHECK(tree_state(folder / "材料").bytes < 1000);
  append(folder / "outside" / "a.docx", "6");
  folder.file("outside/b.docx");
  CHECK(tree_state(folder / "材料").signature == before);
  CHECK(tree_state(folder / "root").signature == root);
}

TEST_CASE("a link that leads to the tree is followed: it is not the applicant's") {
  const test::ScratchFolder folder;
  folder.file("real/材料/a.docx", "12345");
  fs::create_directory_symlink(folder / "real", folder / "inbox");
  CHECK(tree_state(folder / "inbox" / "材料").signature ==
        tree_state(folder / "real" / "材料").signature);
}

TEST_CASE("pipes and names of any bytes are signed, not opened") {
  const test::ScratchFolder folder;
  folder.file("材料/a\nb\x01\xFF.docx");
  const std::string before = tree_state(folder / "材料").signature;
  REQUIRE(::mkfifo((folder / "材料/pipe").c_str(), 0600) == 0);
  const TreeState state = tree_state(folder / "材料");
  CHECK(state.signature != before);
  CHECK(state.files == 2);
}

TEST_CASE("two names are not taken for one with a line break") {
  const test::ScratchFolder folder;
  folder.file("一/a\nb");
  folder.file("二/a");
  folder.file("二/b");
  CHECK(tree_state(folder / "一").signature != tree_state(folder / "二").signature);
}

TEST_CASE("a change deeper than one path can say is seen") {
  const test::ScratchFolder folder;
  const int deepest = make_deep(folder / "材料", 200);  // 4,800 bytes of names
  const std::string before = tree_state(folder / "材料").signature;
  CHECK(tree_state(folder / "材料").signature == before);
  ::close(::openat(deepest, "a.docx", O_CREAT | O_WRONLY, 0600));
  ::close(deepest);
  const TreeState state = tree_state(folder / "材料");
  CHECK(state.signature != before);
  CHECK(state.files == 1);
  CHECK(state.unreadable.empty());
}

TEST_CASE("a tree deeper than any review lists it is signed down to there, in bounded time") {
  const test::ScratchFolder folder;
  ::close(make_deep(folder / "材料", 600));
  const TreeState state = tree_state(folder / "材料");
  CHECK(state.signature.size() == 64);
  CHECK(state.unreadable.empty());
}

TEST_CASE("a file with a temporary name is told, with its place") {
  const test::ScratchFolder folder;
  folder.file("材料/附件/a.pdf");
  CHECK(tree_state(folder / "材料").unfinished.empty());
  folder.file("材料/附件/.b.pdf.x9Zq3A");
  CHECK(tree_state(folder / "材料").unfinished == "材料/附件/.b.pdf.x9Zq3A");
  folder.file("材料.zip.crdownload");
  CHECK(tree_state(folder / "材料.zip.crdownload").unfinished == "材料.zip.crdownload");
}

TEST_CASE("litter of systems holds nothing back: what is written into it changes nothing") {
  const test::ScratchFolder folder;
  folder.file("材料/a.pdf");
  folder.file("材料/Thumbs.db", "1");
  folder.file("材料/@eaDir/a.pdf/SYNOVIDEO.tmp", "1");
  const TreeState before = tree_state(folder / "材料");
  CHECK(before.unfinished.empty());
  CHECK(before.files == 1);
  append(folder / "材料/Thumbs.db", "2");
  folder.file("材料/@eaDir/b.pdf/x.part", "1");
  CHECK(tree_state(folder / "材料").signature == before.signature);
}

TEST_CASE("a lock of Word is told while it is fresh") {
  const test::ScratchFolder folder;
  folder.file("材料/附件2.docx");
  const fs::path lock = folder.file("材料/~$附件2.docx");
  CHECK(tree_state(folder / "材料").locked == "材料/~$附件2.docx");
  set_times(lock, now() - 20 * 3600);
  CHECK(tree_state(folder / "材料").locked == "材料/~$附件2.docx");
  set_times(lock, now() + 20 * 24 * 3600);  // a clock that is ahead
  CHECK(tree_state(folder / "材料").locked == "材料/~$附件2.docx");
}

TEST_CASE("a lock that was written a day before anything else changed is a relic") {
  const test::ScratchFolder folder;
  folder.file("材料/附件2.docx");
  const fs::path lock = folder.file("材料/~$附件2.docx");
  set_times(lock, now() - 25 * 3600);  // as a copy of it has that kept its time
  CHECK(tree_state(folder / "材料").locked.empty());
}

TEST_CASE("a folder that may not be listed is signed; only a closed root is told") {
  const test::ScratchFolder folder;
  folder.file("材料/开/a.pdf");
  folder.file("材料/闭/b.pdf");
  // The superuser may list everything, so another one asks.
  const bool is_superuser = ::geteuid() == 0;
  const auto seen_by_other = [&] {
    if (is_superuser) REQUIRE(::seteuid(65534) == 0);
    const TreeState state = tree_state(folder / "材料");
    if (is_superuser) REQUIRE(::seteuid(0) == 0);
    return state;
  };
  fs::permissions(folder / "材料" / "闭", fs::perms::none);
  const TreeState closed = seen_by_other();
  CHECK(closed.files == 1);
  CHECK(closed.unreadable.empty());
  fs::permissions(folder / "材料" / "闭", fs::perms::all);
  const TreeState mended = seen_by_other();
  CHECK(mended.signature != closed.signature);
  CHECK(mended.files == 2);
  fs::permissions(folder / "材料", fs::perms::none);
  const TreeState none = seen_by_other();
  fs::permissions(folder / "材料", fs::perms::all);
  CHECK_FALSE(none.signature.empty());
  CHECK(none.unreadable.find("材料: ") == 0);
}

TEST_CASE("a tree of a thousand files is looked at in a moment") {
  const test::ScratchFolder folder;
  for (int i = 0; i < 1000; ++i)
    folder.file("材料/" + std::to_string(i % 20) + "/" + std::to_string(i) + ".pdf");
  const auto begin = std::chrono::steady_clock::now();
  CHECK(tree_state(folder / "材料").files == 1000);
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(took < std::chrono::seconds(10));
  std::cout << "tree_state: " << std::chrono::duration<double, std::micro>(took).count() / 1000
            << " µs a file\n";
}
