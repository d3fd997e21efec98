// A file is there whole or not at all.
#include "pipeline/base/whole_file.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/ledger/scratch_folder.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file takes the place of an earlier one, and nothing else is left") {
  const ScratchFolder scratch;
  REQUIRE(write_whole_file(scratch / "表.tsv", "first, and longer"));
  REQUIRE(write_whole_file(scratch / "表.tsv", std::string("se\0cond", 7)));
  CHECK(contents(scratch / "表.tsv") == std::string("se\0cond", 7));
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}

TEST_CASE("where it cannot be written the earlier one stays, and the error names the file") {
  const ScratchFolder scratch;
  const auto written = write_whole_file(scratch / "nowhere/m.tsv", "x");
  REQUIRE(!written);
  CHECK(written.error().code == ErrorCode::output);
  CHECK(written.error().message.find("nowhere/m.tsv") != std::string::npos);
  fs::create_directory(scratch / "folder");
  std::ofstream(scratch / "folder/inside") << "x";
  CHECK(!write_whole_file(scratch / "folder", "x"));
  CHECK(fs::exists(scratch / "folder/inside"));
  CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 1);
}
