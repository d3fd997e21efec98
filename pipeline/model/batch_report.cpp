#include "pipeline/model/batch_report.h"

namespace biaoshen {

BatchNames::BatchNames(const BatchReport& report) {
  rows_.reserve(report.rows.size());
  for (const BatchRow& row : report.rows) rows_.try_emplace(row.name, &row);
  for (const JointFinding& finding : report.findings) {
    if (finding.status != Status::fail && finding.status != Status::review) continue;
    for (const std::string& name : finding.dossiers) {
      auto& known = findings_[name];
      if (known.empty() || known.back() != &finding) known.push_back(&finding);
    }
  }
}

const BatchRow* BatchNames::row(std::string_view name) const {
  const auto found = rows_.find(name);
  return found == rows_.end() ? nullptr : found->second;
}

const BatchEntry* BatchNames::entry(std::string_view name) const {
  const BatchRow* found = row(name);
  return found == nullptr || !found->entry ? nullptr : &*found->entry;
}

JointFindings BatchNames::findings(std::string_view name) const {
  const auto found = findings_.find(name);
  return found == findings_.end() ? JointFindings() : JointFindings(found->second);
}

}  // namespace biaoshen
