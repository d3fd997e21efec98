#include "pipeline/model/batch_changes.h"

#include <algorithm>
#include <iterator>
#include <memory>
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

DossierState state_of(const BatchRow& row, const BatchNames& names, Language language) {
  DossierState state{row.name, ending_of(row), {}};
  if (!row.entry) return state;
  for (const JointFinding* finding : names.findings(row.name))
    state.findings.push_back({finding->rule, finding->title.in(language), finding->status});
  for (const SharedFinding& finding : row.entry->findings)
    state.findings.push_back({finding->rule, finding->title, finding->status});
  sort_once_each(state.findings);
  state.findings.shrink_to_fit();
  return state;
}

States states_of(const BatchReport& report, Language language) {
  std::vector<const BatchRow*> rows;
  for (const BatchRow& row : report.rows) rows.push_back(&row);
  std::ranges::stable_sort(rows, {}, &BatchRow::name);
  const auto names = std::make_shared<const BatchNames>(report);
  return {rows.size(), [rows, names, language](std::size_t at) {
            return state_of(*rows[at], *names, language);
          }};
}

std::optional<BatchChanges> changes_since(const LastBatch& last, const States& now) {
  BatchChanges changes;
  changes.since = last.sha256;
  bool is_same = last.dossiers.size() == now.count;
  auto before = last.dossiers.begin();  // both are by name
  const auto end = last.dossiers.end();
  for (std::size_t at = 0; at < now.count; ++at) {
    const DossierState state = now.at(at);
    for (; before != end && before->name < state.name; ++before)
      changes.removed.push_back(before->name);
    if (before == end || before->name != state.name) {
      changes.added.push_back(state.name);
      continue;
    }
    is_same = is_same && *before == state;
    if (auto change = change_of(*before, state)) changes.changed.push_back(std::move(*change));
    ++before;
  }
  for (; before != end; ++before) changes.removed.push_back(before->name);
  if (is_same && changes.added.empty()) return last.changes;
  return changes;
}

}  // namespace biaoshen
