// Opening what outsiders may swap for a link at any moment.
#include "pipeline/base/open_plain.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "pipeline/base/sha256.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder()
      : path_(fs::canonical(fs::temp_directory_path()) /
              ("biaoshen-open-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  fs::path operator/(const std::string& name) const { return path_ / name; }
  fs::path file(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  fs::path path_;
};

NotOpened refusal(const fs::path& path) {
  const auto opened = open_plain_file(path);
  REQUIRE_FALSE(opened);
  return opened.error();
}

std::vector<std::string> names(const FolderListing& listing) {
  std::vector<std::string> found;
  for (const FolderEntry& entry : listing.entries) found.push_back(entry.name);
  return found;
}

// Exchanges two names again and again, until it goes.
class Swapper {
 public:
  Swapper(fs::path a, fs::path b)
      : thread_([this, a = std::move(a), b = std::move(b)] {
          while (!is_over_)
            if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0)
              ++swaps_;
        }) {}
  ~Swapper() {
    is_over_ = true;
    thread_.join();
  }
  int swaps() const { return swaps_; }

 private:
  std::atomic<bool> is_over_ = false;
  std::atomic<int> swaps_ = 0;
  std::thread thread_;
};

}  // namespace

TEST_CASE("a file is opened, and its bytes are its own") {
  const Folder folder;
  const auto opened = open_plain_file(folder.file("附件/a.txt", "abc"));
  REQUIRE(opened);
  CHECK(sha256_of_open_file(opened->value()).value() == sha256("abc"));
}

TEST_CASE("a link is not followed, wherever on the way it lies") {
  const Folder folder;
  const fs::path real = folder.file("real/below/a.txt", "abc");
  fs::create_symlink(real, folder / "link.txt");
  fs::create_directory_symlink(folder / "real", folder / "link");
  CHECK(refusal(folder / "link.txt") == NotOpened::link);
  CHECK(refusal(folder / "link/below/a.txt") == NotOpened::link);
  CHECK(list_plain_folder(folder / "link").error == ELOOP);
  CHECK(list_plain_folder(folder / "link/below").error == ELOOP);
}

TEST_CASE("what is no regular file is refused, a pipe without waiting for its writer") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(refusal(folder / "pipe") == NotOpened::not_a_file);
  CHECK(refusal(folder / "") == NotOpened::not_a_file);
  CHECK(refusal("/dev/null") == NotOpened::not_a_file);
  CHECK(refusal(folder / "none") == NotOpened::gone);
  CHECK(refusal(folder.file("file", "") / "below") == NotOpened::gone);
}

TEST_CASE("a hard link is a file like any other") {
  const Folder folder;
  fs::create_hard_link(folder.file("a", "abc"), folder / "b");
  CHECK(open_plain_file(folder / "b"));
}

TEST_CASE("a path longer than the kernel takes at once is opened name by name, links refused") {
  const Folder folder;
  fs::path deep = folder / "deep";
  fs::create_directory(deep);
  const std::string name(200, 'n');
  int at = ::open(deep.c_str(), O_RDONLY | O_DIRECTORY);
  for (int level = 0; level < 25; ++level) {
    REQUIRE(::mkdirat(at, name.c_str(), 0700) == 0);
    const int next = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
    ::close(at);
    at = next;
    deep /= name;
  }
  const int file = ::openat(at, "a.txt", O_CREAT | O_WRONLY, 0600);
  REQUIRE(::write(file, "abc", 3) == 3);
  ::close(file);
  REQUIRE(::symlinkat("a.txt", at, "link.txt") == 0);
  REQUIRE(::symlinkat("/etc", at, "folder") == 0);
  ::close(at);
  const auto opened = open_plain_file(deep / "a.txt");
  REQUIRE(opened);
  CHECK(sha256_of_open_file(opened->value()).value() == sha256("abc"));
  CHECK(refusal(deep / "link.txt") == NotOpened::link);
  CHECK_FALSE(open_plain_file(deep / "folder" / "passwd"));
  CHECK(names(list_plain_folder(deep)) == std::vector<std::string>{"a.txt", "folder", "link.txt"});
  CHECK(list_plain_folder(deep / "folder").error != 0);
}

