// What is published is there whole or not at all, whatever happens on the way: the publishing
// process is killed, or the disk fails, at each of its steps in turn (tests/endurance/fail_at.c).
#include "pipeline/ledger/publish.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <sstream>

#include "pipeline/ledger/out_lock.h"
#include "tests/ledger/scratch_folder.h"

namespace fs = std::filesystem;
using namespace biaoshen;
using biaoshen::test::ScratchFolder;

namespace {

const std::string kFolder = "甲";

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Every file below a folder with its contents, every empty folder with "/".
ResultFiles tree(const fs::path& folder) {
  ResultFiles files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (entry.is_regular_file()) files[path] = read_whole(entry.path());
    if (entry.is_directory() && fs::is_empty(entry.path())) files[path] = "/";
  }
  return files;
}

ResultFiles result(const std::string& of) {
  return {{"dossier.json", "{\"of\": \"" + of + "\"}"},
          {"dossier.html", "<html>" + of + "</html>"},
          {"evidence/f01.png", std::string(5000, of.at(0))}};
}

std::string paths(const ResultFiles& files) {
  std::string text;
  for (const auto& [path, bytes] : files) text += path + "\n";
  return text;
}

std::string revision_path(int revision) {
  return ".biaoshen/history/" + kFolder + "/" + std::to_string(revision) + "/";
}

ResultFiles with_prefix(const std::string& prefix, const ResultFiles& files) {
  ResultFiles out;
  for (const auto& [path, bytes] : files) out[prefix + path] = bytes;
  return out;
}

ResultFiles both(ResultFiles one, const ResultFiles& other) {
  one.insert(other.begin(), other.end());
  return one;
}

void publish_well(const fs::path& out, const std::string& of, const Publishing& how = {}) {
  const auto done = publish(out, kFolder, result(of), how);
  INFO((done ? "" : done.error().message));
  REQUIRE(done);
}

// What lies in OUT before, what is published, and what lies there then.
struct Scenario {
  std::string name;
  std::function<void(const fs::path&)> prepare;
  std::function<Result<void>(const fs::path&)> publish;
  ResultFiles before, after;  // of OUT/甲
  ResultFiles end;            // of OUT
};

const std::vector<Scenario>& scenarios() {
  static const ResultFiles kOld = result("old"), kNew = result("new");
  // As a review does it: of what is there it keeps the result of other files, not its own, and
  // looks again where somebody put another one there meanwhile.
  static const auto publish_new = [](int keep_as) {
    return [keep_as](const fs::path& out) {
      for (;;) {
        const std::string stamp = result_stamp(out, kFolder);
        const bool is_published = tree(out / kFolder) == kNew;
        auto done = publish(out, kFolder, kNew, {is_published ? 0 : keep_as, stamp});
        if (done || done.error().code != ErrorCode::again) return done;
      }
    };
  };
  static const auto put_old = [](const fs::path& out) { publish_well(out, "old"); };
  static const ResultFiles kPlaced = with_prefix(kFolder + "/", kNew);
  static const std::vector<Scenario> all = {
      {"first", [](const fs::path&) {}, publish_new(0), {}, kNew, kPlaced},
      {"again", put_old, publish_new(0), kOld, kNew, kPlaced},
      {"revision", put_old, publish_new(1), kOld, kNew,
       both(kPlaced, with_prefix(revision_path(1), kOld))},
      {"revision that was kept half before",
       [](const fs::path& out) {
         put_old(out);
         fs::create_directories(out / revision_path(2));
         std::ofstream(out / revision_path(2) / "dossier.json") << "of another life";
       },
       publish_new(2), kOld, kNew, both(kPlaced, with_prefix(revision_path(2), kOld))},
      {"file",
       [](const fs::path& out) { std::ofstream(out / "index.html") << "old"; },
       [](const fs::path& out) { return publish_file(out, "index.html", "new"); },
       {},
       {},
       {{"index.html", "new"}}},
      {"result put in place with others", put_old,
       [](const fs::path& out) -> Result<void> {
         for (;;) {
           const auto errors = publish_together(out, {{kFolder, kNew, result_stamp(out, kFolder)}});
           if (errors.empty()) return {};
           const Error& error = errors.begin()->second;
           if (error.code != ErrorCode::again) return tl::unexpected(error);
         }
       },
       kOld, kNew, kPlaced},
      {"file written piece by piece",
       [](const fs::path& out) { std::ofstream(out / "index.html") << "old"; },
       [](const fs::path& out) {
         return publish_file(out, "index.html", [](std::ostream& to) {
           to << "n"
              << "ew";
         });
       },
       {},
       {},
       {{"index.html", "new"}}},
  };
  return all;
}

