#include "templates/batch/batch_json.h"

#include "templates/json/joint_json.h"

namespace biaoshen {
namespace {

Json json_of_counts(const FindingCounts& counts) {
  return {{"fail", counts.fail},
          {"advice", counts.advice},
          {"review", counts.review},
          {"pass", counts.pass},
          {"notApplicable", counts.not_applicable},
          {"waived", counts.waived}};
}

Json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of_entry(const BatchRow& row, const BatchEntry& entry) {
  return {{"name", row.name},
          {"result", row.folder + "/dossier.json"},
          {"application", entry.is_application},
          {"programme", {{"id", entry.programme}, {"version", entry.version}}},
          {"as_of", entry.as_of},
          {"verdict", name_of(row.verdict)},
          {"dossier_verdict", name_of(entry.verdict)},
          {"number", or_null(entry.subject.number)},
          {"title", or_null(entry.subject.title)},
          {"organization", or_null(entry.subject.organization)},
          {"counts", json_of_counts(entry.counts)}};
}

}  // namespace

std::string write_batch_json(const BatchReport& report, Language language) {
  Json dossiers = Json::array(), failed = Json::array(), findings = Json::array();
  for (const BatchRow& row : report.rows) {
    if (row.entry) {
      dossiers.push_back(json_of_entry(row, *row.entry));
    } else {
      failed.push_back({{"name", row.name}, {"error", row.error}});
    }
  }
  for (const JointFinding& finding : report.findings) {
    Json one{{"programme", finding.programme}};
    one.update(json_of(finding, language));
    findings.push_back(std::move(one));
  }
  return json_text({{"schema", "biaoshen/batch/1"},
                    {"tool", {{"name", "biaoshen"}, {"version", report.tool_version}}},
                    {"dossiers", std::move(dossiers)},
                    {"failed", std::move(failed)},
                    {"findings", std::move(findings)}});
}

}  // namespace biaoshen
