// --limit: what a secretariat may change, and how it is told what it cannot.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using biaoshen::contains;
using biaoshen::test::fresh_folder;
using biaoshen::test::Ran;
using biaoshen::test::read_whole;
using biaoshen::test::write_whole;

TEST_CASE("a limit that is not one is a usage error that names those there are") {
  const fs::path folder = fresh_folder("limits/usage");
  write_whole(folder / "a.txt", "材料\n");
  const std::string file = (folder / "a.txt").string();
  const Ran unknown = biaoshen::test::biaoshen({"inspect", file, "--limit", "entrys=3"});
  CHECK(unknown.exit == 2);
  CHECK(contains(unknown.err, "entries=2000"));
  for (const std::string wrong : {"entries", "entries=", "entries=0", "entries=-1", "entries=1.5",
                                  "entries=1e99", "seconds=x", "pages=99999999"}) {
    CAPTURE(wrong);
    CHECK(biaoshen::test::biaoshen({"inspect", file, "--limit", wrong}).exit == 2);
  }
  CHECK(biaoshen::test::biaoshen({"inspect", file, "--limit", "seconds=1.5", "--limit", "pages=3"})
            .exit == 0);
}

TEST_CASE("a changed limit holds, is named with its value, and makes another review") {
  const fs::path folder = fresh_folder("limits/review");
  fs::create_directories(folder / "材料");
  for (const std::string name : {"a.txt", "b.txt", "c.txt"})
    write_whole(folder / "材料" / name, "材料 " + name + "\n");
  const auto reviewed = [&](std::vector<std::string> more) {
    std::vector<std::string> command = {"review",  (folder / "材料").string(),
                                        "--out",   (folder / "out").string(),
                                        "--as-of", "2024-08-31"};
    command.insert(command.end(), more.begin(), more.end());
    REQUIRE(biaoshen::test::biaoshen(command).exit == 0);
    return nlohmann::json::parse(read_whole(folder / "out" / "材料" / "dossier.json"));
  };
  const auto all = reviewed({}), two = reviewed({"--limit", "entries=2"});
  CHECK(all["files"].size() == 3);
  bool is_said = false;
  for (const auto& file : two["files"])
    for (const auto& problem : file["problems"])
      is_said = is_said || (problem["kind"] == "entry-limit" && problem["detail"] == "> 2");
  CHECK(is_said);
  CHECK(all["setting_sha256"] != two["setting_sha256"]);
}