struct Failing {
  const char* with;  // kill, ENOSPC, …
  bool network = false;
};
struct Outcome {
  int status = 0;  // of waitpid
  long steps = 0;  // that were counted
};

// Publishes the scenario in a process of its own whose n-th change of OUT goes wrong.
Outcome publish_failing(std::size_t scenario, const fs::path& out, const Failing& how, long step) {
  const fs::path counter = out.parent_path() / "counter";
  fs::remove(counter);
  std::vector<std::string> environment = {"LD_PRELOAD=" BINARY_DIR "/fail_at.so",
                                          "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0",
                                          "FAIL_AT_PROGRAM=test-ledger",
                                          "FAIL_AT_UNDER=" + out.string(),
                                          "FAIL_AT_COUNTER=" + counter.string(),
                                          "FAIL_AT_STEP=" + std::to_string(step),
                                          std::string("FAIL_AT_WITH=") + how.with,
                                          "PUBLISH_INTO=" + out.string(),
                                          "PUBLISH_SCENARIO=" + std::to_string(scenario)};
  if (how.network) environment.push_back("FAIL_AT_NETWORK=1");
  const pid_t child = ::fork();
  if (child == 0) {
    std::vector<char*> variables;
    for (std::string& variable : environment) variables.push_back(variable.data());
    variables.push_back(nullptr);
    const int null = ::open("/dev/null", O_WRONLY);
    ::dup2(null, STDOUT_FILENO);
    const char* self = "/proc/self/exe";
    const char* arguments[] = {"test-ledger", "[publisher]", nullptr};
    ::execve(self, const_cast<char**>(arguments), variables.data());
    ::_exit(127);
  }
  Outcome outcome;
  REQUIRE(::waitpid(child, &outcome.status, 0) == child);
  const std::string counted = read_whole(counter);
  REQUIRE(counted.size() >= sizeof outcome.steps);
  std::memcpy(&outcome.steps, counted.data(), sizeof outcome.steps);
  return outcome;
}

// What a reader of OUT may see at any time.
void check_whole(const Scenario& scenario, const fs::path& out, bool may_be_absent) {
  const ResultFiles seen = tree(out / kFolder);
  const bool is_whole =
      seen == scenario.before || seen == scenario.after || (may_be_absent && seen.empty());
  CHECK(is_whole);
  for (const auto& entry : fs::directory_iterator(out)) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    CHECK((name == kFolder || name == ".biaoshen" || name == "index.html"));
  }
  if (fs::exists(out / "index.html")) {
    const std::string index = read_whole(out / "index.html");
    CHECK((index == "old" || index == "new"));
  }
}

void fail_at_each_step(std::size_t at, const Failing& how) {
  const Scenario& scenario = scenarios().at(at);
  const bool kills = std::strcmp(how.with, "kill") == 0;
  for (long step = 1;; ++step) {
    CAPTURE(scenario.name, how.with, how.network, step);
    const ScratchFolder scratch;
    const fs::path out = scratch / "out";
    fs::create_directory(out);
    scenario.prepare(out);
    const Outcome outcome = publish_failing(at, out, how, step);
    if (outcome.steps < step) {
      CHECK((tree(out) == scenario.end));
      CHECK(step > 8);
      return;
    }
    if (kills) {
      REQUIRE(WIFSIGNALED(outcome.status));
    } else {
      REQUIRE(WIFEXITED(outcome.status));
    }
    // Two renames instead of one leave a moment without a result to who is killed in it.
    check_whole(scenario, out, kills && how.network);
    const auto again = scenario.publish(out);
    INFO((again ? "" : again.error().message));
    REQUIRE(again);
    INFO(paths(tree(out)));
    // Publishing a result sweeps the stage; for other files a batch or watch does so at its start.
    if (!scenario.after.empty()) CHECK((tree(out) == scenario.end));
    REQUIRE(clear_stage(out));
    CHECK((tree(out) == scenario.end));
  }
}

}  // namespace

