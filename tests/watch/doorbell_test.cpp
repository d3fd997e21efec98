// Events of the file system: that they ring, whatever they are, and where they do not.
#include "pipeline/watch/doorbell.h"

#include <poll.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "tests/watch/scratch_folder.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

// Whether it rings within a minute.
bool rings(Doorbell& bell) {
  pollfd wait{bell.descriptor(), POLLIN, 0};
  return ::poll(&wait, 1, 60'000) == 1 && bell.has_rung();
}

int watches_allowed() {
  int allowed = 0;
  std::ifstream("/proc/sys/fs/inotify/max_user_watches") >> allowed;
  return allowed;
}

}  // namespace

TEST_CASE("a doorbell rings for what happens in the inbox, and once only") {
  const test::ScratchFolder folder;
  const test::ScratchFolder outside;
  folder.file("old.docx");
  outside.file("材料/a.docx");
  Doorbell bell(folder.path());
  if (!bell.has_events()) {
    WARN("no events here: " << bell.why_none());
    return;
  }
  CHECK_FALSE(bell.has_rung());
  SECTION("a file is written") {
    folder.file("a.docx");
  }
  SECTION("a folder is moved in") {
    fs::rename(outside / "材料", folder / "材料");
  }
  SECTION("a folder is made") {
    fs::create_directory(folder / "材料");
  }
  SECTION("a file goes") {
    fs::remove(folder / "old.docx");
  }
  SECTION("a file is renamed") {
    fs::rename(folder / "old.docx", folder / "new.docx");
  }
  SECTION("a file gets other permissions") {
    fs::permissions(folder / "old.docx", fs::perms::owner_all);
  }
  CHECK(rings(bell));
  CHECK_FALSE(bell.has_rung());
}

TEST_CASE("a doorbell rings in a folder where it was told to listen, until that goes") {
  const test::ScratchFolder folder;
  fs::create_directory(folder / "材料");
  Doorbell bell(folder.path());
  if (!bell.has_events()) return;
  bell.listen_at(folder / "材料");
  bell.listen_at(folder / "材料");
  CHECK_FALSE(bell.has_rung());
  folder.file("材料/a.docx");
  CHECK(rings(bell));
  fs::remove_all(folder / "材料");
  CHECK(rings(bell));
  CHECK_FALSE(bell.has_rung());
}

TEST_CASE("it does not listen behind a link, nor at more folders than it may") {
  const test::ScratchFolder folder;
  const test::ScratchFolder outside;
  fs::create_directory_symlink(outside.path(), folder / "link");
  Doorbell bell(folder.path());
  if (!bell.has_events()) return;
  bell.listen_at(folder / "link");
  outside.file("a.docx");
  CHECK_FALSE(bell.has_rung());
  if (watches_allowed() < 3 * static_cast<int>(Doorbell::kMostFolders)) return;
  for (std::size_t i = 0; i <= Doorbell::kMostFolders; ++i)
    fs::create_directory(outside / std::to_string(i));
  for (std::size_t i = 0; i <= Doorbell::kMostFolders; ++i)
    bell.listen_at(outside / std::to_string(i));
  outside.file(std::to_string(Doorbell::kMostFolders) + "/a.docx");
  CHECK_FALSE(bell.has_rung());
  outside.file(std::to_string(Doorbell::kMostFolders - 1) + "/a.docx");
  CHECK(rings(bell));
}

TEST_CASE("a queue of events that ran over rings, too") {
  const test::ScratchFolder folder;
  int queued = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> queued;
  Doorbell bell(folder.path());
  if (!bell.has_events() || queued == 0 || queued > 50'000) return;
  const fs::path one = folder / "one", other = folder / "other";
  folder.file("one");
  for (int i = 0; i < queued; ++i) fs::rename(i % 2 ? other : one, i % 2 ? one : other);
  CHECK(rings(bell));
  CHECK_FALSE(bell.has_rung());
  folder.file("after");
  CHECK(rings(bell));
}

TEST_CASE("an inbox that goes and comes again is listened to again") {
  const test::ScratchFolder folder;
  const fs::path inbox = folder / "inbox";
  fs::create_directory(inbox);
  Doorbell bell(inbox);
  if (!bell.has_events()) return;
  fs::remove(inbox);
  CHECK(rings(bell));
  fs::create_directory(inbox);
  bell.has_rung();  // a scan comes by
  folder.file("inbox/a.docx");
  CHECK(rings(bell));
}

TEST_CASE("no events where none are wanted, with the reason") {
  const test::ScratchFolder folder;
  Doorbell bell(folder.path(), false);
  CHECK_FALSE(bell.has_events());
  CHECK(bell.why_none() == "--poll");
  CHECK(bell.descriptor() == -1);
  bell.listen_at(folder.path());
  folder.file("a");
  CHECK_FALSE(bell.has_rung());
}

TEST_CASE("an inbox that is not there has no events, with the reason") {
  const Doorbell bell("/none/such");
  CHECK_FALSE(bell.has_events());
  CHECK(bell.why_none().find("inotify: ") == 0);
}

TEST_CASE("file systems that do not tell of all changes are known by their numbers") {
  CHECK(silent_file_system(0x6969) == "nfs");
  CHECK(silent_file_system(0xFF534D42) == "smb");
  CHECK(silent_file_system(0xFE534D42) == "smb");
  CHECK(silent_file_system(0x65735546) == "fuse");
  CHECK(silent_file_system(0x01021997) == "9p");
  CHECK(silent_file_system(0x794C7630) == "overlay");
  CHECK(silent_file_system(0xEF53).empty());      // ext4
  CHECK(silent_file_system(0x01021994).empty());  // tmpfs
}
