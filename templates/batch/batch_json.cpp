#include "templates/batch/batch_json.h"

#include <map>

#include "pipeline/base/text.h"
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

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json json_of_open(const std::vector<OpenFinding>& findings) {
  Json out = Json::array();
  for (const OpenFinding& finding : findings)
    out.push_back({{"rule", finding.rule.str()},
                   {"title", finding.title.str()},
                   {"status", name_of(finding.status)}});
  return out;
}

Json json_of_change(const DossierChange& change) {
  return {{"name", change.name},
          {"from", name_of(change.from)},
          {"to", name_of(change.to)},
          {"new", json_of_open(change.arisen)},
          {"resolved", json_of_open(change.resolved)}};
}

Json json_of_changes(const std::optional<BatchChanges>& changes) {
  if (!changes) return nullptr;
  Json changed = Json::array();
  for (const DossierChange& change : changes->changed) changed.push_back(json_of_change(change));
  return {{"since", changes->since},
          {"added", changes->added},
          {"removed", changes->removed},
          {"changed", std::move(changed)}};
}

Json json_of_entry(const BatchRow& row, const BatchEntry& entry, const DossierState& state) {
  return {
      {"name", row.name},
      {"result", row.folder + "/dossier.json"},
      {"application", entry.is_application},
      {"programme", {{"id", entry.programme}, {"version", entry.version}}},
      {"as_of", entry.as_of},
      {"revision", entry.revision},
      {"duplicate_of", or_null(entry.duplicate_of)},
      {"quarantined", or_null(entry.quarantined)},
      {"overdue", or_null(row.overdue)},
      {"verdict", name_of(row.verdict)},
      {"dossier_verdict", name_of(entry.verdict)},
      {"number", or_null(entry.subject.number)},
      {"title", or_null(entry.subject.title)},
      {"organization", or_null(entry.subject.organization)},
      {"self_score", entry.subject.self_score ? Json(*entry.subject.self_score) : Json(nullptr)},
      {"standing", entry.standing ? Json(name_of(*entry.standing)) : Json(nullptr)},
      {"counts", json_of_counts(entry.counts)},
      {"findings", json_of_open(state.findings)}};
}

// `json` as an element of a list in batch.json.
std::string element(const Json& json) {
  std::string text = json_text(json);
  text.pop_back();
  return "\n    " + replace_all(std::move(text), "\n", "\n    ");
}

}  // namespace

// Dossier by dossier: the tree of ten thousand takes many times the room of its text.
std::string write_batch_json(const BatchReport& report, Language language) {
  Json failed = Json::array(), findings = Json::array();
  std::string dossiers;
  std::map<std::string, DossierState> states;
  for (DossierState& state : states_of(report, language)) states[state.name] = std::move(state);
  for (const BatchRow& row : report.rows) {
    if (row.entry) {
      dossiers += dossiers.empty() ? "" : ",";
      dossiers += element(json_of_entry(row, *row.entry, states[row.name]));
    } else {
      failed.push_back({{"name", row.name}, {"error", row.error}});
    }
  }
  for (const JointFinding& finding : report.findings) {
    Json one{{"programme", finding.programme}};
    one.update(json_of(finding, language));
    findings.push_back(std::move(one));
  }
  std::string text = json_text({{"schema", "biaoshen/batch/1"},
                                {"tool", {{"name", "biaoshen"}, {"version", report.tool_version}}},
                                {"dossiers", Json::array()},
                                {"failed", std::move(failed)},
                                {"findings", std::move(findings)},
                                {"changes", json_of_changes(report.changes)}});
  constexpr std::string_view kNone = "\"dossiers\": [";
  if (!dossiers.empty()) text.insert(text.find(kNone) + kNone.size(), dossiers + "\n  ");
  return text;
}

}  // namespace biaoshen
