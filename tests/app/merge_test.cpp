// Shards and a merge give, byte for byte, what one process gives; and a merge counts.
#include <catch2/catch.hpp>

#include "tests/app/shared_night.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

TEST_CASE(
    "shards and a merge leave the tree that one process leaves, copies among shards included") {
  const Night night("merge/same", 13);
  fs::create_symlink("/etc", night.in / "链接");
  REQUIRE(plan(night.in, night.manifest).exit == 0);
  for (int i = 0; i < 3; ++i) shard(night.manifest, i, 3, night.out);
  const Ran merged = merge(night.manifest, night.out);
  CHECK(merged.exit == 6);  // the link, as in a batch
  const Ran whole = whole_batch(night.in, night.folder / "whole");
  CHECK(whole.exit == 6);
  const auto tree = published_tree(night.out);
  CHECK(tree.contains("index.html"));
  CHECK(tree.at("材料012/dossier.json").find("\"duplicate_of\": \"材料000\"") != std::string::npos);
  CHECK(tree == published_tree(night.folder / "whole"));

  SECTION("all of it again changes no byte") {
    for (int i = 0; i < 3; ++i) shard(night.manifest, i, 3, night.out);
    CHECK(merge(night.manifest, night.out).exit == 6);
    CHECK(published_tree(night.out) == tree);
  }
  SECTION("a batch of the same inbox finds nothing to do") {
    CHECK(whole_batch(night.in, night.out).exit == 6);
    CHECK(published_tree(night.out) == tree);
  }
}

TEST_CASE("a merge counts: what is left is printed as a manifest, and nothing is written") {
  const Night night("merge/holes", 7);
  REQUIRE(shard(night.manifest, 0, 2, night.out).exit == 0);
  const Ran holes = merge(night.manifest, night.out);
  CHECK(holes.exit == 1);
  CHECK(lines_of(holes.out).size() == 3);
  CHECK(holes.err.find("3 / 7") != std::string::npos);
  CHECK(!fs::exists(night.out / "index.html"));
  write_whole(night.folder / "holes.tsv", holes.out);
  REQUIRE(shard(night.folder / "holes.tsv", 0, 1, night.out).exit == 0);
  CHECK(merge(night.manifest, night.out).exit == 0);
  CHECK(fs::exists(night.out / "index.html"));
}

TEST_CASE("a result that is gone, of other files, or of other settings is a hole") {
  const Night night("merge/stale", 3);
  night.run_shards(2);
  REQUIRE(merge(night.manifest, night.out).exit == 0);
  SECTION("gone") {
    fs::remove_all(night.out / "材料001");
    const Ran ran = merge(night.manifest, night.out);
    CHECK(ran.exit == 1);
    CHECK(ran.out.starts_with("材料001\t"));
  }
  SECTION("of other files") {
    write_whole(night.in / "材料002/申报书.txt",
                "团体标准应用示范项目申报书\n标准编号：T/XYZ 9—2022\n");
    const Ran ran = merge(night.manifest, night.out);
    CHECK(ran.exit == 1);
    CHECK(ran.out.starts_with("材料002\t"));
    CHECK(ran.err.find("touched since it was reviewed") != std::string::npos);
  }
  SECTION("of other settings") {
    const Ran ran = merge(night.manifest, night.out, {"--as-of", "2020-01-01"});
    CHECK(ran.exit == 1);
    CHECK(lines_of(ran.out).size() == 3);
  }
  SECTION("taken out of the inbox: an error that a new plan mends, and no hole") {
    fs::remove_all(night.in / "材料001");
    const Ran ran = merge(night.manifest, night.out);
    CHECK(ran.exit == 6);
    CHECK(ran.err.find("材料001: is not in its inbox any more; make a new plan") !=
          std::string::npos);
  }
}

TEST_CASE("a copy whose original has other files now is reviewed by itself") {
  const Night night("merge/parted", 7);  // 材料006 is a copy of 材料000
  night.run_shards(2);
  REQUIRE(merge(night.manifest, night.out).exit == 0);
  write_whole(night.in / "材料000/申报书.txt",
              "团体标准应用示范项目申报书\n标准编号：T/XYZ 77—2022\n");
  REQUIRE(plan(night.in, night.manifest).exit == 0);
  night.run_shards(3);
  if (merge(night.manifest, night.out).exit == 1) {  // its shard came before that of the original
    night.run_shards(1);
    CHECK(merge(night.manifest, night.out).exit == 0);
  }
  const std::string dossier = read_whole(night.out / "材料006/dossier.json");
  CHECK(dossier.find("duplicate_of") == std::string::npos);
}

TEST_CASE("a merge without shards, or beside another program, says what is wrong") {
  const Night night("merge/alone", 1);
  const Ran ran = merge(night.manifest, night.out);
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("no shard says that it has done it") != std::string::npos);
  CHECK(merge(night.folder / "none.tsv", night.out).exit == 3);
  CHECK(merge(night.manifest, night.in / "out").exit == 2);
  CHECK(!fs::exists(night.in / "out"));
}
