// What the machine lacks is no fault of a dossier: nothing is published, and the exit code says so.
#include <sys/mount.h>

#include <catch2/catch.hpp>

#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

// A file system of its own that holds next to nothing; none where that is not allowed here.
class SmallDisk {
 public:
  explicit SmallDisk(fs::path path) : path_(std::move(path)) {
    fs::create_directories(path_);
    is_mounted_ = ::mount("none", path_.c_str(), "tmpfs", 0, "size=16k") == 0;
  }
  ~SmallDisk() {
    if (is_mounted_) ::umount(path_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool is_mounted() const { return is_mounted_; }

 private:
  fs::path path_;
  bool is_mounted_ = false;
};

Ran review_archive(const fs::path& out, const std::string& temporary) {
  return biaoshen::test::biaoshen(
      {"review", sample_at("dossiers/windows-zip").path.string(), "--out", out.string()},
      {{"TMPDIR", temporary}});
}

}  // namespace

TEST_CASE("an archive that finds no folder to be unpacked in ends in exit 5 without a result") {
  const fs::path folder = fresh_folder("no-spool");
  const Ran ran = review_archive(folder / "out", (folder / "not there").string());
  INFO(ran.err);
  CHECK(ran.exit == 5);
  CHECK(ran.err.find("TMPDIR") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out" / "windows-zip"));
}

TEST_CASE("on a disk that is full it is the same, and once there is room it is reviewed") {
  const fs::path folder = fresh_folder("full-spool");
  const SmallDisk disk(folder / "small");
  if (!disk.is_mounted()) {
    WARN("skipped: full spool: no file system may be mounted here");
    return;
  }
  const Ran ran = review_archive(folder / "out", (folder / "small").string());
  INFO(ran.err);
  CHECK(ran.exit == 5);
  CHECK(ran.err.find((folder / "small").string()) != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out" / "windows-zip"));
  CHECK(fs::is_empty(folder / "small"));
  CHECK(review_archive(folder / "out", "/tmp").exit == 0);
  CHECK(fs::exists(folder / "out" / "windows-zip" / "dossier.json"));
}
