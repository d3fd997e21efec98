#include "templates/batch/panel_json.h"

#include "templates/json/joint_json.h"

namespace biaoshen {
namespace {

Json json_of(const Expert& expert) {
  return {{"name", expert.name},
          {"employer", expert.employer},
          {"title", expert.title},
          {"specialty", expert.specialty},
          {"evidence", json_of(Evidence(expert.quote))}};
}

}  // namespace

std::string write_panel_json(const PanelReport& report, Language language) {
  Json experts = Json::array(), dossiers = Json::array(), findings = Json::array();
  for (const Expert& expert : report.experts) experts.push_back(json_of(expert));
  for (const BatchEntry& entry : report.entries)
    dossiers.push_back({{"name", entry.name},
                        {"programme", {{"id", entry.programme}, {"version", entry.version}}}});
  for (const JointFinding& finding : report.findings) {
    Json one{{"programme", finding.programme}};
    one.update(json_of(finding, language));
    findings.push_back(std::move(one));
  }
  return json_text({{"schema", "biaoshen/panel/1"},
                    {"tool", {{"name", "biaoshen"}, {"version", report.tool_version}}},
                    {"panel", {{"file", report.file}, {"sha256", report.sha256}}},
                    {"experts", std::move(experts)},
                    {"dossiers", std::move(dossiers)},
                    {"verdict", name_of(report.verdict)},
                    {"findings", std::move(findings)}});
}

}  // namespace biaoshen
