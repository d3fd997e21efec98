// The targets of fuzzing hold their claims on what once broke one of them (tests/fuzz/regressions,
// a folder a target), on nothing, and on the beginning of everything.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/fuzz_target.h"

namespace fs = std::filesystem;

namespace biaoshen {
namespace {

const fs::path kRegressions = fs::path(SOURCE_DIR) / "tests/fuzz/regressions";

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_target(const std::string& name) {
  return std::ranges::any_of(fuzz::targets(),
                             [&](const fuzz::Target& target) { return target.name == name; });
}

}  // namespace

TEST_CASE("every target takes nothing at all, and a single byte") {
  for (const fuzz::Target& target : fuzz::targets()) {
    INFO(target.name);
    target.run("");
    for (const char* byte : {"\n", "a", "\xFF"}) target.run(byte);
  }
  SUCCEED("no claim was broken");
}

TEST_CASE("what broke a claim once does not break it again") {
  int files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRegressions)) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path());
    const std::string name = entry.path().parent_path().filename();
    for (const fuzz::Target& target : fuzz::targets()) {
      if (target.name == name) target.run(contents(entry.path()));
    }
    ++files;
  }
  CHECK(files > 0);
}

TEST_CASE("every folder of regressions has its target, and every source of a target registers it") {
  for (const fs::directory_entry& entry : fs::directory_iterator(kRegressions))
    CHECK(is_target(entry.path().filename()));
  for (const fs::directory_entry& entry : fs::directory_iterator(kRegressions.parent_path())) {
    const std::string name = entry.path().filename();
    if (name.ends_with("_fuzz.cpp")) CHECK(is_target(name.substr(0, name.size() - 9)));
  }
}

}  // namespace biaoshen
