#include "pipeline/service/config.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "pipeline/service/config_keys.h"

using namespace biaoshen;

namespace {

Configuration read(const std::string& toml) {
  return read_configuration(toml, "/etc/biaoshen");
}

std::vector<std::string> values(const std::vector<Setting>& settings, const std::string& option) {
  for (const Setting& setting : settings)
    if (setting.option == option) return setting.values;
  return {};
}

std::string only_mistake(const std::string& toml) {
  const Configuration config = read(toml);
  REQUIRE(config.mistakes.size() == 1);
  CHECK_FALSE(config.mistakes[0].message.zh.empty());
  return std::to_string(config.mistakes[0].line) + ": " + config.mistakes[0].message.en;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("what stands at the top is for both commands, what stands in a table for one") {
  const Configuration config = read(
      "inbox = '/srv/inbox'\n"
      "jobs = 2\n"
      "settle = 30\n"
      "[batch]\n"
      "jobs = 8\n"
      "until = '06:30'\n");
  REQUIRE(config.mistakes.empty());
  CHECK(values(config.watch, "inbox") == Values{"/srv/inbox"});
  CHECK(values(config.batch, "inbox") == Values{"/srv/inbox"});
  CHECK(values(config.watch, "jobs") == Values{"2"});
  CHECK(values(config.batch, "jobs") == Values{"8"});
  CHECK(values(config.watch, "settle") == Values{"30"});
  CHECK(values(config.batch, "settle").empty());
  CHECK(values(config.watch, "until").empty());
  CHECK(values(config.batch, "until") == Values{"06:30"});
}

TEST_CASE("a setting knows its line") {
  const Configuration config = read("\n\njobs = 2\n[watch]\n\nsettle = 1.5\n");
  REQUIRE(config.watch.size() == 2);
  CHECK(config.watch[0].line == 3);
  CHECK(config.watch[1].line == 6);
  CHECK(config.watch[1].values == Values{"1.5"});
}

TEST_CASE("relative paths begin at the folder of the file") {
  const Configuration config =
      read("inbox = 'in/../box'\npolicy = '/a/p.xml'\nprogramme = 'x@2024'\n");
  CHECK(values(config.watch, "inbox") == Values{"/etc/biaoshen/box"});
  CHECK(values(config.watch, "policy") == Values{"/a/p.xml"});
  CHECK(values(config.watch, "programme") == Values{"x@2024"});
}

TEST_CASE("values are as on the command line") {
  const Configuration config = read(
      "limit = ['entries=5000', 'file-mib=10']\n"
      "as-of = 2026-08-31\n"
      "show-personal-data = false\n"
      "cache-size = '500M'\n"
      "lang = 'en'\n");
  REQUIRE(config.mistakes.empty());
  CHECK(values(config.batch, "limit") == Values{"entries=5000", "file-mib=10"});
  CHECK(values(config.batch, "as-of") == Values{"2026-08-31"});
  CHECK(values(config.batch, "show-personal-data") == Values{"false"});
  CHECK(values(config.batch, "cache-size") == Values{"500M"});
}

TEST_CASE("a list of nothing sets nothing") {
  const Configuration config = read("limit = []\n");
  CHECK(config.mistakes.empty());
  CHECK(config.batch.empty());
}

TEST_CASE("all mistakes are told, in the order of their lines") {
  const Configuration config = read(
      "[watch]\n"
      "settel = 20\n"
      "poll = 'often'\n"
      "[batch]\n"
      "settle = 20\n"
      "[nightly]\n"
      "jobs = 1\n");
  std::vector<int> lines;
  for (const ConfigMistake& mistake : config.mistakes) lines.push_back(mistake.line);
  CHECK(lines == std::vector<int>{2, 3, 5, 6});
}

TEST_CASE("a misspelt option is told with the one that was meant") {
  CHECK(only_mistake("[watch]\nsettel = 20\n") ==
        "2: there is no option “settel”; did you mean “settle”?");
  CHECK(only_mistake("[wacth]\n") == "1: there is no option “wacth”; did you mean “watch”?");
  CHECK(only_mistake("qqqqqqqqqq = 1\n") == "1: there is no option “qqqqqqqqqq”");
}

TEST_CASE("an option below the wrong command is told with the right one") {
  CHECK(only_mistake("[watch]\nuntil = '06:00'\n") ==
        "2: “until” is an option of batch; write it below [batch]");
  CHECK(only_mistake("watch = 3\n") == "1: [watch] has to be a table");
}

TEST_CASE("a value that the command line would refuse is refused with what is expected") {
  for (const char* wrong : {"settle = -1",
                            "settle = '20'",
                            "settle = nan",
                            "settle = inf",
                            "poll = true",
                            "poll = 0",
                            "poll = 0.0",
                            "stall = 0",
                            "stall = -0.0",
                            "jobs = 1.5",
                            "jobs = -1",
                            "jobs = '4'",
                            "lang = 'fr'",
                            "as-of = '2026-02-30'",
                            "as-of = 2026-08-31T10:00:00",
                            "until = '24:00'",
                            "until = '6:30'",
                            "until = '06:60'",
                            "until = 06:30:00",
                            "cache-size = 'many'",
                            "cache-size = '-2G'",
                            "cache-size = ''",
                            "force = 'yes'",
                            "force = 1",
                            "limit = ['entries']",
                            "limit = [5000]",
                            "limit = ['entries=many']",
                            "inbox = ''",
                            "inbox = 3",
                            "fail-on = 'ready'",
                            "inbox = ['a', 'b']",
                            "out = \"a\\u0000b\""}) {
    CAPTURE(wrong);
    CHECK(only_mistake(wrong).find(" has to be ") != std::string::npos);
  }
  CHECK(only_mistake("settle = -1") ==
        "1: the value of “settle” has to be a number of seconds, 0 or more, such as 20");
}

TEST_CASE("what is no TOML is told with its line") {
  CHECK(only_mistake("inbox = 'a'\nout = \n").starts_with("2: this is no TOML: "));
  CHECK(only_mistake("jobs = 1\njobs = 2\n").starts_with("2: this is no TOML: "));
  CHECK(only_mistake("\xff\xfe = 1\n").starts_with("1: this is no TOML: "));
}

TEST_CASE("a name in a message cannot write lines of its own") {
  const std::string told = only_mistake("\"a\\nb\\u001b[31m\" = 1\n");
  CHECK(told.find('\n') == std::string::npos);
  CHECK(told.find('\x1b') == std::string::npos);
  CHECK(only_mistake(std::string(5'000, 'k') + " = 1\n").size() < 200);
}

TEST_CASE("an empty file says nothing and has no mistakes") {
  const Configuration config = read("# nothing\n");
  CHECK(config.watch.empty());
  CHECK(config.batch.empty());
  CHECK(config.mistakes.empty());
}

TEST_CASE("each key says what it expects, in both languages") {
  for (const ConfigKey& key : config_keys()) {
    CAPTURE(key.name);
    CHECK_FALSE(expected_of(key.kind).zh.empty());
    CHECK_FALSE(expected_of(key.kind).en.empty());
    CHECK((key.of_watch || key.of_batch));
  }
}
