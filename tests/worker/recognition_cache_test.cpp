// Claims about the cache of what was recognised: who gets what, what is left when the disk or
// another process does its worst, and what goes first.
#include "extractors/worker/recognition_cache.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMiB = 1 << 20;

class CacheFolder {
 public:
  CacheFolder()
      : path_(fs::temp_directory_path() / ("biaoshen-cache-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
  }
  ~CacheFolder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }
  std::vector<fs::path> files() const {
    std::vector<fs::path> files;
    if (!fs::exists(path_)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(path_))
      if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
  }

 private:
  fs::path path_;
};

void set_age(const fs::path& file, long seconds) {
  const timespec then{std::time(nullptr) - seconds, 0};
  const timespec times[] = {then, then};
  REQUIRE(::utimensat(AT_FDCWD, file.c_str(), times, 0) == 0);
}

long age_of(const fs::path& file) {
  struct stat about {};
  REQUIRE(::stat(file.c_str(), &about) == 0);
  return std::time(nullptr) - about.st_mtim.tv_sec;
}

// Remembers `count` entries of a block each, each used a while after the one before; their files.
std::vector<fs::path> fill(RecognitionCache& cache, const CacheFolder& folder, int count) {
  std::vector<fs::path> made;
  for (int i = 0; i < count; ++i) {
    cache.remember("file", std::to_string(i), "what it says");
    for (const fs::path& file : folder.files())
      if (std::find(made.begin(), made.end(), file) == made.end()) made.push_back(file);
    REQUIRE(made.size() == static_cast<std::size_t>(i) + 1);
    set_age(made.back(), 10'000 - i);
  }
  return made;
}

int known(const RecognitionCache& cache, int count) {
  int known = 0;
  for (int i = 0; i < count; ++i) known += cache.recall("file", std::to_string(i)).empty() ? 0 : 1;
  return known;
}

// `work` in a process of its own; its exit status.
template <typename Work>
int in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

}  // namespace

TEST_CASE("what was remembered is recalled, by another object and process too") {
  const CacheFolder folder;
  const std::string recognised("a\0b\n", 4);
  RecognitionCache(folder.path(), kMiB, "1").remember("file", "key", recognised);
  const RecognitionCache later(folder.path(), kMiB, "1");
  CHECK(later.recall("file", "key") == recognised);
  CHECK(in_child([&] { return later.recall("file", "key") == recognised ? 0 : 1; }) == 0);
}

TEST_CASE("an entry serves the contents, the picture and the engines it was made of alone") {
  const CacheFolder folder;
  RecognitionCache(folder.path(), kMiB, "1").remember("file", "key", "x");
  const RecognitionCache same(folder.path(), kMiB, "1"), other(folder.path(), kMiB, "2");
  CHECK(same.recall("file", "key") == "x");
  CHECK(same.recall("other file", "key").empty());
  CHECK(same.recall("file", "other key").empty());
  CHECK(other.recall("file", "key").empty());
}

TEST_CASE("no two questions share an entry because their parts run together") {
  const CacheFolder folder;
  RecognitionCache(folder.path(), kMiB, "1").remember("file", "key", "x");
  CHECK(RecognitionCache(folder.path(), kMiB, "1").recall("filekey", "").empty());
  CHECK(RecognitionCache(folder.path(), kMiB, "1").recall("", "filekey").empty());
  CHECK(RecognitionCache(folder.path(), kMiB, "1f").recall("ile", "key").empty());
}

TEST_CASE("an entry that is torn, changed or something else is as if it were not there") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  cache.remember("file", "key", std::string(1000, 'x'));
  REQUIRE(folder.files().size() == 1);
  const fs::path entry = folder.files().front();
  const auto size = fs::file_size(entry);
  for (const std::uintmax_t left : {std::uintmax_t{0}, std::uintmax_t{10}, size - 1}) {
    fs::resize_file(entry, left);
    CHECK(cache.recall("file", "key").empty());
  }
  fs::resize_file(entry, size);  // zeros at its end, as after a power cut
  CHECK(cache.recall("file", "key").empty());
  fs::remove(entry);
  fs::create_symlink("/etc/passwd", entry);
  CHECK(cache.recall("file", "key").empty());
  cache.remember("file", "key", "again");
  CHECK(cache.recall("file", "key") == "again");
}

TEST_CASE("entries are for their owner alone") {
  const CacheFolder folder;
  RecognitionCache(folder.path(), kMiB, "1").remember("file", "key", "x");
  struct stat about {};
  REQUIRE(::stat(folder.files().front().c_str(), &about) == 0);
  CHECK((about.st_mode & 077) == 0);
}

