// dossier.json against the outside contract: members, order, nulls, bytes.
#include "templates/json/json_writer.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <limits>

#include "sample_review.h"
#include "templates/json/evidence_json.h"
#include "validity.h"

using namespace biaoshen;

namespace {

std::string written(const Review& review, Language language = Language::zh) {
  const auto out = write_json(review, language);
  REQUIRE(out);
  return *out;
}

Json parsed(const Review& review, Language language = Language::zh) {
  return Json::parse(written(review, language));
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

// What the schema of dossier.json says against the text; empty where it is valid.
std::string objections(const std::string& json) {
  return biaoshen::objections(json, "templates/json/dossier.schema.json");
}

}  // namespace

TEST_CASE("dossier.json has the members of the contract in its order") {
  CHECK(keys(parsed(sample_review())) ==
        std::vector<std::string>{"schema", "tool", "programme", "policy", "presentation", "name",
                                 "as_of", "revision", "verdict", "application", "input_sha256",
                                 "setting_sha256", "notice_template_sha256", "subject", "files",
                                 "problems", "matrix", "findings", "facts"});
}

TEST_CASE("what only the casebook quotes stands apart from the facts for rules over a batch") {
  Review review = sample_review();
  for (const char* name : {"number", "case.benefit", "other"}) {
    Fact fact;
    fact.name = name;
    fact.quote.file = "f01";
    review.facts.push_back(fact);
  }
  CHECK_FALSE(parsed(review).contains("casebook"));
  RuleSpec same;
  same.condition.check.parameters = {{"facts", "number"}};
  review.profile.batch_rules = {same};
  review.profile.casebook = {{{"效益", "Benefits"}, {"number", "case.benefit"}}};
  const Json json = parsed(review);
  REQUIRE(json["facts"].size() == 1);
  CHECK(json["facts"][0]["name"] == "number");
  REQUIRE(json["casebook"].size() == 1);
  CHECK(json["casebook"][0]["name"] == "case.benefit");
  CHECK(objections(written(review)) == "");
}

TEST_CASE("dossier.json says what the review says") {
  const Json json = parsed(sample_review());
  CHECK(json["schema"] == "biaoshen/dossier/1");
  CHECK(json["tool"]["version"] == "0.1.0");
  CHECK(json["programme"]["title"] == "北京市高质量团体标准评价（2024）");
  CHECK(json["as_of"] == "2024-08-31");
  CHECK(json["verdict"] == "return");
  CHECK(json["subject"]["number"] == "T/BAIIA 015—2022");
  CHECK(json["subject"]["self_score"].dump() == "91");
  CHECK(json["findings"].size() == sample_review().findings.size());
  CHECK(json["matrix"][0]["agrees"] == false);
}

TEST_CASE("each verdict has its name") {
  Review review = sample_review();
  review.verdict = Verdict::ready;
  CHECK(parsed(review)["verdict"] == "ready");
  review.verdict = Verdict::review;
  CHECK(parsed(review)["verdict"] == "review");
}

TEST_CASE("what was not found about the subject is null") {
  Review review = sample_review();
  review.subject = {};
  const Json json = parsed(review);
  REQUIRE(json["subject"].size() > 5);
  for (const auto& [key, value] : json["subject"].items()) CHECK(value.is_null());
}

TEST_CASE("a problem of the whole file has a null page and others their number") {
  const Json json = parsed(sample_review());
  CHECK(json["files"][6]["problems"][0]["kind"] == "encrypted");
  CHECK(json["files"][6]["problems"][0]["page"].is_null());
  CHECK(json["files"][3]["problems"][0]["page"] == 2);
}

TEST_CASE("a quote has only the members that apply to its place") {
  const Json json = parsed(sample_review());
  const Json& evidence = json["findings"][0]["evidence"];
  CHECK(keys(evidence[0]) ==
        std::vector<std::string>{"file", "page", "box", "quote", "origin", "confidence", "image"});
  CHECK(keys(evidence[1]) ==
        std::vector<std::string>{"file", "page", "paragraph", "quote", "origin", "confidence"});
  CHECK(keys(json["findings"][1]["evidence"][0]) ==
        std::vector<std::string>{"file", "page", "cell", "quote", "origin", "confidence"});
  CHECK(evidence[2]["confidence"] == 0.97);
  CHECK(evidence[2]["origin"] == "ocr");
}

TEST_CASE("a quote of a file's name has no page") {
  Review review = sample_review();
  review.findings[0].evidence = {
      Quote{"f04", 0, WholeFile{}, "", "标准文本.pdf", Origin::name, 100, ""}};
  const Json quote = parsed(review)["findings"][0]["evidence"][0];
  CHECK(keys(quote) == std::vector<std::string>{"file", "quote", "origin", "confidence"});
}

TEST_CASE("boxes are rounded to a tenth of a point") {
  const Json json = parsed(sample_review());
  CHECK(json["findings"][0]["evidence"][0]["box"].dump() == "[72,96.3,301.5,112]");
}

TEST_CASE("a box that is not a number does not break the file") {
  Review review = sample_review();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  review.findings[0].evidence = {
      Quote{"f04", 1, OnPage{{nan, -infinity, 1e30F, -0.01F}}, "", "x", Origin::text, 100, ""}};
  CHECK(parsed(review)["findings"][0]["evidence"][0]["box"].dump() == "[0,0,0,0]");
}

TEST_CASE("a search says what was sought, where, and whether that was all") {
  const Json search = parsed(sample_review())["findings"][2]["evidence"][0];
  CHECK(keys(search) == std::vector<std::string>{"sought", "files", "complete"});
  CHECK(search["complete"] == true);
}

TEST_CASE("a merged file has several parts and the pages of a file add up") {
  const Json json = parsed(sample_review());
  CHECK(json["files"][5]["parts"].size() == 2);
  CHECK(json["files"][5]["parts"][0]["pages"] == Json({1, 8}));
  for (const Json& file : json["files"]) {
    int sum = 0;
    for (const auto& [source, count] : file["page_sources"].items()) sum += count.get<int>();
    CHECK(sum == file["pages"].get<int>());
  }
}

TEST_CASE("a doubtful reading says why, a sound one has no such member") {
  const Json readings = parsed(sample_review())["matrix"][0]["readings"];
  CHECK(readings[4]["doubt"] == "ocr");
  CHECK_FALSE(readings[0].contains("doubt"));
}

TEST_CASE("messages and remedies come in the language asked for") {
  const Json json = parsed(sample_review(), Language::en);
  CHECK(json["findings"][2]["message"] == "There is no statement of innovation.");
  CHECK(json["findings"][2]["remedy"] == "Hand in the statement of innovation.");
}

TEST_CASE("dossier.json is unescaped UTF-8, indented by two, with a final newline") {
  const std::string text = written(sample_review());
  CHECK(text.starts_with("{\n  \"schema\""));
  CHECK(text.ends_with("}\n"));
  CHECK(text.find("人型机器人安全技术要求") != std::string::npos);
  CHECK(text.find("\\u4e") == std::string::npos);
}

TEST_CASE("the same review gives the same bytes of dossier.json") {
  CHECK(written(sample_review()) == written(sample_review()));
}

TEST_CASE("quotes stay verbatim in dossier.json, personal data included") {
  CHECK(written(sample_review()).find("13812345678") != std::string::npos);
}

TEST_CASE("invalid bytes become replacement characters and the file stays JSON") {
  Review review = sample_review();
  review.findings[0].evidence = {
      Quote{"f04", 1, WholeFile{}, "", "a\xFF\xC3(", Origin::text, 100, ""}};
  const Json json = parsed(review);
  CHECK(json["findings"][0]["evidence"][0]["quote"].get<std::string>().find("\uFFFD") !=
        std::string::npos);
}

TEST_CASE("dossier.json is valid against its schema") {
  CHECK(objections(written(sample_review())) == "");
  CHECK(objections(written(sample_review(), Language::en)) == "");
  Review empty = sample_review();
  empty.dossier.files.clear();
  empty.dossier.parts.clear();
  empty.dossier.problems = {{"empty-dossier", 0, ""}};
  empty.subject = {};
  empty.matrix.clear();
  empty.findings.clear();
  CHECK(objections(written(empty)) == "");
}

TEST_CASE("the schema refuses what the contract does not know") {
  Json json = parsed(sample_review());
  json["verdict"] = "perhaps";
  CHECK(objections(json.dump()).find("'perhaps' is not one of") != std::string::npos);
  json = parsed(sample_review());
  json["findings"][0].erase("cites");
  CHECK(objections(json.dump()).find("'cites' is a required property") != std::string::npos);
  json = parsed(sample_review());
  json["findings"][0]["evidence"] = Json::array();
  CHECK(objections(json.dump()).find("/findings/0/evidence: [] is too short") != std::string::npos);
  json = parsed(sample_review());
  json["findings"][0]["evidence"][0]["page"] = 0;
  CHECK(objections(json.dump()).find("/findings/0/evidence/0") != std::string::npos);
}

TEST_CASE("the schema of inspect is a schema") {
  const std::string command =
      "/usr/bin/python3 '" SOURCE_DIR "/tests/templates/validate_json.py' '" SOURCE_DIR
      "/templates/json/inspect.schema.json'";
  CHECK(std::system(command.c_str()) == 0);
}
