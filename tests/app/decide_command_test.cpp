// A reviewer's decisions from the page's export to the result and through the next review.
#include <atomic>
#include <catch2/catch.hpp>
#include <map>
#include <thread>

#include "pipeline/base/text.h"
#include "tests/app/sample_set.h"

namespace fs = std::filesystem;
using namespace biaoshen::test;
using biaoshen::contains;

namespace {

// A reviewed demo in a folder of its own.
struct ReviewedDemo {
  fs::path folder, result;

  explicit ReviewedDemo(const std::string& name) : folder(fresh_folder("decide/" + name)) {
    result = review(sample_at("dossiers/demo"), folder / "out").folder;
    REQUIRE(fs::exists(result / "dossier.json"));
  }

  Json dossier() const { return Json::parse(read_whole(result / "dossier.json")); }

  // decisions.json that treats each finding to be decided as `treatment`.
  Json sheet(const std::string& treatment, const std::string& note = "") const {
    const Json json = dossier();
    Json decisions = Json::array();
    for (const Json& finding : json["findings"]) {
      if (finding["status"] != "fail" && finding["status"] != "review") continue;
      decisions.push_back({{"rule", finding["rule"]},
                           {"decision", treatment},
                           {"note", note},
                           {"evidence_sha256", finding["evidence_sha256"]}});
    }
    return {{"schema", "biaoshen/decisions/1"},
            {"dossier", json["name"]},
            {"input_sha256", json["input_sha256"]},
            {"revision", json["revision"]},
            {"by", "张三"},
            {"on", "2024-09-02"},
            {"decisions", decisions}};
  }