TEST_CASE("deleting the cache while it is in use costs nothing but its contents") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  cache.remember("file", "a", "x");
  fs::remove_all(folder.path());
  CHECK(cache.recall("file", "a").empty());
  CHECK(cache.bytes() == 0);
  cache.trim();
  cache.remember("file", "b", "y");
  CHECK(cache.recall("file", "b") == "y");
}

TEST_CASE("where the cache cannot be written there is none, without a word") {
  const CacheFolder folder;
  std::ofstream(folder.path()) << "a file stands where the folder belongs";
  RecognitionCache cache(folder.path(), kMiB, "1");
  cache.remember("file", "key", "x");
  cache.trim();
  CHECK(cache.recall("file", "key").empty());
  CHECK(fs::is_regular_file(folder.path()));
}

TEST_CASE("an entry for which there is no room leaves nothing behind") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  const int status = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit most{2048, 2048};  // stands for a disk that is full after so many bytes
    ::setrlimit(RLIMIT_FSIZE, &most);
    cache.remember("file", "key", std::string(10'000, 'x'));
    return cache.recall("file", "key").empty() ? 0 : 1;
  });
  CHECK(status == 0);
  CHECK(folder.files().empty());
}

TEST_CASE("over its bound it forgets what was not used for longest, to nine tenths") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), 100 * kMiB, "1");
  const std::vector<fs::path> made = fill(cache, folder, 20);
  REQUIRE(cache.bytes() == 20 * 4096);
  const RecognitionCache small(folder.path(), 10 * 4096, "1");
  small.trim();
  CHECK(small.bytes() == 9 * 4096);
  for (std::size_t i = 0; i < made.size(); ++i) CHECK(fs::exists(made[i]) == (i >= 11));
  small.trim();
  CHECK(small.bytes() == 9 * 4096);
}

TEST_CASE("what is recalled counts as used") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  cache.remember("file", "old but used", "x");
  const fs::path used = folder.files().front();
  set_age(used, 50'000);
  CHECK_FALSE(cache.recall("file", "old but used").empty());
  CHECK(age_of(used) < 100);
  set_age(used, -50'000);  // from a day that the clock has left again
  CHECK_FALSE(cache.recall("file", "old but used").empty());
  CHECK(age_of(used) > -100);
}

TEST_CASE("it keeps to its bound while it is written") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  for (int i = 0; i < 150; ++i) cache.remember("file", std::to_string(i), std::string(8000, 'x'));
  CHECK(cache.bytes() <= kMiB + kMiB / 8);
  CHECK(cache.bytes() > kMiB / 2);
  CHECK(known(cache, 150) > 30);
  cache.remember("file", "larger than the bound", std::string(2 * kMiB, 'x'));
  CHECK(cache.recall("file", "larger than the bound").empty());
}

TEST_CASE("what was being written when a program ended is removed once it is old") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  cache.remember("file", "key", "x");
  const fs::path sub = folder.files().front().parent_path();
  std::ofstream(sub / ".new-young") << "x";
  std::ofstream(sub / ".new-old") << "x";
  set_age(sub / ".new-old", 50'000);
  cache.trim();
  CHECK(fs::exists(sub / ".new-young"));
  CHECK_FALSE(fs::exists(sub / ".new-old"));
  CHECK(cache.recall("file", "key") == "x");
}

TEST_CASE("no file of somebody else is removed, whatever folder it was given") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), kMiB, "1");
  cache.remember("file", "key", "x");
  const fs::path sub = folder.files().front().parent_path();
  std::ofstream(folder.path() / "thesis.docx") << std::string(100'000, 'x');
  std::ofstream(sub / "thesis.docx") << std::string(100'000, 'x');
  fs::create_directories(folder.path() / "letters");
  std::ofstream(folder.path() / "letters" / std::string(62, 'a')) << "x";
  RecognitionCache(folder.path(), 0, "1").trim();
  CHECK(cache.recall("file", "key").empty());
  CHECK(folder.files().size() == 3);
}

TEST_CASE("several processes trim and write at once and what is left is whole") {
  const CacheFolder folder;
  RecognitionCache cache(folder.path(), 40 * 4096, "1");
  std::vector<pid_t> children;
  for (int child = 0; child < 4; ++child) {
    children.push_back(::fork());
    if (children.back() != 0) continue;
    for (int i = 0; i < 60; ++i) {
      cache.remember("file", std::to_string(i), "what it says");
      const std::string said = cache.recall("file", std::to_string(i));
      if (!said.empty() && said != "what it says") ::_exit(1);
      if (i % 10 == 0) cache.trim();
    }
    ::_exit(0);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  cache.trim();
  CHECK(cache.bytes() <= 40 * 4096);
  CHECK(known(cache, 60) >= 15);
  for (const fs::path& file : folder.files())
    CHECK(file.filename().string().find(".new-") == std::string::npos);
}
