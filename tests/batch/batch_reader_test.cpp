// batch.json is read back as it was written, and what is not one is no batch before.
#include "pipeline/batch/batch_reader.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/base/sha256.h"
#include "sample_batch.h"
#include "templates/batch/batch_json.h"

using namespace biaoshen;
using Json = nlohmann::ordered_json;

namespace {

// What is read of OUT with this batch.json in it.
std::optional<LastBatch> last_batch_of(const std::string& json) {
  const auto out = std::filesystem::temp_directory_path() /
                   ("biaoshen-last-batch-" + std::to_string(::getpid()));
  std::filesystem::create_directories(out);
  std::ofstream(out / "batch.json", std::ios::binary) << json;
  auto last = last_batch_in(out);
  std::filesystem::remove_all(out);
  return last;
}

BatchReport changed_batch() {
  BatchReport report = sample_batch();
  const OpenFinding number{"number.consistent", "编号一致", Status::fail};
  report.changes = BatchChanges{std::string(64, 'a'),
                                {"乙"},
                                {"丁"},
                                {{"推荐函", Ending::failed, Ending::accompanying, {number}, {}}}};
  return report;
}

}  // namespace

TEST_CASE("the last batch is what its batch.json says of each entry") {
  const BatchReport report = changed_batch();
  const std::string json = batch_json(report, Language::zh);
  const auto last = last_batch_of(json);
  REQUIRE(last);
  CHECK(last->sha256 == sha256(json));
  CHECK(last->dossiers == all_of(states_of(report, Language::zh)));
  REQUIRE(last->changes);
  CHECK(last->changes->since == report.changes->since);
  CHECK(last->changes->added == report.changes->added);
  CHECK(last->changes->removed == report.changes->removed);
  REQUIRE(last->changes->changed.size() == 1);
  CHECK(last->changes->changed[0].from == Ending::failed);
  CHECK(last->changes->changed[0].arisen == report.changes->changed[0].arisen);
}

TEST_CASE("a batch written again after itself has the same bytes") {
  BatchReport report = changed_batch();
  const std::string json = batch_json(report, Language::zh);
  report.changes = changes_since(*last_batch_of(json), states_of(report, Language::zh));
  CHECK(batch_json(report, Language::zh) == json);
}

TEST_CASE("the first batch has nothing to compare with") {
  const auto last = last_batch_of(batch_json(sample_batch(), Language::zh));
  REQUIRE(last);
  CHECK_FALSE(last->changes);
}

TEST_CASE("what is no batch.json of this version is no batch before") {
  const Json whole = Json::parse(batch_json(changed_batch(), Language::zh));
  for (const char* text : {"", "[]", "null", "{}", "{\"schema\": \"biaoshen/batch/2\"}"})
    CHECK_FALSE(last_batch_of(text));
  CHECK_FALSE(last_batch_of(std::string(100000, '[')));
  for (const char* key : {"schema", "dossiers", "failed", "changes"}) {
    Json json = whole;
    json.erase(key);
    INFO(key);
    CHECK_FALSE(last_batch_of(json.dump()));
  }
  Json json = whole;
  json["dossiers"][0]["verdict"] = "splendid";
  CHECK_FALSE(last_batch_of(json.dump()));
  json = whole;
  json["changes"]["changed"][0]["new"] = 7;
  CHECK_FALSE(last_batch_of(json.dump()));
  CHECK_FALSE(last_batch_in("/no/such/folder"));
}