// Run by publish_failing() alone.
TEST_CASE("publishes what the environment says", "[.][publisher]") {
  const char* out = std::getenv("PUBLISH_INTO");
  const char* scenario = std::getenv("PUBLISH_SCENARIO");
  REQUIRE(out != nullptr);
  REQUIRE(scenario != nullptr);
  CHECK(scenarios().at(std::stoul(scenario)).publish(out));
}

TEST_CASE("killed at any step a result is whole, and the next try ends as if nothing had been") {
  for (std::size_t at = 0; at < scenarios().size(); ++at) fail_at_each_step(at, {"kill"});
}

TEST_CASE("a file system that cannot exchange folders loses no result either") {
  for (std::size_t at = 0; at < scenarios().size(); ++at) fail_at_each_step(at, {"kill", true});
}

TEST_CASE("a disk that is full, broken or read-only at any step spoils nothing") {
  const char* with = GENERATE("ENOSPC", "EIO", "EROFS");
  for (std::size_t at = 0; at < scenarios().size(); ++at) fail_at_each_step(at, {with});
}

TEST_CASE("a failing disk is told as an error of OUT, not as a mistake of ours") {
  const ScratchFolder out;
  fs::permissions(out.path(), fs::perms::owner_read | fs::perms::owner_exec);
  if (::geteuid() == 0) return;  // to whom no folder is closed
  const auto done = publish(out.path(), kFolder, result("new"));
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::output);
  CHECK(done.error().message.find("cannot be written") != std::string::npos);
}

TEST_CASE("the results of earlier revisions stay, each as it was") {
  const ScratchFolder out;
  publish_well(out.path(), "1");
  publish_well(out.path(), "2", {1, std::nullopt});
  publish_well(out.path(), "3", {2, std::nullopt});
  CHECK((tree(out / kFolder) == result("3")));
  CHECK((tree(history_folder(out.path(), kFolder, 1)) == result("1")));
  CHECK((tree(history_folder(out.path(), kFolder, 2)) == result("2")));
  CHECK_FALSE(fs::exists(history_folder(out.path(), kFolder, 3)));
  CHECK_FALSE(fs::exists(out / ".biaoshen/stage"));
}

TEST_CASE("a plain review leaves nothing in OUT but its result") {
  const ScratchFolder out;
  publish_well(out.path(), "1");
  publish_well(out.path(), "2");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(out.path()))
    names.push_back(entry.path().filename().string());
  CHECK(names == std::vector<std::string>{kFolder});
}

TEST_CASE("a result made from one that is no longer there is not published") {
  const ScratchFolder out;
  Publishing from_nothing{0, ""};
  publish_well(out.path(), "1", from_nothing);
  const std::string first = result_stamp(out.path(), kFolder);
  CHECK_FALSE(first.empty());
  const auto late = publish(out.path(), kFolder, result("2"), from_nothing);
  REQUIRE_FALSE(late);
  CHECK(late.error().code == ErrorCode::again);
  CHECK((tree(out / kFolder) == result("1")));
  publish_well(out.path(), "2", {1, first});
  CHECK(result_stamp(out.path(), kFolder) != first);
  CHECK_FALSE(publish(out.path(), kFolder, result("3"), {0, first}));
  CHECK((tree(out / kFolder) == result("2")));
}

