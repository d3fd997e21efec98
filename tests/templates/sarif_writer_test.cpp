// findings.sarif: valid by the official schema, and by what the schema cannot say.
#include "templates/sarif/sarif_writer.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <memory>

#include "sample_record.h"
#include "sample_review.h"
#include "templates/json/evidence_json.h"
#include "validity.h"

using namespace biaoshen;

namespace {

// The path of the official schema, as tests/templates/sarif_schema has fetched it.
std::string schema_path() {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(
      ::popen("'" SOURCE_DIR "/tests/templates/sarif_schema' 2>&1", "r"), ::pclose);
  REQUIRE(out);
  std::string said;
  std::array<char, 512> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), out.get()) != nullptr)
    said += buffer.data();
  if (!said.empty() && said.back() == '\n') said.pop_back();
  if (!said.starts_with('/')) FAIL("the schema of SARIF cannot be had: " << said);
  return said;
}

Json run_of(const Record& record) {
  return Json::parse(write_sarif(record)).at("runs").at(0);
}

const Json& result_of(const Json& run, const std::string& rule) {
  for (const Json& result : run.at("results"))
    if (result.at("ruleId") == rule) return result;
  FAIL("no result of " << rule);
  return run;
}

DecisionSheet sheet_with(const Record& record, const std::string& rule, Treatment treatment) {
  DecisionSheet sheet{"顾清和", "2024-09-03", std::string(64, 'e'), record.input_sha256, 1, {}};
  for (const Finding& finding : record.findings)
    if (finding.rule == rule)
      sheet.decisions = {{rule, treatment, "经核对原件，一致", finding.evidence_sha256}};
  return sheet;
}

Record with_waiver(Record record, Waiver::State state) {
  record.findings[0].waiver =
      Waiver{state, "顾清和", "2024-09-02", "2024-12-31", "经会议决定", record.name, ""};
  return record;
}

// A record with a finding of each baseline.
Record with_each_baseline() {
  Record record = sample_record();
  record.revision = 2;
  record.earlier = EarlierRevision{1, std::string(64, 'b'), Verdict::returned};
  for (Finding& finding : record.findings)
    finding.baseline = finding.status == Status::pass ? Baseline::absent : Baseline::unchanged;
  record.findings[0].baseline = Baseline::new_;
  record.findings[1].baseline = Baseline::updated;
  return record;
}

void check_artifact(const Json& run, const Json& location) {
  const auto index = location.at("index").get<std::size_t>();
  REQUIRE(index < run.at("artifacts").size());
  CHECK(run["artifacts"][index]["location"]["uri"] == location.at("uri"));
}

}  // namespace

TEST_CASE("findings.sarif is valid by the official schema, whatever the applicant wrote") {
  const std::string schema = schema_path();
  CHECK(objections(write_sarif(sample_record()), schema) == "");
  Record english = record_like(sample_review(), Language::en);
  CHECK(objections(write_sarif(english), schema) == "");
  const std::string hostile = "</script>\"\\{0}[x](http://example.com)\xE2\x80\xAE\xF0\x9F\x98\x80";
  CHECK(objections(write_sarif(record_like(review_full_of(hostile))), schema) == "");
  Record decided = with_waiver(sample_record(), Waiver::State::applied);
  decided.decisions = {sheet_with(decided, "form.sealed", Treatment::accept)};
  CHECK(objections(write_sarif(decided), schema) == "");
  CHECK(objections(write_sarif(with_each_baseline()), schema) == "");
  CHECK(objections(write_sarif(Record()), schema) == "");
  CHECK(objections(R"({"version": "2.1.0", "runs": [{}]})", schema) != "");
}

TEST_CASE("every finding is a result, and points at its own rule") {
  const Record record = sample_record();
  const Json run = run_of(record);
  const Json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(run["results"].size() == record.findings.size());
  for (const Json& result : run["results"]) {
    const auto index = result["ruleIndex"].get<std::size_t>();
    REQUIRE(index < rules.size());
    CHECK(rules[index]["id"] == result["ruleId"]);
  }
  CHECK(rules[0]["shortDescription"]["text"] == "标准编号一致");
  CHECK(rules[0]["properties"]["cites"][0]["clause"] == "五（三）");
}

TEST_CASE("only a failure has a level") {
  const Json run = run_of(sample_record());
  for (const Json& result : run["results"]) {
    INFO(result["ruleId"]);
    CHECK((result["kind"] == "fail") == (result["level"] != "none"));
  }
  CHECK(result_of(run, "number.consistent")["level"] == "error");
  CHECK(result_of(run, "score.group")["level"] == "warning");
  CHECK(result_of(run, "form.sealed")["kind"] == "review");
}

