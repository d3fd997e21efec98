// A shard of a batch: what it does, that it can be run again, and how it ends for a scheduler.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/app/shared_night.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

TEST_CASE("a shard reviews its share and no other's, and writes nothing of the batch") {
  const Night night("shard/share");
  REQUIRE(shard(night.manifest, 1, 3, night.out).exit == 0);
  const auto lines = lines_of(read_whole(night.manifest));
  for (std::size_t i = 0; i < lines.size(); ++i)
    CHECK(fs::exists(night.out / lines[i].substr(0, lines[i].find('\t')) / "dossier.json") ==
          (i % 3 == 1));
  CHECK(!fs::exists(night.out / "index.html"));
  CHECK(!fs::exists(night.out / "batch.json"));
}

TEST_CASE("a shard run again changes nothing, and one that has no dossier is done at once") {
  const Night night("shard/again");
  REQUIRE(shard(night.manifest, 0, 1, night.out).exit == 0);
  const auto before = published_tree(night.out);
  const auto written = fs::last_write_time(night.out / "材料000/dossier.json");
  const Ran again = shard(night.manifest, 0, 1, night.out);
  CHECK(again.exit == 0);
  CHECK(again.err.empty());
  CHECK(published_tree(night.out) == before);
  CHECK(fs::last_write_time(night.out / "材料000/dossier.json") == written);
  CHECK(shard(night.manifest, 99, 100, night.out).exit == 0);
}

TEST_CASE("a dossier without a possible result ends a shard with 6, a bad file does not") {
  const Night night("shard/refused");
  write_whole(night.in / "材料001/附件.pdf", "not a PDF");
  fs::create_symlink("/etc", night.in / "链接");
  REQUIRE(plan(night.in, night.manifest).exit == 0);
  const Ran ran = shard(night.manifest, 0, 1, night.out);
  CHECK(ran.exit == 6);
  CHECK(ran.err.find("链接: a symbolic link is not followed") != std::string::npos);
  CHECK(fs::exists(night.out / "材料001/dossier.json"));
}

TEST_CASE("what another try may mend ends with 75, what it cannot with 78 or 2") {
  const Night night("shard/ends", 1);
  SECTION("an inbox that is not there may be a disk that is not there yet") {
    fs::rename(night.in, night.folder / "unmounted");
    const Ran ran = shard(night.manifest, 0, 1, night.out);
    CHECK(ran.exit == 75);
    CHECK(ran.err.find("cannot be reached from this machine") != std::string::npos);
  }
  SECTION("OUT that cannot be written") {
    write_whole(night.out, "a file");
    CHECK(shard(night.manifest, 0, 1, night.out).exit == 75);
  }
  SECTION("settings and manifests that are wrong stay wrong") {
    CHECK(shard(night.manifest, 0, 1, night.out, {"--programme", "nowhere"}).exit == 78);
    CHECK(shard(night.manifest, 0, 1, night.out, {"--as-of", "yesterday"}).exit == 78);
    CHECK(shard(night.folder / "none.tsv", 0, 1, night.out).exit == 78);
    std::ofstream(night.manifest, std::ios::app) << "half a li";
    CHECK(shard(night.manifest, 0, 1, night.out).exit == 78);
    CHECK(shard(night.manifest, 0, 1, night.in / "out").exit == 78);
  }
  SECTION("command lines that make no sense") {
    CHECK(shard(night.manifest, 1, 1, night.out).exit == 2);
    CHECK(shard(night.manifest, 0, 0, night.out).exit == 2);
    CHECK(shard(night.manifest, 0, 1, night.out, {"--fail-on", "return"}).exit == 2);
    CHECK(shard(night.manifest, 0, 1, night.out, {night.in.string()}).exit == 2);
    const std::string manifest = night.manifest.string(), out = night.out.string();
    CHECK(biaoshen::test::biaoshen({"batch", "--manifest", manifest, "--out", out}).exit == 2);
    CHECK(biaoshen::test::biaoshen({"batch", "--out", out}).exit == 2);
  }
}

TEST_CASE("a dossier whose tries were given up by others has a result that says so") {
  const Night night("shard/given-up", 1);
  // Whoever tried it last was killed: many times over, as its note says.
  REQUIRE(shard(night.manifest, 0, 1, night.out).exit == 0);
  std::ifstream receipts((*fs::directory_iterator(night.out / ".biaoshen/receipts")).path());
  std::string line;
  std::getline(receipts, line);
  const std::string input = lines_of([&] {
    std::string fields = line;
    for (char& c : fields)
      if (c == '\t') c = '\n';
    return fields;
  }())[3];
  fs::remove_all(night.out / "材料000");
  fs::create_directories(night.out / ".biaoshen/tries");
  write_whole(night.out / ".biaoshen/tries/材料000", "rest\n" + input + "\n2 0 0\n进程崩溃");
  const Ran ran = shard(night.manifest, 0, 1, night.out);
  CHECK(ran.exit == 0);
  const std::string dossier = read_whole(night.out / "材料000/dossier.json");
  CHECK(dossier.find("\"quarantined\"") != std::string::npos);
  CHECK(dossier.find("进程崩溃") != std::string::npos);
}
