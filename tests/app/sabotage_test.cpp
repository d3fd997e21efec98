// A dossier whose files take their readers over, each in another way: it is published all the same,
// says what happened to each file, and reads the honest ones among them. The saboteur stands in the
// place of biaoshen-reader, beside the program.
#include <catch2/catch.hpp>
#include <chrono>
#include <map>

#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

const std::map<std::string, std::string> kSabotages = {
    {"crash", "crash"},
    {"abort", "crash"},
    {"exit-0", "crash"},
    {"before-first-frame", "crash"},
    {"in-mid-frame", "crash"},
    {"exit-71", "memory-limit"},
    {"hang", "time-limit"},
    {"ignore-term", "time-limit"},
    {"close-stdout", "crash"},
    {"child-in-group", "time-limit"},
    {"endless-messages", "time-limit"},
    {"endless-asks", "protocol"},
    {"giant-page", "protocol"},
    {"length-above-limit", "protocol"},
    {"page-2-first", "protocol"},
    {"confined-late", "protocol"},
};

// The program and its "reader" in a folder of their own.
fs::path programs(const fs::path& folder) {
  const fs::path build = BINARY_DIR;
  fs::copy_file(build / "biaoshen", folder / "biaoshen");
  fs::copy_file(build / "biaoshen-saboteur", folder / "biaoshen-reader");
  return folder / "biaoshen";
}

bool has_problem(const Json& file, const std::string& kind) {
  for (const Json& problem : file["problems"])
    if (problem["kind"] == kind) return true;
  return false;
}

}  // namespace

TEST_CASE("what takes its reader over costs its own file, and nothing of the dossier besides") {
  const fs::path folder = fresh_folder("sabotage");
  const fs::path dossier = folder / "dossier", program = programs(folder);
  fs::create_directories(dossier);
  for (const auto& [word, problem] : kSabotages) write_whole(dossier / (word + ".txt"), word);
  for (const char* name : {"a.txt", "m.txt", "z.txt"}) write_whole(dossier / name, "honest");
  const auto start = std::chrono::steady_clock::now();
  const Ran ran = run_program(
      {program.string(), "review", dossier.string(), "--out", (folder / "out").string(), "--jobs",
       "20", "--log", (folder / "log").string(), "--limit", "seconds=3", "--limit",
       "seconds-per-recognised-page=0.001", "--limit", "seconds-per-page=0.001"},
      folder);
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
  const Json json = Json::parse(read_whole(folder / "out/dossier/dossier.json"));
  CHECK(json["files"].size() == kSabotages.size() + 3);
  for (const Json& file : json["files"]) {
    const std::string path = file["path"];
    CAPTURE(path, file.dump());
    const auto sabotage = kSabotages.find(path.substr(0, path.size() - 4));
    if (sabotage == kSabotages.end()) {
      CHECK(file["status"] == "read");
    } else {
      CHECK(file["status"] != "read");
      CHECK(has_problem(file, sabotage->second));
    }
  }
  // What a library said last is for the log alone.
  CHECK(read_whole(folder / "log").find("last words") != std::string::npos);
  CHECK(json.dump().find("last words") == std::string::npos);
}

TEST_CASE("readers that say much before they crash do not cost the dossier its result") {
  const fs::path folder = fresh_folder("sabotage-loud");
  const fs::path inbox = folder / "inbox", program = programs(folder);
  fs::create_directories(inbox / "dossier");
  for (int i = 0; i < 20; ++i)
    write_whole(inbox / "dossier" / (std::to_string(i) + ".txt"),
                "loud-crash " + std::to_string(i));
  const Ran ran = run_program(
      {program.string(), "batch", inbox.string(), "--out", (folder / "out").string()}, folder);
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  const Json json = Json::parse(read_whole(folder / "out/dossier/dossier.json"));
  CHECK(json["files"].size() == 20);
  CHECK(json.dump().find("quarantined") == std::string::npos);
  for (const Json& file : json["files"]) CHECK(has_problem(file, "crash"));
}
