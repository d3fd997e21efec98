// `biaoshen submit`: what is handed to a scheduler. tests/cluster runs it with a real Slurm.
#include <catch2/catch.hpp>

#include "tests/app/shared_night.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;

namespace {

struct Submitted {
  explicit Submitted(const std::string& name, const std::vector<std::string>& more,
                     const std::string& out_name = "out")
      : folder(fresh_folder("submit/" + name)), out(folder / out_name) {
    write_small_dossiers(folder / "in", 3);
    REQUIRE(plan(folder / "in", folder / "m.tsv").exit == 0);
    std::vector<std::string> arguments = {"submit", "--manifest", (folder / "m.tsv").string(),
                                          "--out", out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    ran = biaoshen::test::biaoshen(arguments);
  }
  std::string script(const char* name) const {
    return read_whole(out / ".biaoshen/submitted" / name);
  }
  fs::path folder, out;
  Ran ran;
};

bool is_bash(const fs::path& script) {
  return run_program({"/bin/bash", "-n", script.string()}, fresh_folder("submit/bash")).exit == 0;
}

}  // namespace

TEST_CASE("for Slurm an array of shards and a merge after it, with the options of both") {
  const Submitted one("slurm", {"--engine", "slurm", "--shards", "4", "--cpus", "2", "--print",
                                "--", "--as-of", "2024-09-01", "--policy", "it's here.xml"});
  REQUIRE(one.ran.exit == 0);
  CHECK(one.ran.out.find("--array=0-3") != std::string::npos);
  CHECK(one.ran.out.find("--requeue") != std::string::npos);
  CHECK(one.ran.out.find("--dependency=afterany:$array") != std::string::npos);
  const std::string options = "'--as-of' '2024-09-01' '--policy' 'it'\\''s here.xml'";
  CHECK(one.script("shard.sh").find("--shards 4") != std::string::npos);
  CHECK(one.script("shard.sh").find("--jobs 2 " + options) != std::string::npos);
  CHECK(one.script("merge.sh").find(options) != std::string::npos);
  CHECK(one.script("manifest.tsv") == read_whole(one.folder / "m.tsv"));
  for (const char* name : {"shard.sh", "merge.sh"}) {
    CHECK(one.script(name).find('@') == std::string::npos);
    CHECK(is_bash(one.out / ".biaoshen/submitted" / name));
  }
}

TEST_CASE("for GNU parallel a script that does the whole night, also in folders with odd names") {
  const Submitted one("parallel", {"--engine", "parallel", "--shards", "2"}, "汇 总'出");
  REQUIRE(one.ran.exit == 0);
  write_whole(one.folder / "night.sh", one.ran.out);
  REQUIRE(is_bash(one.folder / "night.sh"));
  CHECK(one.ran.out.find("seq 0 1 | parallel --quote") != std::string::npos);
  CHECK(one.ran.out.find("'" + (one.folder / "汇 总'\\''出").string() + "'") != std::string::npos);
}

TEST_CASE("for Kubernetes an indexed job and the merge, with nothing left to replace") {
  const Submitted one("kubernetes", {"--engine", "kubernetes", "--shards", "5"});
  REQUIRE(one.ran.exit == 0);
  CHECK(one.ran.out.find("completions: 5") != std::string::npos);
  CHECK(one.ran.out.find("completionMode: Indexed") != std::string::npos);
  CHECK(one.ran.out.find("name: biaoshen-merge") != std::string::npos);
  CHECK(one.ran.out.find('@') == std::string::npos);
}

TEST_CASE("without a number of shards each has about ten minutes; an empty plan is refused") {
  const Submitted one("default", {"--engine", "slurm", "--print"});
  CHECK(one.ran.out.find("--array=0-0") != std::string::npos);
  write_whole(one.folder / "empty.tsv", "");
  const Ran empty =
      biaoshen::test::biaoshen({"submit", "--engine", "slurm", "--manifest",
                                (one.folder / "empty.tsv").string(), "--out", one.out.string()});
  CHECK(empty.exit == 3);
  const fs::path inside = one.folder / "in/out";
  CHECK(biaoshen::test::biaoshen({"submit", "--engine", "slurm", "--print", "--manifest",
                                  (one.folder / "m.tsv").string(), "--out", inside.string()})
            .exit == 2);
  CHECK(!fs::exists(inside));
}
