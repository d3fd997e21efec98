#include "templates/sarif/sarif_writer.h"

#include "templates/problem_wording.h"
#include "templates/sarif/sarif_result.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

Json rule_of(const SarifSource& source, const Finding& finding) {
  const Language language = source.language();
  Json out{{"id", finding.rule}};
  if (const std::string& title = finding.title.in(language); !title.empty())
    out["shortDescription"] = source.message(title);
  if (const std::string& remedy = finding.remedy.in(language); !remedy.empty())
    out["help"] = source.message(remedy);
  out["defaultConfiguration"] = {{"level", name_of(finding.level)}};
  Json cites = Json::array();
  for (const Citation& cite : finding.cites) cites.push_back(json_of(cite));
  out["properties"] = {{"cites", std::move(cites)}};
  return out;
}

// Every rule of the profile has exactly one finding, so that rules and results go side by side.
Json driver_of(const SarifSource& source) {
  Json rules = Json::array();
  for (const Finding& finding : source.record.findings) rules.push_back(rule_of(source, finding));
  return {{"name", "biaoshen"},
          {"version", source.record.tool_version},
          {"language", source.language() == Language::zh ? "zh-CN" : "en"},
          {"rules", std::move(rules)}};
}

Json artifact_of(const SarifSource& source, const RecordedFile& file) {
  Json location = source.location_of(file);
  location.erase("index");  // it is this very one
  Json out{
      {"location", std::move(location)}, {"roles", {"analysisTarget"}}, {"length", file.bytes}};
  if (!file.sha256.empty()) out["hashes"] = {{"sha-256", file.sha256}};
  Json materials = Json::array();
  for (const RecordedPart& part : file.parts)
    materials.push_back(
        {{"material", part.material}, {"pages", {part.first_page, part.last_page}}});
  out["properties"] = {{"id", file.id},
                       {"format", file.format},
                       {"status", name_of(file.status)},
                       {"pages", file.pages},
                       {"parts", std::move(materials)}};
  return out;
}

Json notification(const SarifSource& source, const Problem& problem, const char* level) {
  Json out{{"descriptor", {{"id", problem.kind}}},
           {"level", level},
           {"message", source.message(problem_in_words(problem, source.language()))}};
  if (problem.page > 0) out["properties"] = {{"page", problem.page}};
  return out;
}

// How the review went: no times and no command line, but what could not be read.
Json invocation_of(const SarifSource& source) {
  Json told = Json::array();
  for (const Problem& problem : source.record.problems)
    told.push_back(notification(source, problem, "warning"));
  for (const RecordedFile& file : source.record.files) {
    const bool is_read = file.status == FileStatus::read || file.status == FileStatus::ignored;
    for (const Problem& problem : file.problems) {
      Json one = notification(source, problem, is_read ? "note" : "warning");
      one["locations"] =
          Json::array({{{"physicalLocation", {{"artifactLocation", source.location_of(file)}}}}});
      told.push_back(std::move(one));
    }
  }
  return {{"executionSuccessful", true}, {"toolExecutionNotifications", std::move(told)}};
}

Json properties_of(const SarifSource& source) {
  const Record& record = source.record;
  Json out{{"dossier", source.text(record.name)},
           {"programme", {{"id", record.programme}, {"version", record.version}}},
           {"as_of", record.as_of},
           {"revision", record.revision},
           {"verdict", name_of(record.verdict)},
           {"standing", name_of(standing_of(record.decisions, record.findings))},
           {"input_sha256", record.input_sha256}};
  if (record.earlier) out["previous_input_sha256"] = record.earlier->input_sha256;
  if (!record.duplicate_of.empty()) out["duplicate_of"] = source.text(record.duplicate_of);
  return out;
}

Json run_of(const SarifSource& source) {
  Json artifacts = Json::array(), results = Json::array();
  for (const RecordedFile& file : source.record.files)
    artifacts.push_back(artifact_of(source, file));
  for (std::size_t i = 0; i < source.record.findings.size(); ++i)
    results.push_back(sarif_result(source, source.record.findings[i], i));
  const std::string base = word("sarif.base", source.language());
  return {{"tool", {{"driver", driver_of(source)}}},
          {"language", source.language() == Language::zh ? "zh-CN" : "en"},
          {"columnKind", "unicodeCodePoints"},
          {"originalUriBaseIds", {{kDossierBase, {{"description", source.message(base)}}}}},
          {"invocations", Json::array({invocation_of(source)})},
          {"artifacts", std::move(artifacts)},
          {"results", std::move(results)},
          {"properties", properties_of(source)}};
}

}  // namespace

std::string write_sarif(const Record& record) {
  const SarifSource source(record);
  return json_text(
      {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({run_of(source)})}});
}

}  // namespace biaoshen
