// Everything is in one namespace, so two headers that define a type of one name would give the
// program two types that the linker takes for one: whose push_back a vector of them then has is
// anybody's guess.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

// The types that a source defines for all to see: at the beginning of a line, in no anonymous
// namespace.
std::vector<std::string> types_in(const fs::path& source) {
  static const std::regex kType(
      R"(^(?:struct|class|enum class|enum) (\w+)(?: final)?(?: :[^;{]*)?\s*\{.*)");
  std::vector<std::string> types;
  std::ifstream in(source);
  bool is_anonymous = false;
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (line == "namespace {") is_anonymous = true;
    if (line == "}  // namespace") is_anonymous = false;
    if (!is_anonymous && std::regex_match(line, match, kType)) types.push_back(match[1]);
  }
  return types;
}

}  // namespace

TEST_CASE("no two files define a type of the same name") {
  std::map<std::string, std::vector<std::string>> places;
  for (const char* root : {"extractors", "checkers", "pipeline", "templates"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / root)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".h" && path.extension() != ".cpp") continue;
      for (const std::string& type : types_in(path))
        places[type].push_back(fs::relative(path, SOURCE_DIR).string());
    }
  CHECK(places.size() > 300);  // else they are looked for in vain
  for (const auto& [type, where] : places) {
    std::string all;
    for (const std::string& one : where) all += " " + one;
    CAPTURE(type, all);
    CHECK(where.size() == 1);
  }
}
