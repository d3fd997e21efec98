// Each mistake of a decisions.json that is handed in, by name; and the one that is in order.
#include "pipeline/batch/decision_reader.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/base/sha256.h"
#include "pipeline/base/text.h"
#include "templates/json/json_writer.h"
#include "tests/templates/sample_review.h"
#include "tests/templates/validity.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

const std::string kInput(64, 'a'), kEvidence(64, 'b');

Record dossier() {
  Record record;
  record.name = "材料包";
  record.input_sha256 = kInput;
  for (const char* rule : {"number.format", "date.order", "score.threshold"}) {
    Finding finding;
    finding.rule = rule;
    finding.status = Status::fail;
    finding.evidence_sha256 = kEvidence;
    record.findings.push_back(finding);
  }
  record.findings[2].status = Status::pass;
  return record;
}

Json good() {
  return {{"schema", "biaoshen/decisions/1"},
          {"dossier", "材料包"},
          {"input_sha256", kInput},
          {"revision", 1},
          {"by", "张三"},
          {"on", "2024-09-02"},
          {"decisions",
           {{{"rule", "number.format"},
             {"decision", "return"},
             {"note", "请按《团体标准管理规定》编号\n并重新公布"},
             {"evidence_sha256", kEvidence}},
            {{"rule", "date.order"},
             {"decision", "accept"},
             {"note", ""},
             {"evidence_sha256", kEvidence}}}}};
}

// What is said against it; empty where nothing is.
std::string said(const std::string& text, Language language = Language::en,
                 const Record& record = dossier()) {
  const auto read = decisions_of(text, "d.json", language);
  if (!read) return read.error().message;
  const auto fits = check_fit(*read, record, record.name, "d.json", language);
  return fits ? "" : fits.error().message;
}

// The good file with one member changed.
std::string said_with(const std::string& pointer, const Json& value) {
  Json json = good();
  json[Json::json_pointer(pointer)] = value;
  return said(json.dump());
}

}  // namespace

TEST_CASE("a file as the page exports it is read whole") {
  const std::string text = good().dump(2) + "\n";
  CHECK(said(text) == "");
  CHECK(objections(text, "templates/json/decisions.schema.json") == "");
  const HandedIn read = *decisions_of(text, "d.json", Language::zh);
  CHECK(read.sheet.by == "张三");
  CHECK(read.sheet.on == "2024-09-02");
  CHECK(read.sheet.sha256 == sha256(text));
  REQUIRE(read.sheet.decisions.size() == 2);
  CHECK(read.sheet.decisions[0] == Decision{"number.format", Treatment::send_back,
                                            "请按《团体标准管理规定》编号\n并重新公布", kEvidence});
}

TEST_CASE("what is no file of decisions is told apart from one that is") {
  CHECK(said("nonsense") == "d.json: not JSON");
  CHECK(said("") == "d.json: not JSON");
  CHECK(contains(said("[]"), "not a decisions.json"));
  CHECK(contains(said_with("/schema", "biaoshen/decisions/2"), "not a decisions.json"));
  CHECK(contains(said(std::string(kLargestDecisionFile + 1, ' ')), "larger than 1 MB"));
  CHECK(contains(said("{\"schema\": \"biaoshen/decisions/1\", \"by\": \"\xFF\"}"), "not JSON"));
}

TEST_CASE("a member that is missing or of another type is named") {
  for (const char* member : {"dossier", "input_sha256", "revision", "by", "on", "decisions"}) {
    INFO(member);
    Json json = good();
    json.erase(member);
    CHECK(contains(said(json.dump()), member));
    CHECK(contains(said_with(std::string("/") + member, Json::object()), member));
  }
  for (const char* member : {"rule", "decision", "note", "evidence_sha256"})
    CHECK(contains(said_with(std::string("/decisions/1/") + member, 7),
                   std::string("decisions[1].") + member));
  CHECK(contains(said_with("/decisions", Json::array()), "no decision in it"));
  for (const Json& revision : {Json(0), Json(-1), Json(1.5), Json(4294967295U)})
    CHECK(contains(said_with("/revision", revision), "revision"));
}

