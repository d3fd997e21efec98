// What an inbox holds, and what of it cannot be reviewed.
#include "pipeline/watch/inbox.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <map>

#include "tests/watch/scratch_folder.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

class Inbox {
 public:
  Inbox() { fs::create_directory(inbox()); }
  fs::path inbox() const { return scratch / "inbox"; }
  std::map<std::string, InboxEntry> entries() const {
    std::map<std::string, InboxEntry> found;
    auto all = inbox_entries(inbox(), scratch / "out").value();
    for (InboxEntry& entry : all) found.emplace(entry.path.filename().string(), std::move(entry));
    return found;
  }
  test::ScratchFolder scratch;
};

void make_socket(const fs::path& path) {
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.string().size() < sizeof address.sun_path);
  std::strcpy(address.sun_path, path.c_str());
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::close(socket);
}

}  // namespace

TEST_CASE("folders, archives and files of an inbox are dossiers, by name") {
  const Inbox inbox;
  inbox.scratch.file("inbox/乙/a.pdf");
  inbox.scratch.file("inbox/甲.zip");
  inbox.scratch.file("inbox/a.docx");
  const auto entries = inbox_entries(inbox.inbox(), inbox.scratch / "out").value();
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].path == inbox.inbox() / "a.docx");
  CHECK(entries[1].path == inbox.inbox() / "乙");
  CHECK(entries[2].path == inbox.inbox() / "甲.zip");
  for (const InboxEntry& entry : entries) {
    CHECK(entry.refused.empty());
    CHECK(entry.unfinished.empty());
  }
}

TEST_CASE("what systems and locks leave in an inbox is no entry") {
  const Inbox inbox;
  for (const char* name : {"Thumbs.db", ".DS_Store", "desktop.ini", "._甲", "~$甲.docx",
                           ".~lock.甲.odt#", "lost+found/x", ".Trash-1000/x", "@eaDir/x"})
    inbox.scratch.file(std::string("inbox/") + name);
  CHECK(inbox.entries().empty());
}

TEST_CASE("an upload on its way is an entry, and so is the file that it is to become") {
  const Inbox inbox;
  inbox.scratch.file("inbox/甲.zip", "");
  inbox.scratch.file("inbox/甲.zip.part");
  inbox.scratch.file("inbox/.乙.Ab3dE9");
  inbox.scratch.file("inbox/丙.zip");
  const auto entries = inbox.entries();
  REQUIRE(entries.size() == 4);
  CHECK(entries.at("甲.zip").unfinished == "甲.zip.part");
  CHECK(entries.at("丙.zip").unfinished.empty());
  for (const auto& [name, entry] : entries) CHECK(entry.refused.empty());
}

TEST_CASE("links, pipes and sockets are refused with the reason, not opened") {
  const Inbox inbox;
  fs::create_symlink("/etc/passwd", inbox.inbox() / "link");
  fs::create_directory_symlink("/", inbox.inbox() / "root");
  fs::create_symlink("none", inbox.inbox() / "dangling");
  REQUIRE(::mkfifo((inbox.inbox() / "pipe").c_str(), 0600) == 0);
  make_socket(inbox.inbox() / "socket");
  const auto entries = inbox.entries();
  REQUIRE(entries.size() == 5);
  for (const char* name : {"link", "root", "dangling"})
    CHECK(entries.at(name).refused.find("symbolic link") != std::string::npos);
  for (const char* name : {"pipe", "socket"})
    CHECK(entries.at(name).refused.find("neither a file nor a folder") != std::string::npos);
}

TEST_CASE("a device is refused") {
  const Inbox inbox;
  if (::mknod((inbox.inbox() / "null").c_str(), S_IFCHR | 0666, makedev(1, 3)) != 0) {
    WARN("this user may not make devices");
    return;
  }
  CHECK_FALSE(inbox.entries().at("null").refused.empty());
}

TEST_CASE("names of the batch's own outputs are refused, others like them are not") {
  const Inbox inbox;
  for (const char* name :
       {"index.html", "register.xlsx", "batch.json", "status.json", ".biaoshen", ".biaoshen-stage"})
    inbox.scratch.file(std::string("inbox/") + name);
  for (const auto& [name, entry] : inbox.entries()) {
    CAPTURE(name);
    CHECK(entry.refused.find("rename it") != std::string::npos);
  }
  inbox.scratch.file("inbox/index.htm");
  inbox.scratch.file("inbox/biaoshen");
  const auto entries = inbox.entries();
  CHECK(entries.size() == 8);
  CHECK(entries.at("index.htm").refused.empty());
  CHECK(entries.at("biaoshen").refused.empty());
}

TEST_CASE("names of any bytes are entries") {
  const Inbox inbox;
  const std::vector<std::string> names = {"a\nb",          "\"'<>&",  "..x",
                                          "-rf",           " blank ", "\xFF\xFE",
                                          "\u202Etxt.exe", "...",     std::string(255, 'n')};
  for (const std::string& name : names) inbox.scratch.file("inbox/" + name);
  const auto entries = inbox.entries();
  CHECK(entries.size() == names.size());
  for (const std::string& name : names) {
    CAPTURE(name);
    REQUIRE(entries.contains(name));
    CHECK(entries.at(name).refused.empty());
  }
}

TEST_CASE("hard links are ordinary files") {
  const Inbox inbox;
  fs::create_hard_link(inbox.scratch.file("elsewhere.docx"), inbox.inbox() / "a.docx");
  CHECK(inbox.entries().at("a.docx").refused.empty());
}

TEST_CASE("an inbox given through a link is walked, its entries are named without it") {
  const Inbox inbox;
  inbox.scratch.file("inbox/a.docx");
  fs::create_directory_symlink(inbox.inbox(), inbox.scratch / "share");
  const auto entries = inbox_entries(inbox.scratch / "share", inbox.scratch / "out").value();
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].path == inbox.inbox() / "a.docx");
}

TEST_CASE("an inbox that is not there, or is a file, is an error of the call") {
  const Inbox inbox;
  for (const fs::path& path : {inbox.inbox() / "none", inbox.scratch.file("file")}) {
    const auto entries = inbox_entries(path, inbox.scratch / "out");
    REQUIRE_FALSE(entries);
    CHECK(entries.error().code == ErrorCode::input);
  }
}

TEST_CASE("results never lie among inputs, nor inputs among results") {
  const Inbox inbox;
  for (const fs::path& out : {inbox.inbox(), inbox.inbox() / "out", inbox.scratch.path()}) {
    const auto entries = inbox_entries(inbox.inbox(), out);
    REQUIRE_FALSE(entries);
    CHECK(entries.error().code == ErrorCode::usage);
  }
}
