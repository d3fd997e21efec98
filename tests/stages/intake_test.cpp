#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <thread>

#include "pipeline/base/sha256.h"
#include "pipeline/stages/intake.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("biaoshen-intake-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }
  void file(const std::string& name, const std::string& bytes = "x") const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

 private:
  fs::path path_;
};

const File& named(const Dossier& dossier, const std::string& path) {
  for (const File& file : dossier.files)
    if (file.path == path) return file;
  FAIL("no file " << path);
  throw 0;
}

}  // namespace

TEST_CASE("files are listed by name, numbered and hashed") {
  const Folder folder;
  folder.file("b.txt", "abc");
  folder.file("附件/a.txt", "1");
  const Dossier dossier = intake(folder.path(), Limits()).value();
  REQUIRE(dossier.files.size() == 2);
  CHECK(dossier.files[0].path == "b.txt");
  CHECK(dossier.files[0].id == "f01");
  CHECK(dossier.files[0].sha256 ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(dossier.files[1].path == "附件/a.txt");
}

TEST_CASE("links are refused, litter is ignored, a pipe is not opened") {
  const Folder folder;
  folder.file("a.txt");
  folder.file("Thumbs.db");
  fs::create_symlink("/etc/passwd", folder.path() / "passwd.txt");
  REQUIRE(::mkfifo((folder.path() / "p.pdf").c_str(), 0600) == 0);
  const Dossier dossier = intake(folder.path(), Limits()).value();
  CHECK(named(dossier, "passwd.txt").document.status == FileStatus::refused);
  CHECK(named(dossier, "passwd.txt").document.has_problem("symlink"));
  CHECK(named(dossier, "p.pdf").document.has_problem("not-a-file"));
  CHECK(named(dossier, "Thumbs.db").document.status == FileStatus::ignored);
}

TEST_CASE("a link is no dossier; a link that leads to a dossier is the caller's") {
  const Folder folder;
  folder.file("real/材料/a.txt", "abc");
  fs::create_directory_symlink(folder.path() / "real", folder.path() / "inbox");
  fs::create_directory_symlink(folder.path() / "real/材料", folder.path() / "link");
  const auto link = intake(folder.path() / "link", Limits());
  REQUIRE_FALSE(link);
  CHECK(link.error().code == ErrorCode::input);
  const auto dossier = intake(folder.path() / "inbox" / "材料", Limits());
  REQUIRE(dossier);
  CHECK(named(*dossier, "a.txt").source == fs::canonical(folder.path()) / "real/材料/a.txt");
}

TEST_CASE("a dossier whose files and folders are swapped for links never shows what lies outside") {
  const Folder folder;
  folder.file("材料/附件/a.txt", "own");
  folder.file("材料/b.txt", "own");
  folder.file("outside/a.txt", "secret");
  folder.file("outside/secret.txt", "secret");
  fs::create_directory_symlink(folder.path() / "outside", folder.path() / "folder");
  fs::create_symlink(folder.path() / "outside/a.txt", folder.path() / "file");
  std::atomic<bool> is_over = false;
  std::thread swapper([&] {
    const auto swap = [&](const char* a, const char* b) {
      ::renameat2(AT_FDCWD, (folder.path() / a).c_str(), AT_FDCWD, (folder.path() / b).c_str(),
                  RENAME_EXCHANGE);
    };
    while (!is_over) {
      swap("材料/附件", "folder");
      swap("材料/b.txt", "file");
    }
  });
  const std::string own = sha256("own");
  bool has_led_outside = false;
  int refused = 0;
  for (int look = 0; look < 2000 || (look < 200'000 && refused == 0); ++look) {
    const Dossier dossier = intake(folder.path() / "材料", Limits()).value();
    for (const File& file : dossier.files) {
      has_led_outside |=
          file.path.ends_with("secret.txt") || (!file.sha256.empty() && file.sha256 != own);
      refused += file.document.status == FileStatus::refused ? 1 : 0;
    }
  }
  is_over = true;
  swapper.join();
  CHECK_FALSE(has_led_outside);
  CHECK(refused > 0);
}

TEST_CASE("a name in GB18030 is shown readably and can still be opened") {
  const Folder folder;
  folder.file("\xC9\xEA\xC7\xEB\xCA\xE9.txt", "abc");
  const Dossier dossier = intake(folder.path(), Limits()).value();
  const File& file = named(dossier, "申请书.txt");
  CHECK(file.document.has_problem("name-encoding"));
  CHECK(fs::exists(file.source));
}

TEST_CASE("a dossier with nothing but litter is empty, and said to be") {
  const Folder folder;
  folder.file("desktop.ini");
  const Dossier dossier = intake(folder.path(), Limits()).value();
  const File& itself = named(dossier, dossier.name);
  CHECK(itself.document.format == "folder");
  CHECK(itself.document.has_problem("empty-dossier"));
}

TEST_CASE("too many files, too deep and too large are told with their limits") {
  const Folder folder;
  for (int i = 0; i < 5; ++i) folder.file("f" + std::to_string(i), "12345");
  Limits limits;
  limits.entries = 3;
  const Dossier many = intake(folder.path(), limits).value();
  CHECK(many.files.size() == 4);
  CHECK(named(many, many.name).document.has_problem("entry-limit"));
  limits.entries = 100;
  limits.file_bytes = 4;
  CHECK(intake(folder.path(), limits).value().files[0].document.has_problem("size-limit"));
  folder.file("d/e/f/x.txt");
  limits.path_depth = 1;
  CHECK(named(intake(folder.path(), limits).value(), "d/e/f/x.txt")
            .document.has_problem("path-too-deep"));
}

TEST_CASE("a single file is a dossier, what is not there is an error") {
  const Folder folder;
  folder.file("a.txt");
  const Dossier dossier = intake(folder.path() / "a.txt", Limits()).value();
  CHECK(dossier.name == "a.txt");
  CHECK(dossier.files.size() == 1);
  const auto missing = intake(folder.path() / "none", Limits());
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::input);
}
