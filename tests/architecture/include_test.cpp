// The picture in pipeline/README.md, checked: which folder may include which.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

// Folder -> folders it may include, besides its own. pipeline/contracts.h counts as its own folder.
const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::set<std::string> kBelow = {"pipeline/base", "pipeline/model",
                                               "pipeline/contracts.h"};
  static const auto with = [](std::set<std::string> more) {
    more.insert(kBelow.begin(), kBelow.end());
    return more;
  };
  static const std::map<std::string, std::set<std::string>> edges = {
      {"pipeline/base", {}},
      {"pipeline/model", {"pipeline/base"}},
      {"pipeline", {"pipeline/base", "pipeline/model"}},  // contracts.h itself
      {"pipeline/stages", with({})},
      {"pipeline/batch", with({})},
      {"pipeline/ledger", with({"pipeline/batch"})},
      {"pipeline/watch", with({})},
      {"pipeline/crew", with({})},
      {"pipeline/service", with({})},
      {"extractors/numbers", with({})},
      {"extractors/dates", with({})},
      {"extractors/finders", with({"extractors/numbers", "extractors/dates"})},
      {"extractors/pictures", with({})},
      {"extractors/ocr", with({"extractors/pictures"})},
      {"extractors/readers", with({"extractors/pictures", "extractors/ocr"})},
      {"extractors/convert", with({})},
      {"extractors/sandbox", with({})},
      {"extractors/worker", with({"extractors/sandbox", "extractors/readers", "extractors/ocr"})},
      {"checkers", with({"checkers/predicates", "checkers/batch", "checkers/panel"})},
      {"checkers/predicates", with({"checkers"})},
      {"checkers/batch", with({"checkers", "checkers/predicates"})},
      {"checkers/panel", with({"checkers", "checkers/predicates"})},
      {"checkers/calendar", with({})},
      {"extractors/panel", with({"extractors/finders"})},
      {"templates", with({"templates/html", "templates/json"})},
      {"templates/batch", with({"templates", "templates/html", "templates/json"})},
      {"templates/html", with({"templates"})},
      {"templates/json", with({"templates"})},
      {"templates/docx", with({"templates"})},
      {"templates/sarif", with({"templates", "templates/json"})},
      {"templates/casebook", with({"templates", "templates/docx", "templates/html"})},
      {"pipeline/app",
       with({"pipeline/stages",  "extractors/numbers", "extractors/dates",  "extractors/finders",
             "extractors/panel", "extractors/sandbox", "extractors/worker", "extractors/convert",
             "checkers",         "checkers/batch",     "checkers/panel",    "checkers/calendar",
             "pipeline/batch",   "pipeline/ledger",    "pipeline/watch",    "pipeline/crew",
             "pipeline/service", "templates",          "templates/batch",   "templates/html",
             "templates/json",   "templates/docx",     "templates/sarif",   "templates/casebook"})},
  };
  return edges;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const char* top : {"pipeline", "extractors", "checkers", "templates"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / top))
      if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
        found.push_back(entry.path());
  return found;
}

// A format's folder counts with those of the other readers.
std::string group_of(const fs::path& file) {
  const std::string folder = file.parent_path().string();
  return folder.rfind("extractors/readers/", 0) == 0 ? "extractors/readers" : folder;
}

std::string folder_of(const std::string& included) {
  if (included == "pipeline/contracts.h") return included;
  if (included.rfind("extractors/readers/", 0) == 0)
    return "extractors/readers";  // and its folders
  return group_of(fs::path(included));
}

std::vector<std::string> own_includes(const fs::path& file) {
  std::vector<std::string> found;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.rfind("#include \"", 0) == 0)
      found.push_back(line.substr(10, line.find('"', 10) - 10));
  return found;
}

std::string in_tree(const fs::path& file) {
  return fs::relative(file, SOURCE_DIR).string();
}

}  // namespace

TEST_CASE("a folder includes only what the architecture allows") {
  std::size_t edges = 0;
  for (const fs::path& file : sources()) {
    const std::string from = group_of(in_tree(file));
    CAPTURE(in_tree(file));
    REQUIRE(allowed().contains(from));
    for (const std::string& included : own_includes(file)) {
      const std::string to = folder_of(included);
      if (to == from || to.empty() || to == "embedded")
        continue;  // generated: wire.pb.h, embedded/…
      CAPTURE(included);
      CHECK(allowed().at(from).contains(to));
      ++edges;
    }
  }
  CHECK(edges > 100);
}

TEST_CASE("only reader_main names the readers") {
  for (const fs::path& file : sources()) {
    const std::string name = in_tree(file);
    if (name.rfind("extractors/readers/", 0) == 0 || name == "extractors/worker/reader_main.cpp")
      continue;
    for (const std::string& included : own_includes(file)) {
      CAPTURE(name, included);
      CHECK(included.rfind("extractors/readers/", 0) != 0);
    }
  }
}

TEST_CASE("file names are unique in the tree, so that a name is enough to find one") {
  std::map<std::string, std::string> seen;
  for (const fs::path& file : sources()) {
    const auto [known, added] = seen.emplace(file.filename().string(), in_tree(file));
    CAPTURE(known->second, in_tree(file));
    CHECK(added);
  }
}

TEST_CASE("no file written by hand is longer than 500 lines") {
  for (const fs::path& file : sources()) {
    std::ifstream in(file);
    std::size_t lines = 0;
    for (std::string line; std::getline(in, line);) ++lines;
    CAPTURE(in_tree(file), lines);
    CHECK(lines <= 500);
  }
}

TEST_CASE("what a header comment names as its test exists") {
  for (const fs::path& file : sources()) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    std::string words = text.str();
    for (std::size_t at = 0; (at = words.find("tests/", at)) != std::string::npos; at += 6) {
      if (at > 0 &&
          (std::isalnum(static_cast<unsigned char>(words[at - 1])) || words[at - 1] == '/'))
        continue;
      std::size_t end = at;
      while (end < words.size() && (std::isalnum(static_cast<unsigned char>(words[end])) ||
                                    words[end] == '/' || words[end] == '_' || words[end] == '.'))
        ++end;
      std::string named = words.substr(at, end - at);
      while (named.ends_with(".")) named.pop_back();
      CAPTURE(in_tree(file), named);
      CHECK(fs::exists(fs::path(SOURCE_DIR) / named));
    }
  }
}

TEST_CASE("regular expressions, the clock and the locale stay out of the stages") {
  for (const fs::path& file : sources()) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    CAPTURE(in_tree(file));
    CHECK(text.str().find("std::regex") == std::string::npos);
    CHECK(text.str().find("setlocale") == std::string::npos);
    // A watch tells when it did what; results do not.
    if (in_tree(file).rfind("pipeline/app/", 0) != 0 &&
        in_tree(file).rfind("pipeline/service/", 0) != 0)
      CHECK(text.str().find("system_clock") == std::string::npos);
  }
}
