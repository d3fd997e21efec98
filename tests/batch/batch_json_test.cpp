#include "templates/batch/batch_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sample_batch.h"
#include "tests/templates/validity.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;

TEST_CASE("batch.json names every entry of the inbox and every finding") {
  const Json json = Json::parse(batch_json(sample_batch(), Language::zh));
  REQUIRE(json["dossiers"].size() == 3);
  CHECK(json["dossiers"][1]["verdict"] == "return");
  CHECK(json["dossiers"][1]["result"] == "乙/dossier.json");
  CHECK(json["dossiers"][2]["application"] == false);
  REQUIRE(json["failed"].size() == 1);
  CHECK(json["failed"][0]["error"] == "坏：打不开");
  REQUIRE(json["findings"].size() == 2);
  CHECK(json["findings"][0]["programme"] == "bj-hq-group-standard");
  CHECK(json["findings"][0]["evidence"][0]["dossier"] == "甲-13800138000");
  CHECK(json["findings"][1]["status"] == "pass");
}

TEST_CASE("batch.json says where each dossier stands, for the batch that comes after it") {
  BatchReport report = sample_batch();
  report.rows[1].entry->standing = Standing::accepted;
  report.rows[1].entry->subject.self_score = 91.5;
  report.changes = BatchChanges{std::string(64, 'a'), {"乙"}, {"丁"}, {}};
  const Json json = Json::parse(batch_json(report, Language::zh));
  CHECK(json["dossiers"][0]["standing"].is_null());
  CHECK(json["dossiers"][1]["standing"] == "accepted");
  CHECK(json["dossiers"][1]["self_score"] == 91.5);
  CHECK(json["dossiers"][0]["findings"][0]["rule"] == "batch.same-standard");
  CHECK(json["changes"]["added"][0] == "乙");
  CHECK(json["changes"]["removed"][0] == "丁");
  CHECK(Json::parse(batch_json(sample_batch(), Language::zh))["changes"].is_null());
}

TEST_CASE("batch.json is valid against its schema, an empty one as well") {
  const char* const schema = "templates/batch/batch.schema.json";
  CHECK(objections(batch_json(sample_batch(), Language::zh), schema) == "");
  BatchReport changed = sample_batch();
  const OpenFinding seal{"form.sealed", "盖章", Status::review};
  changed.changes = BatchChanges{
      std::string(64, 'a'), {"乙"}, {"丁"}, {{"坏<b>", Ending::ready, Ending::failed, {}, {seal}}}};
  CHECK(objections(batch_json(changed, Language::en), schema) == "");
  changed.changes->since = "yesterday";
  CHECK(objections(batch_json(changed, Language::en), schema) != "");
  BatchReport empty;
  empty.tool_version = "0.1.0";
  CHECK(objections(batch_json(empty, Language::en), schema) == "");
  CHECK(objections("{}", schema) != "");
}

TEST_CASE("batch.json says which submission it is, whose copy, and what is not to be relied on") {
  BatchReport report = sample_batch();
  report.rows[0].entry->revision = 3;
  report.rows[0].entry->quarantined = "读取程序两次意外中止";
  report.rows[0].overdue = "正在等待";
  report.rows[1].entry->duplicate_of = "甲";
  const std::string text = batch_json(report, Language::zh);
  const Json json = Json::parse(text);
  CHECK(json["dossiers"][0]["revision"] == 3);
  CHECK(json["dossiers"][0]["quarantined"] == "读取程序两次意外中止");
  CHECK(json["dossiers"][0]["overdue"] == "正在等待");
  CHECK(json["dossiers"][0]["duplicate_of"].is_null());
  CHECK(json["dossiers"][1]["duplicate_of"] == "甲");
  CHECK(json["dossiers"][1]["revision"] == 1);
  CHECK(json["dossiers"][1]["quarantined"].is_null());
  CHECK(json["dossiers"][1]["overdue"].is_null());
  CHECK(objections(text, "templates/batch/batch.schema.json") == "");
}