TEST_CASE("files are artifacts by hash and relative address, and locations point at them") {
  const Record record = sample_record();
  const Json run = run_of(record);
  REQUIRE(run["artifacts"].size() == record.files.size());
  CHECK(run["artifacts"][0]["hashes"]["sha-256"] == record.files[0].sha256);
  CHECK(run["artifacts"][0]["location"]["uri"].get<std::string>().starts_with("01%20%E7%94%B3"));
  CHECK_FALSE(run["artifacts"][8].contains("hashes"));
  std::size_t locations = 0;
  for (const Json& result : run["results"]) {
    for (const Json& location : result.value("locations", Json::array())) {
      check_artifact(run, location["physicalLocation"]["artifactLocation"]);
      ++locations;
    }
  }
  CHECK(locations > 3);
  for (const Json& told : run["invocations"][0]["toolExecutionNotifications"])
    if (told.contains("locations"))
      check_artifact(run, told["locations"][0]["physicalLocation"]["artifactLocation"]);
  CHECK_FALSE(run["originalUriBaseIds"]["DOSSIER"].contains("uri"));
}

TEST_CASE("a place is said as page, box and cell, and no line is invented") {
  const Json run = run_of(sample_record());
  const Json& places = result_of(run, "number.consistent")["locations"];
  REQUIRE(places.size() == 3);
  CHECK(places[0]["properties"]["page"] == 1);
  CHECK(places[0]["properties"]["box"] == Json({72, 96.3, 301.5, 112}));
  CHECK(places[1]["logicalLocations"][1]["fullyQualifiedName"] == "paragraph/12");
  CHECK(places[2]["properties"]["origin"] == "ocr");
  CHECK(result_of(run, "score.group")["locations"][0]["properties"]["cell"] == "自评打分表!D9");
  CHECK(run.dump().find("\"region\"") == std::string::npos);
}

TEST_CASE("what was looked for in vain has no place but says what and where was searched") {
  const Json run = run_of(sample_record());
  const Json& result = result_of(run, "material.innovation");
  CHECK_FALSE(result.contains("locations"));
  const Json& search = result["properties"]["searches"][0];
  CHECK(search["sought"] == "创新性先进性说明");
  CHECK(search["artifacts"] == Json({0, 2, 3, 4, 5}));
  CHECK(search["complete"] == true);
}

TEST_CASE("an applied waiver and a current acceptance suppress; nothing else does") {
  Record record = with_waiver(sample_record(), Waiver::State::applied);
  record.decisions = {sheet_with(record, "form.sealed", Treatment::accept),
                      sheet_with(record, "credit.checked", Treatment::look)};
  const Json run = run_of(record);
  for (const Json& result : run["results"]) CHECK(result.contains("suppressions"));
  CHECK(result_of(run, "number.consistent")["suppressions"][0]["justification"] == "经会议决定");
  const Json& accepted = result_of(run, "form.sealed")["suppressions"];
  REQUIRE(accepted.size() == 1);
  CHECK(accepted[0]["status"] == "accepted");
  CHECK(accepted[0]["properties"]["by"] == "顾清和");
  CHECK(result_of(run, "credit.checked")["suppressions"].empty());
  CHECK(run_of(with_waiver(sample_record(), Waiver::State::expired))["results"][0]["suppressions"]
            .empty());
  record.findings[3].evidence_sha256 = "other";
  REQUIRE(record.findings[3].rule == "form.sealed");
  CHECK(result_of(run_of(record), "form.sealed")["suppressions"].empty());
}

TEST_CASE("personal data is masked unless it is to be shown, and no text becomes a link") {
  Record record = sample_record();
  CHECK(write_sarif(record).find("13812345678") == std::string::npos);
  CHECK(write_sarif(record).find("138****5678") != std::string::npos);
  record.presentation.personal_data = PersonalData::shown;
  CHECK(write_sarif(record).find("13812345678") != std::string::npos);
  record.findings[0].message.zh = "见[这里](http://example.com)，{0}";
  CHECK(run_of(record)["results"][0]["message"]["text"] == "见[这里] (http://example.com)，{{0}}");
}

TEST_CASE("the same record gives the same bytes, with the evidence's digest as fingerprint") {
  const Record record = sample_record();
  CHECK(write_sarif(record) == write_sarif(record));
  CHECK(run_of(record)["results"][0]["partialFingerprints"]["evidenceSha256/v1"] ==
        record.findings[0].evidence_sha256);
}

TEST_CASE("from the second submission on each result says how it stands to the one before") {
  const Record record = with_each_baseline();
  const Json run = run_of(record);
  CHECK(run["results"].size() == record.findings.size());
  CHECK(run["results"][0]["baselineState"] == "new");
  CHECK(run["results"][1]["baselineState"] == "updated");
  const Json& settled = result_of(run, "number.format");
  CHECK(settled["baselineState"] == "absent");
  CHECK(settled["kind"] == "pass");
  CHECK(run["properties"]["previous_input_sha256"] == std::string(64, 'b'));
  const Json first = run_of(sample_record());
  CHECK_FALSE(first["results"][0].contains("baselineState"));
  CHECK_FALSE(first["properties"].contains("previous_input_sha256"));
}
