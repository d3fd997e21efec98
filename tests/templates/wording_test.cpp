// The catalogues of words: complete, in both languages, nothing unused.
#include "templates/wording.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "embedded/html_files.h"
#include "embedded/wording_files.h"
#include "pipeline/base/text.h"
#include "templates/problem_wording.h"

using namespace biaoshen;

namespace {

std::string all_sources() {
  std::stringstream out;
  const std::filesystem::path folder = std::filesystem::path(SOURCE_DIR) / "templates";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp" || entry.path().filename() == "wording.cpp") continue;
    out << std::ifstream(entry.path()).rdbuf();
  }
  return out.str();
}

std::set<std::string> words_in_templates() {
  std::set<std::string> out;
  for (const embedded::File& file : embedded::html_files()) {
    for (std::size_t at = 0; (at = file.content.find("{{w-", at)) != std::string_view::npos;) {
      at += 4;
      out.insert(std::string(file.content.substr(at, file.content.find("}}", at) - at)));
    }
  }
  return out;
}

std::string template_name(std::string_view key) {
  std::string out(key);
  std::ranges::replace(out, '.', '-');
  return out;
}

}  // namespace

TEST_CASE("every phrase is worded in both languages and stands once") {
  std::set<std::string> keys;
  for (const Phrase& row : phrases()) {
    INFO(row.key);
    CHECK(keys.insert(template_name(row.key)).second);
    CHECK_FALSE(row.zh.empty());
    CHECK((!row.en.empty() || row.key == "print-page-after"));
    CHECK_FALSE(has_han(row.en));
    CHECK(std::ranges::count(row.zh, '{') == std::ranges::count(row.en, '{'));
  }
}

TEST_CASE("every word a template asks for is in the catalogue") {
  std::set<std::string> known;
  for (const Phrase& row : phrases()) known.insert(template_name(row.key));
  const std::set<std::string> used = words_in_templates();
  CHECK(used.size() > 40);
  for (const std::string& name : used) {
    INFO(name);
    CHECK(known.contains(name));
  }
}

TEST_CASE("every word of the catalogue is used") {
  const std::string sources = all_sources();
  const std::set<std::string> used = words_in_templates();
  for (const Phrase& row : phrases()) {
    const std::string key(row.key);
    const bool is_composed = std::ranges::any_of(
        std::initializer_list<std::string_view>{"verdict.", "status.", "level.", "origin.",
                                                "doubt.", "engine.", "kind.", "structure.",
                                                "file.status.", "waiver.", "deviation.", "problem.",
                                                "standing.", "treatment.", "since."},
        [&](std::string_view prefix) { return key.starts_with(prefix); });
    INFO(key);
    CHECK((is_composed || used.contains(template_name(key)) ||
           sources.find("\"" + key + "\"") != std::string::npos));
  }
}

TEST_CASE("placeholders are filled once and values are not searched again") {
  CHECK(phrase("page", Language::zh, {{"pages", "{pages}"}}) == "第 {pages} 页");
  CHECK(phrase("page", Language::en, {{"other", "1"}}) == "page {pages}");
  CHECK(word("no such key", Language::zh) == "no such key");
}

TEST_CASE("a catalogue has each key once, and both have the same keys") {
  std::map<std::string, std::vector<std::string>> keys;
  for (const embedded::File& file : embedded::wording_files()) {
    std::istringstream lines{std::string(file.content)};
    for (std::string line; std::getline(lines, line);) {
      INFO(file.path << ": " << line);
      if (line.empty() || line.starts_with('#')) continue;
      REQUIRE(line.find(" = ") != std::string::npos);
      keys[std::string(file.path)].push_back(line.substr(0, line.find(" = ")));
    }
  }
  REQUIRE(keys.size() == 2);
  for (auto& [path, list] : keys) {
    std::ranges::sort(list);
    const auto twice = std::ranges::adjacent_find(list);
    INFO(path << ": " << (twice == list.end() ? "" : *twice));
    CHECK(twice == list.end());
  }
  CHECK(keys.begin()->second == keys.rbegin()->second);
}

TEST_CASE("every kind of problem the program is known to report has a wording") {
  for (const char* kind : {"encrypted",
                           "damaged-pdf",
                           "damaged-office",
                           "damaged-image",
                           "damaged-archive",
                           "empty-file",
                           "format-unknown",
                           "format-ppt",
                           "format-odt",
                           "format-exe",
                           "archive-variant",
                           "multi-volume",
                           "empty-archive",
                           "package-limit",
                           "spool-full",
                           "cut-short",
                           "web-page-part",
                           "digital-signature",
                           "watermark",
                           "alt-chunk",
                           "format-rar",
                           "needs-ocr",
                           "text-suspect",
                           "hidden-text",
                           "time-limit",
                           "memory-limit",
                           "page-limit",
                           "size-limit",
                           "ratio-limit",
                           "nesting-limit",
                           "entry-limit",
                           "image-limit",
                           "xml-depth-limit",
                           "symlink",
                           "not-a-file",
                           "permission",
                           "read-error",
                           "unsafe-name",
                           "name-encoding",
                           "name-encoding-unsure",
                           "name-clash",
                           "name-clash-case",
                           "name-clash-normalised",
                           "name-not-portable",
                           "name-shortened",
                           "wrong-extension",
                           "external-reference",
                           "macro",
                           "attachment",
                           "active-content",
                           "permissions",
                           "revisions",
                           "comments",
                           "hidden-sheet",
                           "xml-doctype",
                           "xml-damaged",
                           "blank-page",
                           "page-size",
                           "litter",
                           "empty-dossier",
                           "path-too-deep",
                           "text-repaired",
                           "trailing-data",
                           "size-mismatch",
                           "inconsistent-entry",
                           "checksum",
                           "quarantined",
                           "compression-method"}) {
    INFO(kind);
    CHECK(has_han(problem_in_words({kind, 0, ""}, Language::zh)));
    CHECK(problem_in_words({kind, 0, ""}, Language::en) != kind);
  }
}

TEST_CASE("an unknown kind of problem is shown with its detail") {
  CHECK(problem_in_words({"odd-thing", 0, "7"}, Language::zh) == "odd-thing（7）");
  CHECK(problem_in_words({"odd-thing", 0, ""}, Language::en) == "odd-thing");
  CHECK(remedy_in_words({"odd-thing", 0, ""}, Language::zh).empty());
  CHECK(problem_in_words({"empty-file", 0, "文件为空。请重新提交"}, Language::zh) ==
        "文件是空的（0 字节）");
  CHECK(problem_in_words({"page-limit", 0, "2000"}, Language::en) ==
        "There are more pages than the limit; the rest was not read (2000)");
}

TEST_CASE("page numbers are written as ranges") {
  const auto drawn = [](std::vector<std::uint32_t> pages) { return ranges(pages, Language::zh); };
  CHECK(drawn({}) == "");
  CHECK(drawn({3}) == "3");
  CHECK(drawn({1, 2}) == "1、2");
  CHECK(drawn({1, 2, 3, 7, 9, 10, 11}) == "1–3、7、9–11");
  CHECK(ranges(std::vector<std::uint32_t>{1, 4}, Language::en) == "1, 4");
}

TEST_CASE("sizes are written with their unit") {
  CHECK(size_in_words(0) == "0 B");
  CHECK(size_in_words(1023) == "1023 B");
  CHECK(size_in_words(1024) == "1.0 KB");
  CHECK(size_in_words(912345) == "891 KB");
  CHECK(size_in_words(3812345) == "3.6 MB");
  CHECK(size_in_words(~0ull) == "1048576 TB");
}
