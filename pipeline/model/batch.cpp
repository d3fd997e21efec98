#include "pipeline/model/batch.h"

#include <algorithm>

namespace biaoshen {
namespace {

void add_pieces(std::string_view list, std::set<std::string, std::less<>>& pieces) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (end > 0) pieces.emplace(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool is_open(const JointFinding& finding) {
  return finding.status == Status::review || finding.status == Status::fail;
}

int weight(Verdict verdict) {
  if (verdict == Verdict::returned) return 2;
  return verdict == Verdict::review ? 1 : 0;
}

}  // namespace

void FindingCounts::add(Status status, Level level) {
  switch (status) {
    case Status::fail:
      ++(level == Level::error ? fail : advice);
      break;
    case Status::review:
      ++review;
      break;
    case Status::pass:
      ++pass;
      break;
    case Status::not_applicable:
      ++not_applicable;
      break;
  }
}

// Which parameters name facts only the tables of the checkers know; a number or a material
// among the pieces does no harm, for no fact is called so.
std::set<std::string, std::less<>> joint_fact_names(const Profile& profile) {
  std::set<std::string, std::less<>> names;
  for (const auto* rules : {&profile.batch_rules, &profile.panel_rules}) {
    for (const RuleSpec& rule : *rules) {
      for_each_check(rule.condition, [&](const Check& check) {
        for (const auto& [parameter, text] : check.parameters) add_pieces(text, names);
      });
    }
  }
  return names;
}

Verdict joint_verdict(const std::vector<JointFinding>& findings) {
  return std::any_of(findings.begin(), findings.end(), is_open) ? Verdict::review : Verdict::ready;
}

Verdict worse(Verdict a, Verdict b) {
  return weight(a) < weight(b) ? b : a;
}

void share_texts(BatchEntry& entry, TextPool& pool) {
  entry.findings.shrink_to_fit();
  for (BatchFinding& finding : entry.findings) {
    for (SharedText* text : {&finding.rule, &finding.title, &finding.message, &finding.remedy,
                             &finding.clauses, &finding.file, &finding.cell})
      pool.share(*text);
    if (!finding.decision) continue;
    for (SharedText* text : {&finding.decision->note, &finding.decision->by, &finding.decision->on})
      pool.share(*text);
  }
}

const BatchFile* file_by_id(const BatchEntry& entry, std::string_view id) {
  const auto found = std::find_if(entry.files.begin(), entry.files.end(),
                                  [&](const BatchFile& file) { return file.id == id; });
  return found == entry.files.end() ? nullptr : &*found;
}

}  // namespace biaoshen