TEST_CASE("each mistake in a decision names its rule") {
  CHECK(
      contains(said_with("/decisions/1/decision", "maybe"), "date.order: 'maybe' is no decision"));
  CHECK(contains(said_with("/decisions/1/rule", "number.format"), "number.format: decided twice"));
  CHECK(contains(said_with("/decisions/1/rule", "no.such"), "no.such: not a rule of this dossier"));
  CHECK(contains(said_with("/decisions/1/rule", "score.threshold"), "nothing to decide"));
  CHECK(contains(said_with("/decisions/1/evidence_sha256", kInput),
                 "date.order: the evidence has changed"));
  CHECK(contains(said_with("/decisions/1/note", std::string(2001, 'x')), "longer than 2000"));
  CHECK(contains(said_with("/decisions/1/note", "a\x01"), "control characters"));
}

TEST_CASE("a note of two thousand characters of four bytes is not too long") {
  std::string note;
  for (int i = 0; i < 2000; ++i) note += "𠮷";
  CHECK(said_with("/decisions/0/note", note) == "");
}

TEST_CASE("decisions about another dossier or other files of it are refused") {
  CHECK(contains(said_with("/dossier", "另一份"), "about another dossier, '另一份'"));
  CHECK(contains(said_with("/input_sha256", kEvidence), "files have changed since"));
}

TEST_CASE("the name that the page shows is as good as the dossier's own") {
  Record record = dossier();
  record.name = "13800138000";
  Json json = good();
  json["dossier"] = "138****8000";
  const HandedIn read = *decisions_of(json.dump(), "d.json", Language::en);
  CHECK(check_fit(read, record, "138****8000", "d.json", Language::en));
  CHECK_FALSE(check_fit(read, record, "139****8000", "d.json", Language::en));
}

TEST_CASE("somebody has to stand for it, on a day that exists") {
  CHECK(contains(said_with("/by", ""), "--by"));
  CHECK(contains(said_with("/by", " \t "), "--by"));
  CHECK(contains(said_with("/by", "张三\n李四"), "control characters"));
  CHECK(contains(said_with("/by", std::string(101, 'x')), "longer than 100"));
  CHECK(contains(said_with("/on", ""), "--on"));
  CHECK(contains(said_with("/on", "2024-02-30"), "'2024-02-30' is no date"));
}

TEST_CASE("the same file a second time is refused") {
  const std::string text = good().dump();
  Record record = dossier();
  record.decisions.push_back(decisions_of(text, "d.json", Language::en)->sheet);
  CHECK(contains(said(text, Language::en, record), "already there"));
  CHECK(contains(said(text, Language::zh, record), "d.json：这份决定已经并入"));
}

TEST_CASE("a review finds the decisions of the result that it takes the place of") {
  const fs::path folder = fs::temp_directory_path() / "biaoshen-decisions-in";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const auto write = [&](const std::string& text) {
    std::ofstream(folder / "dossier.json") << text;
  };
  CHECK(decisions_in(folder)->empty());
  write("nonsense");
  CHECK(decisions_in(folder)->empty());
  Review review = sample_review();
  review.decisions = {{"张三", "2024-09-02", kInput, kInput, 1, {}}};
  write(*write_json(review, Language::zh));
  CHECK(*decisions_in(folder) == review.decisions);
  // Ours, but broken: rather no review than decisions lost.
  write("{\"schema\": \"biaoshen/dossier/1\", \"decisions\": [{\"by\": 1}]}");
  const auto broken = decisions_in(folder);
  REQUIRE_FALSE(broken);
  CHECK(contains(broken.error().message, "decisions[0].by"));
  fs::remove_all(folder);
}
