#include "pipeline/model/batch_changes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "pipeline/model/batch_report.h"

namespace biaoshen {
namespace {

bool stands_before(const OpenFinding& a, const OpenFinding& b) {
  return std::tie(a.rule, a.status) < std::tie(b.rule, b.status);
}

void sort_once_each(std::vector<OpenFinding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), stands_before);
  const auto is_same = [](const OpenFinding& a, const OpenFinding& b) {
    return a.rule == b.rule && a.status == b.status;
  };
  findings.erase(std::unique(findings.begin(), findings.end(), is_same), findings.end());
}

using ByName = std::map<std::string, std::vector<OpenFinding>, std::less<>>;

// What the batch says of each dossier.
ByName joint_findings(const BatchReport& report, Language language) {
  ByName found;
  for (const JointFinding& finding : report.findings) {
    if (finding.status != Status::fail && finding.status != Status::review) continue;
    for (const std::string& name : finding.dossiers)
      found[name].push_back({finding.rule, finding.title.in(language), finding.status});
  }
  return found;
}

std::vector<OpenFinding> only_in(const std::vector<OpenFinding>& a,
                                 const std::vector<OpenFinding>& b) {
  std::vector<OpenFinding> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest),
                      stands_before);
  return rest;
}

std::optional<DossierChange> change_of(const DossierState& before, const DossierState& now) {
  DossierChange change{now.name, before.ending, now.ending, only_in(now.findings, before.findings),
                       only_in(before.findings, now.findings)};
  const bool is_same = change.from == change.to && change.arisen.empty() && change.resolved.empty();
  return is_same ? std::nullopt : std::optional(std::move(change));
}

using States = std::map<std::string_view, const DossierState*>;

States by_name(const std::vector<DossierState>& dossiers) {
  States states;
  for (const DossierState& state : dossiers) states[state.name] = &state;
  return states;
}

}  // namespace

std::string_view name_of(Ending ending) {
  switch (ending) {
    case Ending::returned:
      return "return";
    case Ending::review:
      return "review";
    case Ending::ready:
      return "ready";
    case Ending::accompanying:
      return "accompanying";
    case Ending::failed:
      return "failed";
  }
  return "failed";
}

Ending ending_of(const BatchRow& row) {
  if (!row.entry) return Ending::failed;
  if (!row.entry->is_application) return Ending::accompanying;
  if (row.verdict == Verdict::returned) return Ending::returned;
  return row.verdict == Verdict::ready ? Ending::ready : Ending::review;
}

std::vector<DossierState> states_of(const BatchReport& report, Language language) {
  ByName joint = joint_findings(report, language);
  std::vector<DossierState> states;
  for (const BatchRow& row : report.rows) {
    DossierState& state = states.emplace_back(DossierState{row.name, ending_of(row), {}});
    if (!row.entry) continue;
    state.findings = std::move(joint[row.name]);
    for (const BatchFinding& finding : row.entry->findings)
      state.findings.push_back({finding.rule, finding.title, finding.status});
    sort_once_each(state.findings);
  }
  std::ranges::stable_sort(states, {}, &DossierState::name);
  return states;
}

std::optional<BatchChanges> changes_since(const LastBatch& last,
                                          const std::vector<DossierState>& now) {
  if (last.dossiers == now) return last.changes;
  const States before = by_name(last.dossiers), current = by_name(now);
  BatchChanges changes;
  changes.since = last.sha256;
  for (const auto& [name, state] : current) {
    const auto known = before.find(name);
    if (known == before.end()) {
      changes.added.emplace_back(name);
    } else if (auto change = change_of(*known->second, *state)) {
      changes.changed.push_back(std::move(*change));
    }
  }
  for (const auto& [name, state] : before)
    if (!current.contains(name)) changes.removed.emplace_back(name);
  return changes;
}

}  // namespace biaoshen
