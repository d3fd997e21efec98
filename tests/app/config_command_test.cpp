// The configuration file at the command line: checked, shown, and filled in where options are not
// given.
#include <catch2/catch.hpp>
#include <filesystem>

#include "pipeline/base/text.h"
#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

fs::path config(const std::string& name, const std::string& toml) {
  const fs::path folder = fresh_folder("config/" + name);
  fs::create_directories(folder / "inbox");
  write_whole(folder / "biaoshen.toml", toml);
  return folder / "biaoshen.toml";
}

Ran ran(std::vector<std::string> arguments, const std::string& locale = "C.UTF-8") {
  return biaoshen::test::biaoshen(std::move(arguments), {{"LC_ALL", locale}});
}

}  // namespace

TEST_CASE("config check tells every mistake with file and line, in the terminal's language") {
  const fs::path file = config("mistakes",
                               "settel = 3\n"
                               "lang = 'fr'\n"
                               "limit = ['entires=5']\n");
  const Ran checked = ran({"config", "check", file.string()});
  CHECK(checked.exit == 2);
  CHECK(contains(checked.out,
                 file.string() + ":1: there is no option “settel”; did you mean “settle”?"));
  CHECK(
      contains(checked.out, file.string() + ":2: the value of “lang” has to be \"zh\" or \"en\""));
  CHECK(contains(checked.out, file.string() + ":3: "));
  const Ran chinese = ran({"config", "check", file.string()}, "zh_CN.UTF-8");
  CHECK(contains(chinese.out, "没有“settel”这个选项"));
}

TEST_CASE("a configuration without mistakes is said to be one") {
  const fs::path file = config("fine", "inbox = 'inbox'\nout = 'out'\n");
  const Ran checked = ran({"config", "check", file.string()});
  CHECK(checked.exit == 0);
  CHECK(contains(checked.out, "no mistakes"));
}

TEST_CASE("config show says what holds for each command and where it stands") {
  const fs::path file = config("shown", "inbox = 'inbox'\njobs = 2\n[batch]\njobs = 8\n");
  const Ran shown = ran({"config", "show", file.string()});
  CHECK(shown.exit == 0);
  const std::size_t batch = shown.out.find("[batch]");
  REQUIRE(batch != std::string::npos);
  CHECK(contains(shown.out.substr(0, batch), "jobs = 2   # " + file.string() + ":2"));
  CHECK(contains(shown.out.substr(batch), "jobs = 8   # " + file.string() + ":4"));
  CHECK(contains(shown.out, (file.parent_path() / "inbox").string()));
}

TEST_CASE("a configuration that is not there, or is a folder, is an input that cannot be opened") {
  const fs::path folder = fresh_folder("config/none");
  CHECK(ran({"config", "check", (folder / "x.toml").string()}).exit == 3);
  CHECK(ran({"config", "check", folder.string()}).exit == 3);
}

TEST_CASE("a batch takes from its configuration what the command line does not give") {
  const fs::path file = config("batch", "inbox = 'inbox'\nout = 'out'\n");
  const Ran from_file = ran({"batch", "--config", file.string()});
  CAPTURE(from_file.err);
  CHECK(from_file.exit == 0);
  CHECK(fs::exists(file.parent_path() / "out" / "batch.json"));
  const fs::path elsewhere = file.parent_path() / "elsewhere";
  const Ran overridden = ran({"batch", "--out", elsewhere.string(), "--config", file.string()});
  CAPTURE(overridden.err);
  CHECK(overridden.exit == 0);
  CHECK(fs::exists(elsewhere / "batch.json"));
}

TEST_CASE("INBOX on the command line goes before that of the file") {
  const fs::path file = config("inbox", "inbox = 'nowhere'\nout = 'out'\n");
  const std::string inbox = (file.parent_path() / "inbox").string();
  CHECK(ran({"batch", inbox, "--config", file.string()}).exit == 0);
  CHECK(ran({"batch", "--config", file.string()}).exit == 3);
}

TEST_CASE("what neither gives is still asked for") {
  const fs::path file = config("lacking", "inbox = 'inbox'\n");
  const Ran batch = ran({"batch", "--config", file.string()});
  CHECK(batch.exit == 2);
  CHECK(contains(batch.err, "--out"));
}

TEST_CASE("a configuration with mistakes is used in no part") {
  const fs::path file = config("broken", "inbox = 'inbox'\nout = 'out'\njobs = 'all'\n");
  const Ran batch = ran({"batch", "--config", file.string()});
  CHECK(batch.exit == 2);
  CHECK(contains(batch.err, file.string() + ":3: "));
  CHECK_FALSE(fs::exists(file.parent_path() / "out"));
}
