// What the program says of the sandbox of its readers, on this kernel and on one without Landlock.
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "extractors/sandbox/sandbox.h"
#include "tests/app/run_program.h"
#include "tests/sandbox/older_kernel.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::offered_layers;

namespace {

class DossierFolder {
 public:
  explicit DossierFolder(const std::string& name) : folder(fresh_folder("sandbox/" + name)) {
    fs::create_directories(folder / "in" / "材料");
    write_whole(folder / "in" / "材料" / "说明.txt", "团体标准\n");
  }
  std::string at(const std::string& name) const { return (folder / name).string(); }
  std::vector<std::string> review(const std::string& out) const {
    return {"review", at("in/材料"), "--out", at(out), "--as-of", "2024-08-31"};
  }
  Json log(const std::string& name, const std::string& event) const {
    std::istringstream lines(read_whole(folder / name));
    for (std::string line; std::getline(lines, line);)
      if (Json one = Json::parse(line); one["event"] == event) return one;
    return {};
  }
  fs::path folder;
};

std::vector<std::string> with(std::vector<std::string> arguments,
                              const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

// On a kernel before 5.13.
Ran without_landlock(const DossierFolder& desk, const std::vector<std::string>& arguments) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (!biaoshen::testing::become_older_kernel({SYS_landlock_create_ruleset}, {})) ::_exit(99);
    const Ran ran = biaoshen::test::biaoshen(arguments, {{"LC_ALL", "C.UTF-8"}});
    write_whole(desk.folder / "ran.out", ran.out);
    write_whole(desk.folder / "ran.err", ran.err);
    ::_exit(ran.exit);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return {};
  return {WEXITSTATUS(status), read_whole(desk.folder / "ran.out"),
          read_whole(desk.folder / "ran.err")};
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("doctor names the layers that a reader really had") {
  const Ran ran = biaoshen::test::biaoshen({"doctor"}, {{"LC_ALL", "C.UTF-8"}});
  INFO(ran.out);
  CHECK(times(ran.out, "the sandbox of biaoshen-reader: " + to_string(offered_layers())) == 1);
  const DossierFolder desk("doctor");
  const Ran older = without_landlock(desk, {"doctor"});
  INFO(older.out);
  CHECK(older.exit == 0);
  CHECK(times(older.out,
              "[--] the sandbox of biaoshen-reader: limits, no-new-privileges, "
              "call-filter: it lacks landlock") == 1);
}

TEST_CASE("the log of a dossier says which layers were on, its result does not") {
  const DossierFolder desk("log");
  const Ran ran = biaoshen::test::biaoshen(with(desk.review("out"), {"--log", desk.at("log")}));
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  CHECK(desk.log("log", "done")["sandbox"] == to_string(offered_layers()));
  const Ran older =
      without_landlock(desk, with(desk.review("older"), {"--log", desk.at("older.log")}));
  INFO(older.err);
  REQUIRE(older.exit == 0);
  CHECK(desk.log("older.log", "done")["sandbox"] == "limits, no-new-privileges, call-filter");
  for (const char* name : {"dossier.json", "dossier.html", "findings.sarif"})
    CHECK(read_whole(desk.folder / "out/材料" / name) ==
          read_whole(desk.folder / "older/材料" / name));
}

TEST_CASE("a log is never written into the dossier") {
  const DossierFolder desk("log-inside");
  const Ran ran =
      biaoshen::test::biaoshen(with(desk.review("out"), {"--log", desk.at("in/材料/log.jsonl")}));
  CHECK(ran.exit == 2);
  CHECK_FALSE(fs::exists(desk.folder / "in/材料/log.jsonl"));
}

TEST_CASE("a batch says the same of each dossier in its log") {
  const DossierFolder desk("batch");
  const Ran ran = biaoshen::test::biaoshen({"batch", desk.at("in"), "--out", desk.at("out")});
  INFO(ran.err);
  REQUIRE(ran.exit == 0);
  CHECK(desk.log("out/.biaoshen/log.jsonl", "done")["sandbox"] == to_string(offered_layers()));
  CHECK(desk.log("out/.biaoshen/log.jsonl", "batch-started")["sandbox"] ==
        to_string(offered_layers()));
}

TEST_CASE("a kernel without Landlock is said so once, loudly, and nothing else stops") {
  const DossierFolder desk("warned");
  write_whole(desk.folder / "in" / "另一份.txt", "x");
  for (const auto& command :
       {with(desk.review("out"), {desk.at("in/另一份.txt")}),
        std::vector<std::string>{"batch", desk.at("in"), "--out", desk.at("batch")},
        std::vector<std::string>{"inspect", desk.at("in/材料/说明.txt")}}) {
    CAPTURE(command[0]);
    const Ran ran = without_landlock(desk, command);
    INFO(ran.err);
    CHECK(ran.exit == 0);
    CHECK(times(ran.err, "WARNING") == 1);
    CHECK(times(ran.err, "landlock") > 0);
  }
}

TEST_CASE("where the sandbox is required, a machine that lacks a layer refuses to begin") {
  const DossierFolder desk("required");
  write_whole(desk.folder / "experts.csv", "姓名,工作单位,职称\n");
  for (const auto& command :
       {desk.review("out"),
        std::vector<std::string>{"batch", desk.at("in"), "--out", desk.at("out")},
        std::vector<std::string>{"watch", desk.at("in"), "--out", desk.at("out")},
        std::vector<std::string>{"inspect", desk.at("in/材料/说明.txt")},
        std::vector<std::string>{"panel", desk.at("experts.csv"), desk.at("out")}}) {
    CAPTURE(command[0]);
    const Ran ran = without_landlock(desk, with(command, {"--require-sandbox"}));
    INFO(ran.err);
    CHECK(ran.exit == 70);
    CHECK(times(ran.err, "lacks landlock") == 1);
    CHECK(times(ran.err, "5.13") == 1);
    CHECK_FALSE(fs::exists(desk.folder / "out"));
  }
}

TEST_CASE("where the sandbox is required and whole, everything is as without the option") {
  const DossierFolder desk("whole");
  const Ran ran = biaoshen::test::biaoshen(with(desk.review("out"), {"--require-sandbox"}));
  INFO(ran.err);
  if (!offered_layers().are_complete()) {
    CHECK(ran.exit == 70);
    return;
  }
  REQUIRE(ran.exit == 0);
  REQUIRE(biaoshen::test::biaoshen(desk.review("other")).exit == 0);
  CHECK(read_whole(desk.folder / "out/材料/dossier.json") ==
        read_whole(desk.folder / "other/材料/dossier.json"));
}

TEST_CASE("a sandbox that is required and an office without one contradict each other") {
  const DossierFolder desk("contradiction");
  const Ran ran = biaoshen::test::biaoshen(
      with(desk.review("out"), {"--require-sandbox", "--unsandboxed-office"}));
  CHECK(ran.exit == 2);
  CHECK(ran.err.find("--unsandboxed-office") != std::string::npos);
}
