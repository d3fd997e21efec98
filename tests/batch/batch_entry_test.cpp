// What is read back from dossier.json is what was written, and nothing is trusted.
#include "pipeline/batch/batch_entry.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/model/input_digest.h"
#include "templates/json/json_writer.h"
#include "tests/templates/sample_review.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;

namespace {

Fact fact_of(const std::string& name, const std::string& value, const Place& place) {
  Fact fact;
  fact.name = name;
  fact.value = value;
  fact.material = "standard-text";
  fact.quote = {"f04", 3, place, "", value, Origin::ocr, 97, ""};
  fact.doubt = "ocr";
  fact.details = {{"position", "1"}, {"label", "起草单位"}};
  return fact;
}

Review review_with_facts() {
  Review review = sample_review();
  RuleSpec rule;
  rule.id = "batch.same-standard";
  rule.condition.check = {"same-standard", {{"fact", "number|title"}}, {}};
  review.profile.batch_rules = {rule};
  rule.condition.check = {"no-link", {{"names", "drafter"}}, {}};
  review.profile.panel_rules = {rule};
  review.facts = {fact_of("number", "T/BAIIA 015—2022", OnPage{{72, 96.3F, 301.5F, 112}}),
                  fact_of("drafter", "张三", InImage{2, {1, 2, 3, 4}}),
                  fact_of("title", "标题", InFlow{7}), fact_of("score.total", "91", WholeFile{})};
  review.setting_sha256 = std::string(64, 'b');
  return review;
}

std::string json_of_review(const Review& review) {
  return *write_json(review, Language::zh);
}

}  // namespace

TEST_CASE("an entry says what the review said, and only the facts that joint rules name") {
  const Review review = review_with_facts();
  const auto entry = batch_entry(json_of_review(review), "x/dossier.json");
  REQUIRE(entry);
  CHECK(entry->name == review.dossier.name);
  CHECK(entry->programme == "bj-hq-group-standard");
  CHECK(entry->version == "2024");
  CHECK(entry->verdict == Verdict::returned);
  CHECK(entry->subject.number == review.subject.number);
  CHECK(entry->is_application);
  CHECK(entry->as_of == "2024-08-31");
  CHECK(entry->input_sha256 == input_sha256(review.dossier));
  CHECK(entry->setting_sha256 == review.setting_sha256);
  CHECK(entry->files.size() == review.dossier.files.size());
  CHECK(entry->files[5].materials.size() == 2);
  REQUIRE(entry->facts.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(entry->facts[i].name == review.facts[i].name);
    CHECK(entry->facts[i].value == review.facts[i].value);
    CHECK(entry->facts[i].doubt == review.facts[i].doubt);
    CHECK(entry->facts[i].details == review.facts[i].details);
    CHECK(entry->facts[i].quote == review.facts[i].quote);
  }
}

TEST_CASE("counts are those of the findings, and what is waived is open no more") {
  Json json = Json::parse(json_of_review(sample_review()));
  const auto all = batch_entry(json.dump(), "x");
  REQUIRE(all);
  for (Json& finding : json["findings"])
    if (finding["status"] == "fail") finding["waiver"] = {{"state", "applied"}};
  const auto waived = batch_entry(json.dump(), "x");
  REQUIRE(waived);
  CHECK(all->counts.fail > 0);
  CHECK(waived->counts.fail == 0);
  CHECK(waived->counts.waived == all->counts.fail + all->counts.advice);
}

TEST_CASE("the verdict of the dossier alone is known below the batch's") {
  Json json = Json::parse(json_of_review(sample_review()));
  json["verdict"] = "review";
  json["batch"] = {{"verdict", "review"}, {"dossier_verdict", "ready"}};
  CHECK(batch_entry(json.dump(), "x")->verdict == Verdict::ready);
}

TEST_CASE("a missing member is an error that names file and member") {
  const Json whole = Json::parse(json_of_review(review_with_facts()));
  for (const std::string key :
       {"schema", "programme", "name", "as_of", "verdict", "application", "input_sha256",
        "setting_sha256", "subject", "files", "findings", "facts"}) {
    Json json = whole;
    json.erase(key);
    const auto entry = batch_entry(json.dump(), "OUT/甲/dossier.json");
    INFO(key);
    REQUIRE_FALSE(entry);
    CHECK(entry.error().code == ErrorCode::input);
    CHECK(entry.error().message.find("OUT/甲/dossier.json") == 0);
    CHECK(entry.error().message.find(key) != std::string::npos);
  }
}

TEST_CASE("members of another type are errors, never exceptions") {
  const Json whole = Json::parse(json_of_review(review_with_facts()));
  const Json wrong[] = {nullptr, 1, -1.5, "text", Json::array({1, "x"}), Json::object(), true};
  for (const auto& [key, value] : whole.items()) {
    for (const Json& other : wrong) {
      Json json = whole;
      json[key] = other;
      CHECK_NOTHROW(batch_entry(json.dump(), "x"));
    }
  }
  Json json = whole;
  json["facts"][0]["evidence"]["page"] = 99999999999;
  CHECK_FALSE(batch_entry(json.dump(), "x"));
  json = whole;
  json["facts"][0]["evidence"]["origin"] = "dream";
  CHECK_FALSE(batch_entry(json.dump(), "x"));
}

TEST_CASE("what is no dossier.json is refused") {
  for (const char* text : {"", "{", "[]", "null", "{\"schema\": \"biaoshen/dossier/2\"}"})
    CHECK_FALSE(batch_entry(text, "x"));
  CHECK_FALSE(batch_entry(std::string(100000, '['), "x"));
  CHECK_FALSE(batch_entry_in("/no/such/folder"));
}

TEST_CASE("the digest of the input does not change with litter") {
  Dossier dossier;
  dossier.name = "材料.pdf";
  dossier.files.resize(1);
  dossier.files[0].path = "材料.pdf";
  dossier.files[0].sha256 = std::string(64, 'a');
  Dossier other = dossier;
  other.files.resize(2);
  other.files[1].path = "Thumbs.db";
  other.files[1].document.status = FileStatus::ignored;
  CHECK(input_sha256(other) == input_sha256(dossier));
  other.files[1].document.status = FileStatus::read;
  CHECK(input_sha256(other) != input_sha256(dossier));
}

TEST_CASE("the digest of the input changes with any path, size or contents") {
  Dossier dossier = sample_review().dossier;
  const std::string before = input_sha256(dossier);
  CHECK(before.size() == 64);
  dossier.files[0].document.pages.clear();
  CHECK(input_sha256(dossier) == before);
  for (const auto change : {0, 1, 2, 3}) {
    Dossier other = dossier;
    if (change == 0) other.files[0].path += "x";
    if (change == 1) other.files[0].sha256[0] = 'f';
    if (change == 2) other.files[0].bytes += 1;
    if (change == 3) other.files.erase(other.files.begin());
    CHECK(input_sha256(other) != before);
  }
}
