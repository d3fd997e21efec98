// Claims about the state of what reads files on this machine.
#include "extractors/worker/reader_state.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <vector>

using namespace biaoshen;
namespace fs = std::filesystem;

namespace {

struct Installed {
  Installed() : path(fs::temp_directory_path() / ("biaoshen-state-" + std::to_string(::getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path / "models");
    std::ofstream(path / "biaoshen-reader") << "program";
    std::ofstream(path / "models" / "rec.onnx") << "model";
  }
  ~Installed() { fs::remove_all(path); }
  std::string state() const { return reader_state(path / "biaoshen-reader"); }

  fs::path path;
};

}  // namespace

TEST_CASE("the state is the same until the reader or one of its models changes") {
  const Installed installed;
  const std::string before = installed.state();
  CHECK(installed.state() == before);
  std::ofstream(installed.path / "models" / "rec.onnx") << "another model";
  const std::string after = installed.state();
  CHECK(after != before);
  std::ofstream(installed.path / "biaoshen-reader") << "another program";
  CHECK(installed.state() != after);
}

TEST_CASE("the same size at another time is another state") {
  const Installed installed;
  const std::string before = installed.state();
  const timespec then{1'000'000'000, 5};
  const timespec times[] = {then, then};
  REQUIRE(::utimensat(AT_FDCWD, (installed.path / "models" / "rec.onnx").c_str(), times, 0) == 0);
  CHECK(installed.state() != before);
}

TEST_CASE("what the kernel makes up and what is not there have no state") {
  const std::vector<fs::path> none = {}, made_up = {"/proc/cpuinfo", "/nonexistent/file"};
  CHECK(state_of(made_up) == state_of(none));
  const std::vector<fs::path> libraries = {"/usr/lib"};
  CHECK(state_of(libraries) != state_of(none));
}
