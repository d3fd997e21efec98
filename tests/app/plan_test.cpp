// `biaoshen plan`: what stands in a manifest, what does not, and why.
#include <catch2/catch.hpp>

#include "tests/app/shared_night.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

TEST_CASE("every entry of the inboxes stands in one line, the costliest first") {
  const fs::path folder = fresh_folder("plan/lines");
  write_small_dossiers(folder / "in", 3);
  fs::create_directories(folder / "more");
  write_whole(folder / "more/扫描件.pdf", std::string(2'000'000, 'x'));
  const Ran ran =
      biaoshen::test::biaoshen({"plan", (folder / "in").string(), (folder / "more").string(),
                                "--out", (folder / "m.tsv").string()});
  REQUIRE(ran.exit == 0);
  const auto lines = lines_of(read_whole(folder / "m.tsv"));
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("扫描件.pdf\t" + (folder / "more/扫描件.pdf").string() +
                             "\t2000000\t1\t"));
  CHECK(lines[1].starts_with("材料000\t"));
  CHECK(ran.out.find("4 dossiers, 4 files, 3 MB") != std::string::npos);
}

TEST_CASE("what is still being written waits for the next plan, what is refused stays in") {
  const fs::path folder = fresh_folder("plan/unfinished");
  write_small_dossiers(folder / "in", 1);
  write_whole(folder / "in/大文件.zip.part", "PK");
  fs::create_symlink("/etc", folder / "in/链接");
  const Ran ran = plan(folder / "in", folder / "m.tsv");
  CHECK(ran.exit == 0);
  CHECK(ran.err.find("大文件.zip.part: is still being written, not in this plan") !=
        std::string::npos);
  const std::string manifest = read_whole(folder / "m.tsv");
  CHECK(manifest.find("大文件") == std::string::npos);
  CHECK(manifest.find("链接\t") != std::string::npos);
}

TEST_CASE("two entries that would have one result, and a manifest in an inbox, are refused") {
  const fs::path folder = fresh_folder("plan/refused");
  write_small_dossiers(folder / "in", 2);
  write_small_dossiers(folder / "more", 1);
  const Ran twice =
      biaoshen::test::biaoshen({"plan", (folder / "in").string(), (folder / "more").string(),
                                "--out", (folder / "m.tsv").string()});
  CHECK(twice.exit == 2);
  CHECK(twice.err.find((folder / "in/材料000").string()) != std::string::npos);
  CHECK(twice.err.find((folder / "more/材料000").string()) != std::string::npos);
  CHECK(plan(folder / "in", folder / "in/m.tsv").exit == 2);
  CHECK(plan(folder / "nowhere", folder / "m.tsv").exit == 3);
  CHECK(plan(folder / "in", folder / "nowhere/m.tsv").exit == 5);
  CHECK(!fs::exists(folder / "m.tsv"));
}
