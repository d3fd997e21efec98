// The end of a public notice at the command line: dates, languages, calendars of one's own.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "tests/app/run_program.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

Ran publicity(std::vector<std::string> arguments, const std::string& locale = "C.UTF-8") {
  arguments.insert(arguments.begin(), "publicity");
  return biaoshen::test::biaoshen(std::move(arguments), {{"LC_ALL", locale}});
}

fs::path calendar(const std::string& name, const std::string& text) {
  const fs::path folder = fresh_folder("publicity/" + name);
  std::ofstream(folder / "2027.txt") << text;
  return folder;
}

}  // namespace

TEST_CASE("the last day of a notice is told with the holidays and the words it rests on") {
  const Ran ran = publicity({"--from", "2026-09-17"}, "zh_CN.UTF-8");
  CHECK(ran.exit == 0);
  CHECK(contains(ran.out, "公示截止：2026-10-14（周三）"));
  CHECK(contains(ran.out, "中秋节 2026-09-25 至 2026-09-27"));
  CHECK(contains(ran.out, "2026-10-10（周六）"));
  CHECK(contains(ran.out, "向社会公示15个工作日"));
  CHECK(contains(ran.out, "第二百零一条"));
  CHECK(contains(ran.out, "国办发明电〔2025〕7号"));
  CHECK(contains(publicity({"--from", "2026-09-17"}).out, "2026-10-14 (Wed)"));
}

TEST_CASE("the plan is cited for its fifteen days only") {
  const Ran ran = publicity({"--from", "2026-09-17", "--days", "5"});
  CHECK(contains(ran.out, "2026-09-23"));
  CHECK_FALSE(contains(ran.out, "向社会公示15个工作日"));
}

TEST_CASE("for machines the same is JSON") {
  const auto json =
      nlohmann::json::parse(publicity({"--from", "2024-09-11", "--json"}).out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  CHECK(json.at("schema") == "biaoshen/publicity/1");
  CHECK(json.at("last") == "2024-10-09");
  CHECK(json.at("skipped").size() == 2);
  CHECK(json.at("working_weekends").size() == 2);
}

TEST_CASE("a year without a calendar is named and never guessed") {
  const Ran early = publicity({"--from", "2010-05-05"});
  CHECK(early.exit == 3);
  CHECK(early.out.empty());
  CHECK(contains(early.err, "2010.txt"));
  CHECK(contains(publicity({"--from", "2010-05-05"}, "zh_CN.UTF-8").err, "没有2010年的放假安排"));
}

TEST_CASE("a year of one's own is believed once every line of it is in order") {
  const std::string good =
      "通知 国办发明电〔2026〕1号 某通知\n放假 元旦 2027-01-01\n放假 春节 2027-02-05 2027-02-11\n"
      "放假 清明节 2027-04-05\n放假 劳动节 2027-05-01\n放假 端午节 2027-06-09\n"
      "放假 中秋节 2027-09-15\n放假 国庆节 2027-10-01 2027-10-07\n";
  const fs::path fine = calendar("fine", good);
  const Ran ran = publicity({"--from", "2027-02-01", "--calendars", fine.string()});
  CHECK(ran.exit == 0);
  CHECK(contains(ran.out, "2027-03-01"));
  CHECK(contains(ran.out, "国办发明电〔2026〕1号"));
  const fs::path broken = calendar("broken", good + "上班 2027-02-30\n");
  const Ran wrong = publicity({"--from", "2027-02-01", "--calendars", broken.string()});
  CHECK(wrong.exit == 3);
  CHECK(contains(wrong.err, "2027.txt:9: "));
  const fs::path empty = fresh_folder("publicity/empty");
  CHECK(publicity({"--from", "2027-02-01", "--calendars", empty.string()}).exit == 3);
  CHECK(publicity({"--from", "2027-02-01", "--calendars", "/no/such/folder"}).exit == 3);
}

TEST_CASE("a call for a notice that makes no sense is exit 2") {
  CHECK(publicity({}).exit == 2);
  CHECK(publicity({"--from", "2026-02-30"}).exit == 2);
  CHECK(publicity({"--from", "2026-02-03", "--days", "0"}).exit == 2);
  CHECK(publicity({"--from", "2026-02-03", "--days", "100000"}).exit == 2);
}