TEST_CASE("a folder is listed by the bytes of its names, with what each entry is itself") {
  const Folder folder;
  folder.file("甲", "12");
  folder.file("a\nb", "1");
  folder.file(".hidden", "1");
  fs::create_symlink("/etc/passwd", folder / "link");
  const FolderListing listing = list_plain_folder(folder / "");
  CHECK(listing.error == 0);
  CHECK(names(listing) == std::vector<std::string>{".hidden", "a\nb", "link", "甲"});
  CHECK(S_ISLNK(listing.entries[2].status.st_mode));
  CHECK(listing.entries[3].status.st_size == 2);
  CHECK(list_plain_folder(folder / "none").error == ENOENT);
  CHECK(list_plain_folder(folder / "甲").error == ENOTDIR);
}

TEST_CASE("a file that is swapped for a link all the time never leads outside") {
  const Folder folder;
  const fs::path own = folder.file("dossier/a.txt", "own");
  const std::string own_sha256 = sha256("own");
  fs::create_symlink(folder.file("outside.txt", "secret"), folder / "trap");
  const Swapper swapper(own, folder / "trap");
  int opened = 0, refused = 0;
  for (int look = 0; look < 20'000 || (look < 2'000'000 && (opened == 0 || refused == 0)); ++look) {
    const auto file = open_plain_file(own);
    if (!file) {
      ++refused;
    } else {
      ++opened;
      if (sha256_of_open_file(file->value()).value() != own_sha256) FAIL("led outside");
    }
  }
  CHECK(opened > 0);
  CHECK(refused > 0);
}

TEST_CASE("a folder that is swapped for a link all the time never leads outside") {
  const Folder folder;
  const fs::path own = folder.file("dossier/附件/a.txt", "own");
  const std::string own_sha256 = sha256("own");
  folder.file("outside/a.txt", "secret");
  folder.file("outside/b.txt", "secret");
  fs::create_directory_symlink(folder / "outside", folder / "trap");
  const Swapper swapper(own.parent_path(), folder / "trap");
  int opened = 0, refused = 0;
  for (int look = 0; look < 20'000 || (look < 2'000'000 && (opened == 0 || refused == 0)); ++look) {
    const auto file = open_plain_file(own);
    if (!file) {
      ++refused;
    } else {
      ++opened;
      if (sha256_of_open_file(file->value()).value() != own_sha256) FAIL("led outside");
    }
    if (list_plain_folder(own.parent_path()).entries.size() > 1) FAIL("listed outside");
  }
  CHECK(opened > 0);
  CHECK(refused > 0);
}

TEST_CASE("what leads to a path is made plain, its last name is left as it is") {
  const Folder folder;
  folder.file("real/a.txt", "abc");
  fs::create_directory_symlink(folder / "real", folder / "link");
  CHECK(with_plain_parent(folder / "link/a.txt") == folder / "real/a.txt");
  CHECK(with_plain_parent(folder / "link") == folder / "link");
  CHECK(with_plain_parent(folder / "link/") == folder / "link");
  CHECK(with_plain_parent(folder / "link/.") == folder / "real");
  CHECK(with_plain_parent(folder / "real/../real/a.txt") == folder / "real/a.txt");
}

TEST_CASE("a descriptor closes itself, once") {
  const Folder folder;
  int number = -1;
  {
    Descriptor first(::open(folder.file("a", "").c_str(), O_RDONLY));
    Descriptor second(std::move(first));
    first = std::move(second);
    number = first.value();
    REQUIRE(::fcntl(number, F_GETFD) >= 0);
  }
  CHECK(::fcntl(number, F_GETFD) == -1);
}
