// A dossier gains and loses what a batch found, and nothing else of it changes.
#include "templates/batch/joint_dossier.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sample_batch.h"
#include "templates/html/html_writer.h"
#include "templates/json/json_writer.h"
#include "tests/templates/html_reading.h"
#include "tests/templates/sample_review.h"
#include "tests/templates/validity.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;

namespace {

// A review in which nothing is open.
Review ready_review() {
  Review review = sample_review();
  std::erase_if(review.findings, [](const Finding& f) { return f.status != Status::pass; });
  review.verdict = Verdict::ready;
  return review;
}

struct Placed {
  std::string json, html;
};

Placed placed(const Placed& before, const std::vector<JointFinding>& findings, Verdict own,
              Language language = Language::zh) {
  const BatchReport report = sample_batch();
  const BatchNames names(report);
  const auto all = pointers_to(findings);
  const auto json = joint_dossier_json(before.json, all, language, std::string(64, 'd'));
  const auto html = joint_dossier_html(before.html, own, all, {names, language, "../", "乙"});
  REQUIRE(json);
  REQUIRE(html);
  return {*json, *html};
}

Placed written(const Review& review, Language language = Language::zh) {
  return {*write_json(review, language), *write_html(review, language)};
}

const std::vector<JointFinding> kFindings = {sample_finding({"甲-13800138000", "乙"})};

}  // namespace

TEST_CASE("a finding of the batch makes a ready dossier one for a person") {
  const Placed after = placed(written(ready_review()), kFindings, Verdict::ready);
  const Json json = Json::parse(after.json);
  CHECK(json["verdict"] == "review");
  CHECK(json["batch"]["verdict"] == "review");
  CHECK(json["batch"]["dossier_verdict"] == "ready");
  CHECK(json["batch"]["findings"][0]["rule"] == "batch.same-standard");
  CHECK(json["batch"]["findings"][0]["evidence"][1]["dossier"] == "乙");
  CHECK(json["batch"]["findings"][0]["evidence"][1]["file"] == "f01");
  CHECK(count(after.html, "<strong>须人工核对</strong>") == 1);
  CHECK(after.html.find("须人工核对 · 形式审查意见</title>") != std::string::npos);
  CHECK(after.html.find("class=\"verdict review\"") != std::string::npos);
  CHECK(after.html.find("有 1 项须由审查人核对") != std::string::npos);
  CHECK(after.html.find("一项标准只申报一次") != std::string::npos);
  CHECK(first_unbalanced_tag(after.html) == "");
}

TEST_CASE("a batch never sends a dossier back, not even with a failure") {
  JointFinding failure = kFindings[0];
  failure.status = Status::fail;
  const Placed after = placed(written(ready_review()), {failure}, Verdict::ready);
  CHECK(Json::parse(after.json)["verdict"] == "review");
}

TEST_CASE("a dossier that is sent back already stays so and keeps its words") {
  const Placed after = placed(written(sample_review()), kFindings, Verdict::returned);
  CHECK(Json::parse(after.json)["verdict"] == "return");
  CHECK(count(after.html, "<strong>退回补正</strong>") == 1);
  CHECK(after.html.find("id=\"batch\"") != std::string::npos);
}

TEST_CASE("a finding that has gone leaves the bytes of before") {
  for (const Language language : {Language::zh, Language::en}) {
    for (const Review& review : {ready_review(), sample_review()}) {
      const Placed before = written(review, language);
      const Placed with = placed(before, kFindings, review.verdict, language);
      CHECK(with.json != before.json);
      CHECK(with.html != before.html);
      const Placed again = placed(with, kFindings, review.verdict, language);
      CHECK(again.json == with.json);
      CHECK(again.html == with.html);
      const Placed without = placed(with, {}, review.verdict, language);
      CHECK(without.json == before.json);
      CHECK(without.html == before.html);
    }
  }
}

TEST_CASE("the other dossier is linked to, this one is named") {
  const Placed after = placed(written(ready_review()), kFindings, Verdict::ready);
  CHECK(after.html.find("href=\"../%E7%94%B2-%31%33%38%30%30%31%33%38%30%30%30/dossier.html\"") !=
        std::string::npos);
  CHECK(after.html.find("（本材料）") != std::string::npos);
  CHECK(after.html.find("甲-138****8000") != std::string::npos);
}

TEST_CASE("markup in a finding stays text and cannot forge the places of the page") {
  JointFinding hostile = kFindings[0];
  for (const char* attack : {"<script>x</script>", "<!--/batch--><!--batch-->", "{{{css}}}"}) {
    hostile.message = {attack, attack};
    std::get<Quote>(hostile.evidence[0].evidence).text = attack;
    const Placed with = placed(written(ready_review()), {hostile}, Verdict::ready);
    CHECK(count(with.html, "<!--") == count(written(ready_review()).html, "<!--"));
    CHECK(with.html.find("<script") == std::string::npos);
    CHECK(placed(with, {}, Verdict::ready).html == written(ready_review()).html);
  }
}

TEST_CASE("a page without its places, or with one twice, is refused") {
  const std::string page = written(ready_review()).html;
  const BatchReport report = sample_batch();
  const BatchNames names(report);
  const JointPlace place{names, Language::zh, "../", "乙"};
  const auto findings = pointers_to(kFindings);
  CHECK_FALSE(joint_dossier_html("", Verdict::ready, findings, place));
  CHECK_FALSE(joint_dossier_html(page + "<!--batch-->", Verdict::ready, findings, place));
  for (const char* text : {"{}", "nonsense", "{\"verdict\": 1}"})
    CHECK_FALSE(joint_dossier_json(text, findings, Language::zh, ""));
}

TEST_CASE("a dossier with findings of a batch is valid against the schema") {
  const Placed after = placed(written(ready_review()), kFindings, Verdict::ready);
  CHECK(objections(after.json, "templates/json/dossier.schema.json") == "");
}

TEST_CASE("a finding about very many names the first of them, and says how many more there are") {
  std::vector<std::string> many;
  for (int i = 0; i < 1000; ++i) many.push_back("材料" + std::to_string(i));
  const Placed after = placed(written(ready_review()), {sample_finding(many)}, Verdict::ready);
  const Json finding = Json::parse(after.json)["batch"]["findings"][0];
  CHECK(finding["dossiers"].size() == kNamedDossiers);
  CHECK(finding["more_dossiers"] == 1000 - kNamedDossiers);
  CHECK(objections(after.json, "templates/json/dossier.schema.json") == "");
}

TEST_CASE("only open findings that concern a dossier are shown in it") {
  const BatchReport report = sample_batch();
  const BatchNames names(report);
  CHECK(names.findings("乙").size() == 1);
  CHECK(names.findings("推荐函").empty());
}