TEST_CASE("changes made side by side are all there in the end") {
  const ScratchFolder out;
  REQUIRE(publish(out.path(), kFolder, {{"dossier.json", ""}}));
  const auto add = [&](char letter) {
    for (int times = 0; times < 25; ++times) {
      const auto done =
          change_result(out.path(), kFolder, [&]() -> Result<std::optional<ResultChange>> {
            auto files = published_files(out / kFolder);
            if (!files) return tl::unexpected(files.error());
            (*files)["dossier.json"] += letter;
            return ResultChange{std::move(*files), 0};
          });
      if (!done) return false;
    }
    return true;
  };
  std::vector<pid_t> children;
  for (const char letter : {'a', 'b', 'c'}) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(add(letter) ? 0 : 1);
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  const std::string all = read_whole(out / kFolder / "dossier.json");
  for (const char letter : {'a', 'b', 'c'}) CHECK(std::count(all.begin(), all.end(), letter) == 25);
}

TEST_CASE("nothing that is not a result of ours is replaced") {
  const ScratchFolder out;
  fs::create_directory(out / kFolder);
  std::ofstream(out / kFolder / "thesis.docx") << "precious";
  const auto done = publish(out.path(), kFolder, result("new"));
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::output);
  CHECK(read_whole(out / kFolder / "thesis.docx") == "precious");
  for (const char* name : {"", ".", "..", ".biaoshen", "a/b", "../escape"})
    CHECK_FALSE(publish(out.path(), name, result("new")));
  CHECK_FALSE(fs::exists(out.path().parent_path() / "escape"));
}

TEST_CASE("names are carried as they are, up to the longest") {
  const ScratchFolder out;
  for (const std::string& name :
       {std::string(255, 'x'), std::string("a\nb"), std::string("\xff\xfe"), std::string("\"'<&"),
        std::string("..x"), std::string("-rf"), std::string(".hidden")}) {
    CAPTURE(name);
    REQUIRE(publish(out.path(), name, result("old")));
    REQUIRE(publish(out.path(), name, result("new"), {1, std::nullopt}));
    CHECK((tree(out / name) == result("new")));
    CHECK((tree(history_folder(out.path(), name, 1)) == result("old")));
  }
}

TEST_CASE("what a living program is writing is not swept away, what a dead one left is") {
  const ScratchFolder out;
  fs::create_directories(out / ".biaoshen/stage/1-0/result");
  std::ofstream(out / ".biaoshen/stage/1-0/result/dossier.json") << "half";
  const fs::path alive = out / ".biaoshen/stage/1-1";
  fs::create_directories(alive / "result");
  const int held = ::open(alive.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(::flock(held, LOCK_EX | LOCK_NB) == 0);
  REQUIRE(clear_stage(out.path()));
  CHECK(fs::exists(alive / "result"));
  CHECK_FALSE(fs::exists(out / ".biaoshen/stage/1-0"));
  ::close(held);
  publish_well(out.path(), "new");
  CHECK_FALSE(fs::exists(out / ".biaoshen"));
}

TEST_CASE("a file beside the results is replaced whole, also in a folder of our own") {
  const ScratchFolder out;
  REQUIRE(publish_file(out.path(), "status.json", "{}", true));
  REQUIRE(publish_file(out.path(), "status.json", "{\"a\":1}", true));
  CHECK(read_whole(out / "status.json") == "{\"a\":1}");
  CHECK_FALSE(fs::exists(out / ".biaoshen"));
  fs::create_directory(out / ".biaoshen");
  REQUIRE(publish_file(out.path(), ".biaoshen/index.html", "<html>"));
  CHECK(read_whole(out / ".biaoshen/index.html") == "<html>");
}

TEST_CASE("space is asked for with a reserve that a small disk can bear") {
  const ScratchFolder out;
  CHECK(check_space(out.path(), 0));
  const auto short_of = check_space(out.path(), std::uint64_t{1} << 60);
  REQUIRE_FALSE(short_of);
  CHECK(short_of.error().code == ErrorCode::output);
  CHECK(short_of.error().message.find("MiB") != std::string::npos);
}
