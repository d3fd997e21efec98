// Claims about knowing what an open file holds.
#include "extractors/worker/opened_input.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "pipeline/base/sha256.h"

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

class InputFile {
 public:
  explicit InputFile(const std::string& bytes)
      : path_(fs::canonical(fs::temp_directory_path()) /
              ("biaoshen-input-" + std::to_string(::getpid()))) {
    write(bytes);
  }
  ~InputFile() { fs::remove(path_); }
  void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  OpenedInput open() const {
    auto opened = open_plain_file(path_);
    REQUIRE(opened);
    return OpenedInput(std::move(*opened));
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("an open file's contents are known by their hash, wherever a reader has got to") {
  const InputFile file("abc");
  OpenedInput input = file.open();
  char byte = 0;
  REQUIRE(::read(input.descriptor(), &byte, 1) == 1);
  CHECK(input.contents() == sha256("abc"));
  CHECK(input.contents() == sha256("abc"));
  REQUIRE(::read(input.descriptor(), &byte, 1) == 1);
  CHECK(byte == 'b');
}

TEST_CASE("a file that changed since it was opened has no contents that one could name") {
  const InputFile file("lies");
  OpenedInput input = file.open();
  ::usleep(20'000);  // the clock of a file's times ticks slower than programs run
  file.write("abc");
  CHECK(input.contents().empty());
}

TEST_CASE("nor when it was put back meanwhile, its time of writing with it") {
  const InputFile file("abc");
  const auto written = fs::last_write_time(file.path());
  OpenedInput input = file.open();
  CHECK(input.contents() == sha256("abc"));
  ::usleep(20'000);
  file.write("xyz");
  file.write("abc");
  fs::last_write_time(file.path(), written);
  CHECK(input.contents().empty());
}

TEST_CASE("another file that takes its name is not mistaken for it") {
  const InputFile file("abc");
  OpenedInput input = file.open();
  fs::remove(file.path());
  ::usleep(20'000);
  file.write("xyz");
  CHECK(input.contents() != sha256("xyz"));
}
