// A made-up batch for writers: two dossiers that clash, a recommender's letter, one entry that
// could not be reviewed. No real organization is meant.
#pragma once

#include <sstream>
#include <string>

#include "pipeline/model/batch_report.h"
#include "templates/batch/batch_json.h"

namespace biaoshen {

inline BatchRow sample_row(const std::string& name, Verdict verdict) {
  BatchRow row;
  row.name = row.folder = name;
  row.verdict = verdict;
  row.entry = BatchEntry{};
  BatchEntry& entry = *row.entry;
  entry.name = name;
  entry.programme = "bj-hq-group-standard";
  entry.version = "2024";
  entry.programme_title = "北京市高质量团体标准评价（2024）";
  entry.verdict = verdict;
  entry.as_of = "2024-08-31";
  entry.subject.number = "T/BAIIA 015—2022";
  entry.subject.title = "人型机器人安全技术要求";
  entry.subject.organization = "北京示例技术协会";
  entry.files = {{"f01", "申报书.docx", std::string(64, 'a'), {"application-form"}}};
  entry.counts.pass = 20;
  return row;
}

inline JointFinding sample_finding(const std::vector<std::string>& dossiers) {
  JointFinding finding;
  finding.programme = "bj-hq-group-standard";
  finding.rule = "batch.same-standard";
  finding.status = Status::review;
  finding.level = Level::error;
  finding.title = {"一项标准只申报一次", "One standard, one dossier"};
  finding.message = {"同一标准见于 甲、乙", "one standard in two dossiers"};
  finding.remedy = {"核对后撤回其中一份。", "Withdraw one of them."};
  finding.cites = {{"实施方案", "二", "原文一句"}};
  finding.dossiers = dossiers;
  for (const std::string& name : dossiers) {
    Quote quote;
    quote.file = "f01";
    quote.page = 1;
    quote.place = OnPage{{72.04F, 96.26F, 301.5F, 112.0F}};
    quote.text = "T/BAIIA 015—2022";
    finding.evidence.push_back({name, quote});
  }
  return finding;
}

inline std::string batch_json(const BatchReport& report, Language language) {
  std::ostringstream out;
  write_batch_json(report, language, out);
  return out.str();
}

inline std::vector<DossierState> all_of(const States& states) {
  std::vector<DossierState> all;
  for (std::size_t at = 0; at < states.count; ++at) all.push_back(states.at(at));
  return all;
}

inline std::vector<const JointFinding*> pointers_to(const std::vector<JointFinding>& findings) {
  std::vector<const JointFinding*> all;
  for (const JointFinding& finding : findings) all.push_back(&finding);
  return all;
}

inline BatchReport sample_batch() {
  BatchReport report;
  report.tool_version = "0.1.0";
  report.rows = {sample_row("甲-13800138000", Verdict::review),
                 sample_row("乙", Verdict::returned)};
  report.rows.push_back(sample_row("推荐函", Verdict::review));
  report.rows.back().entry->is_application = false;
  report.rows.push_back({"坏<b>", "坏<b>", {}, Verdict::review, "坏：打不开", ""});
  report.findings = {sample_finding({"甲-13800138000", "乙"})};
  JointFinding passed = sample_finding({});
  passed.rule = "batch.same-proof";
  passed.status = Status::pass;
  passed.message = {"没有共用的证明。", "No shared proof."};
  report.findings.push_back(passed);
  return report;
}

}  // namespace biaoshen
