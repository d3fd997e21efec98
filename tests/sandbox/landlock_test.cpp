// Landlock from inside, at each version up to the kernel's: older ones are imitated by asking for
// no more than they had.
#include "extractors/sandbox/landlock.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <vector>

#include "extractors/sandbox/call_filter.h"
#include "tests/sandbox/confined_child.h"
#include "tests/sandbox/folder_with_file.h"

using namespace biaoshen;
using namespace biaoshen::testing;
namespace fs = std::filesystem;

namespace {

using Paths = std::vector<fs::path>;

std::function<bool()> landlock(unsigned version, Paths readable = {}) {
  return [=] {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return enter_landlock(version, readable);
  };
}

Attempt opening(const fs::path& path, int flags = O_RDONLY) {
  return [=] { return ::open(path.c_str(), flags, 0600); };
}

// The versions that this kernel can be asked for; the newest that is used is 6.
std::vector<unsigned> versions() {
  std::vector<unsigned> all;
  for (unsigned version = 1; version <= std::min(landlock_version(), 6u); ++version)
    all.push_back(version);
  return all;
}

// To a port where nobody listens.
long connect_to_nobody() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(1);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

long signal_parent() {
  return ::kill(::getppid(), 0);
}

}  // namespace

TEST_CASE("only what is named can be opened, at every version of Landlock") {
  const FolderWithFile named, other;
  for (unsigned version : versions()) {
    CAPTURE(version);
    const auto confine = landlock(version, {named.path, other.path / "is not there"});
    CHECK(errno_after(confine, opening(named.file)) == 0);
    CHECK(errno_after(confine, opening(named.path, O_RDONLY | O_DIRECTORY)) == 0);
    CHECK(errno_after(confine, opening(other.file)) == EACCES);
    CHECK(errno_after(confine, opening(other.path, O_RDONLY | O_DIRECTORY)) == EACCES);
    CHECK(errno_after(confine, opening("/etc/passwd")) == EACCES);
    CHECK(errno_after(confine, opening(named.path / ".." / other.path.filename() / "file")) ==
          EACCES);
    // A file that is named, not the folder around it.
    const auto confine_to_file = landlock(version, {named.file});
    CHECK(errno_after(confine_to_file, opening(named.file)) == 0);
    CHECK(errno_after(confine_to_file, opening(named.path, O_RDONLY | O_DIRECTORY)) == EACCES);
  }
}

TEST_CASE("a link is followed once, when it is named") {
  const FolderWithFile named, other;
  fs::create_symlink(other.file, named.path / "link");
  for (unsigned version : versions()) {
    CHECK(errno_after(landlock(version, {named.path}), opening(named.path / "link")) == EACCES);
    CHECK(errno_after(landlock(version, {named.path / "link"}), opening(named.path / "link")) == 0);
  }
}

TEST_CASE("nothing is written, made, renamed or removed by path, not even where one may read") {
  const FolderWithFile folder;
  const fs::path fresh = folder.path / "fresh";
  for (unsigned version : versions()) {
    CAPTURE(version);
    const auto confine = landlock(version, {folder.path});
    CHECK(errno_after(confine, opening(folder.file, O_WRONLY)) == EACCES);
    CHECK(errno_after(confine, opening(folder.file, O_RDWR)) == EACCES);
    CHECK(errno_after(confine, opening(fresh, O_RDONLY | O_CREAT)) == EACCES);
    CHECK(errno_after(confine, [&] { return ::mkdir(fresh.c_str(), 0700); }) == EACCES);
    CHECK(errno_after(confine, [&] { return ::unlink(folder.file.c_str()); }) == EACCES);
    CHECK(errno_after(confine, [&] { return ::symlink("/", fresh.c_str()); }) == EACCES);
    CHECK(errno_after(confine, [&] { return ::rename(folder.file.c_str(), fresh.c_str()); }) ==
          EACCES);
  }
  CHECK(fs::file_size(folder.file) == 5);
}

TEST_CASE("a descriptor that was open stays open, and cannot be opened again to write") {
  const FolderWithFile folder;
  const int file = ::open(folder.file.c_str(), O_RDONLY | O_CLOEXEC);
  const fs::path again = "/proc/self/fd/" + std::to_string(file);
  for (unsigned version : versions()) {
    char byte = 0;
    CHECK(errno_after(landlock(version), [&] { return ::pread(file, &byte, 1, 0); }) == 0);
    CHECK(errno_after(landlock(version), opening(again, O_RDWR)) == EACCES);
    CHECK(errno_after(landlock(version), opening(again)) == EACCES);
  }
  CHECK(errno_of(opening(again, O_RDWR)) == 0);
  ::close(file);
}

TEST_CASE("truncation by path is left open below version 3: the call filter closes it") {
  const FolderWithFile folder;
  const Attempt truncate = [&] { return ::truncate(folder.file.c_str(), 5); };
  for (unsigned version : versions()) {
    CAPTURE(version);
    CHECK(errno_after(landlock(version), truncate) == (version < 3 ? 0 : EACCES));
    const auto both = [&] { return landlock(version)() && enter_call_filter(); };
    CHECK(errno_after(both, truncate) == EPERM);
  }
}

TEST_CASE("TCP is given up from version 4 on; before, the call filter keeps sockets away") {
  for (unsigned version : versions()) {
    CAPTURE(version);
    CHECK(errno_after(landlock(version), connect_to_nobody) ==
          (version < 4 ? ECONNREFUSED : EACCES));
    const auto both = [&] { return landlock(version)() && enter_call_filter(); };
    CHECK(errno_after(both, [] { return ::socket(AF_INET, SOCK_STREAM, 0); }) == EPERM);
  }
}

TEST_CASE("nobody outside is signalled from version 6 on; before, the call filter prevents it") {
  for (unsigned version : versions()) {
    CAPTURE(version);
    CHECK(errno_after(landlock(version), signal_parent) == (version < 6 ? 0 : EPERM));
    const auto both = [&] { return landlock(version)() && enter_call_filter(); };
    CHECK(errno_after(both, signal_parent) == EPERM);
  }
}

TEST_CASE("no version of Landlock is no Landlock") {
  const FolderWithFile folder;
  CHECK(errno_after(landlock(0), opening(folder.file)) == kNotConfined);
}