  Ran decide(const Json& sheet, std::vector<std::string> more = {}) const {
    write_whole(folder / "decisions.json", sheet.dump(2));
    std::vector<std::string> arguments = {"decide", result.string(),
                                          (folder / "decisions.json").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return biaoshen::test::biaoshen(std::move(arguments), {{"LC_ALL", "C"}});
  }
};

// A decisions.json signed by this person, with this note on its first decision.
void sheet_of(const fs::path& file, Json sheet, const std::string& by, const std::string& note) {
  sheet["by"] = by;
  sheet["decisions"][0]["note"] = note;
  write_whole(file, sheet.dump());
}

}  // namespace

TEST_CASE("decisions are folded into the result and kept by the next review, byte for byte") {
  const ReviewedDemo desk("kept");
  const Json before = desk.dossier();
  const Ran ran = desk.decide(desk.sheet("return", "请更正"));
  CHECK(ran.err == "");
  REQUIRE(ran.exit == 0);
  CHECK(contains(ran.out, "decision returned for correction, still to be decided 0"));
  const Json after = desk.dossier();
  CHECK(after["verdict"] == before["verdict"]);
  CHECK(after["decision"]["standing"] == "returned");
  CHECK(after["decisions"].size() == 1);
  CHECK(after["decisions"][0]["by"] == "张三");
  const auto decided = files_of(desk.result);
  CHECK(contains(decided.at("dossier.html"), "<bdi>请更正</bdi>"));
  review(sample_at("dossiers/demo"), desk.folder / "out");
  CHECK((files_of(desk.result) == decided));
}

TEST_CASE("a dossier of which everything is accepted loses its notice") {
  const ReviewedDemo desk("accepted");
  REQUIRE(fs::exists(desk.result / "notice.docx"));
  REQUIRE(desk.decide(desk.sheet("accept")).exit == 0);
  CHECK(desk.dossier()["decision"]["standing"] == "accepted");
  CHECK_FALSE(fs::exists(desk.result / "notice.docx"));
}

TEST_CASE("the last decision counts, and the first stays in the record") {
  const ReviewedDemo desk("twice");
  const std::string notice = read_whole(desk.result / "notice.docx");
  REQUIRE(desk.decide(desk.sheet("accept")).exit == 0);
  REQUIRE(desk.decide(desk.sheet("return"), {"--by", "李四", "--on", "2024-09-03"}).exit == 0);
  const Json json = desk.dossier();
  CHECK(json["decision"]["standing"] == "returned");
  REQUIRE(json["decisions"].size() == 2);
  CHECK(json["decisions"][0]["by"] == "张三");
  CHECK(json["decisions"][1]["by"] == "李四");
  CHECK(json["decisions"][1]["on"] == "2024-09-03");
  // Open questions that are sent back stand in it now.
  CHECK((read_whole(desk.result / "notice.docx") != notice));
}

TEST_CASE("what is refused changes nothing") {
  const ReviewedDemo desk("refused");
  const auto before = files_of(desk.result);
  const auto refused = [&](const Json& sheet, int exit, const std::string& why,
                           std::vector<std::string> more = {}) {
    const Ran ran = desk.decide(sheet, std::move(more));
    INFO(why);
    CHECK(ran.exit == exit);
    CHECK(contains(ran.err, why));
    CHECK(ran.out == "");
    CHECK((files_of(desk.result) == before));
  };
  const Json good = desk.sheet("accept");
  const auto with = [&](const std::string& pointer, const Json& value) {
    Json sheet = good;
    sheet[Json::json_pointer(pointer)] = value;
    return sheet;
  };
  refused("text", 3, "not a decisions.json");
  refused(with("/dossier", "another"), 3, "about another dossier");
  refused(with("/input_sha256", std::string(64, '0')), 3, "files have changed since");
  refused(with("/by", ""), 3, "--by");
  refused(with("/decisions/0/rule", "no.such"), 3, "no.such: not a rule of this dossier");
  refused(with("/decisions/0/evidence_sha256", std::string(64, '0')), 3, "evidence has changed");
  refused(good, 2, "not a date", {"--on", "yesterday"});
  refused(good, 3, "none.docx", {"--notice-template", (desk.folder / "none.docx").string()});
}

TEST_CASE("the same file twice is refused politely") {
  const ReviewedDemo desk("same");
  REQUIRE(desk.decide(desk.sheet("look")).exit == 0);
  const auto before = files_of(desk.result);
  const Ran again = desk.decide(desk.sheet("look"), {"--by", "李四"});
  CHECK(again.exit == 3);
  CHECK(contains(again.err, "already there"));
  CHECK((files_of(desk.result) == before));
}

TEST_CASE("where there is no result or no file, that is said") {
  const ReviewedDemo desk("nothing");
  const std::string file = (desk.folder / "decisions.json").string();
  const Environment plain = {{"LC_ALL", "C"}};
  const Ran no_result =
      biaoshen::test::biaoshen({"decide", (desk.folder / "none").string(), file}, plain);
  CHECK(no_result.exit == 3);
  CHECK(contains(no_result.err, "dossier.json"));
  const Ran no_file = biaoshen::test::biaoshen({"decide", desk.result.string(), file}, plain);
  CHECK(no_file.exit == 3);
  CHECK(contains(no_file.err, "decisions.json: cannot be opened"));
}

TEST_CASE("a batch leaves a decided dossier decided and does not review it again") {
  const fs::path folder = fresh_folder("decide/batch"), inbox = folder / "in";
  fs::create_directories(inbox);
  fs::copy(sample_at("dossiers/demo").path, inbox / "demo", fs::copy_options::recursive);
  const auto batch = [&] {
    const Ran ran =
        biaoshen::test::biaoshen({"batch", inbox.string(), "--out", (folder / "out").string()},
                                 {{"LC_ALL", "C"}, {"OMP_THREAD_LIMIT", "1"}});
    REQUIRE(ran.exit == 0);
    return ran;
  };
  batch();
  const fs::path result = folder / "out" / "demo";
  const Json json = Json::parse(read_whole(result / "dossier.json"));
  Json decision;
  for (const Json& finding : json["findings"])
    if (finding["status"] == "fail")
      decision = {{"rule", finding["rule"]},
                  {"decision", "return"},
                  {"note", ""},
                  {"evidence_sha256", finding["evidence_sha256"]}};
  write_whole(folder / "decisions.json", Json({{"schema", "biaoshen/decisions/1"},
                                               {"dossier", json["name"]},
                                               {"input_sha256", json["input_sha256"]},
                                               {"revision", 1},
                                               {"by", "张三"},
                                               {"on", "2024-09-02"},
                                               {"decisions", Json::array({decision})}})
                                             .dump());
  const Ran ran = biaoshen::test::biaoshen(
      {"decide", result.string(), (folder / "decisions.json").string()}, {{"LC_ALL", "C"}});
  REQUIRE(ran.exit == 0);
  CHECK(contains(ran.out, "next biaoshen batch"));
  const auto decided = files_of(result);
  CHECK_FALSE(contains(batch().err, "reading"));
  CHECK((files_of(result) == decided));
  // Another dossier of the same standard: the findings of the batch come and go, decisions stay.
  fs::copy(inbox / "demo", inbox / "demo2", fs::copy_options::recursive);
  batch();
  const Json clashing = Json::parse(read_whole(result / "dossier.json"));
  CHECK(clashing.contains("batch"));
  CHECK(clashing["decision"]["standing"] == "returned");
  fs::remove_all(inbox / "demo2");
  batch();
  CHECK((files_of(result) == decided));
}

TEST_CASE("what people decide side by side with a review and a batch is all there in the end") {
  const fs::path folder = fresh_folder("decide/side by side");
  const fs::path inbox = folder / "inbox", out = folder / "out";
  for (const char* name : {"one", "other"}) {
    fs::create_directories(inbox / name);
    write_whole(inbox / name / "letter.txt", std::string("项目建议书 ") + name);
  }
  const std::vector<std::string> batch = {"batch", inbox.string(), "--out", out.string(),
                                          "--force"};
  const auto run = [](std::vector<std::string> arguments) {
    return biaoshen::test::biaoshen(std::move(arguments), {{"LC_ALL", "C"}});
  };
  REQUIRE(run(batch).exit == 0);
  const Json json = Json::parse(read_whole(out / "one/dossier.json"));
  Json sheet = {{"schema", "biaoshen/decisions/1"},
                {"dossier", json["name"]},
                {"input_sha256", json["input_sha256"]},
                {"revision", json["revision"]},
                {"by", ""},
                {"on", "2024-09-02"},
                {"decisions", Json::array()}};
  for (const Json& finding : json["findings"])
    if (sheet["decisions"].empty() && finding["status"] == "review")
      sheet["decisions"].push_back({{"rule", finding["rule"]},
                                    {"decision", "accept"},
                                    {"note", ""},
                                    {"evidence_sha256", finding["evidence_sha256"]}});
  REQUIRE(sheet["decisions"].size() == 1);

  constexpr int kEach = 6;
  std::atomic<int> deciding = 2, failed = 0;
  const auto decide = [&](const std::string& who) {
    const fs::path file = folder / (who + ".json");
    for (int times = 0; times < kEach; ++times) {
      sheet_of(file, sheet, who, std::to_string(times));
      failed += run({"decide", (out / "one").string(), file.string()}).exit != 0;
    }
    --deciding;
  };
  const auto review_again = [&](const std::vector<std::string>& arguments) {
    do failed += run(arguments).exit != 0;
    while (deciding > 0);
  };
  std::thread first(decide, "first"), second(decide, "second"), batches(review_again, batch),
      reviews(review_again,
              std::vector<std::string>{"review", (inbox / "one").string(), "--out", out.string()});
  for (std::thread* thread : {&first, &second, &batches, &reviews}) thread->join();
  CHECK(failed == 0);
  std::map<std::string, int> sheets;
  const Json end = Json::parse(read_whole(out / "one/dossier.json"));
  for (const Json& kept : end["decisions"]) ++sheets[kept["by"].get<std::string>()];
  CHECK((sheets == std::map<std::string, int>{{"first", kEach}, {"second", kEach}}));
}
