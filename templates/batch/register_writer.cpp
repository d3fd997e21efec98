#include "templates/batch/register_writer.h"

#include <vector>

#include "templates/batch/joint_dossier.h"
#include "templates/batch/workbook.h"
#include "templates/wording.h"

namespace biaoshen {
namespace {

using Row = std::vector<std::string>;

std::string joined(const std::vector<std::string>& names, Language language) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : language == Language::zh ? "、" : ", ") + name;
  return out;
}

Row words(std::initializer_list<std::string_view> keys, Language language) {
  Row out;
  for (const std::string_view key : keys) out.push_back(word(key, language));
  return out;
}

Row row_of(const BatchRow& row, std::size_t nth, const BatchReport& report, Language language) {
  if (!row.entry)
    return {std::to_string(nth),
            row.name,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            word("batch.failed", language),
            "",
            "",
            "",
            "",
            "",
            row.error};
  const BatchEntry& entry = *row.entry;
  const Subject& subject = entry.subject;
  const auto or_empty = [](const std::optional<std::string>& value) { return value.value_or(""); };
  const std::string verdict =
      entry.is_application ? word("verdict." + std::string(name_of(row.verdict)), language) : "";
  return {std::to_string(nth),
          row.name,
          entry.programme_title,
          entry.version,
          or_empty(subject.number),
          or_empty(subject.title),
          or_empty(subject.organization),
          or_empty(subject.uscc),
          or_empty(subject.published),
          or_empty(subject.implemented),
          entry.as_of,
          verdict,
          std::to_string(entry.counts.fail),
          std::to_string(entry.counts.advice),
          std::to_string(entry.counts.review),
          std::to_string(findings_for(report, row.name).size()),
          row.folder + "/dossier.html",
          entry.is_application ? "" : word("batch.accompanying", language)};
}

SheetOfText dossiers_sheet(const BatchReport& report, Language language) {
  SheetOfText sheet{language == Language::zh ? "登记表" : "Register",
                    {5, 26, 22, 9, 20, 34, 28, 21, 12, 12, 12, 14, 8, 8, 10, 10, 30, 40},
                    {}};
  sheet.rows.push_back(
      words({"batch.nth", "batch.dossier", "batch.programme", "batch.version", "batch.number",
             "batch.name", "batch.organization", "subject.uscc", "batch.published",
             "batch.implemented", "date.as-of", "batch.verdict", "count.fail", "count.advice",
             "count.review", "batch.open", "batch.where", "batch.remark"},
            language));
  for (const BatchRow& row : report.rows)
    sheet.rows.push_back(row_of(row, sheet.rows.size(), report, language));
  return sheet;
}

SheetOfText findings_sheet(const BatchReport& report, Language language) {
  SheetOfText sheet{
      language == Language::zh ? "批次核查" : "Batch", {5, 26, 24, 26, 10, 10, 60, 40, 50, 60}, {}};
  sheet.rows.push_back(words(
      {"batch.nth", "batch.programme", "finding.rule", "finding.item", "batch.status",
       "batch.level", "finding.message", "batch.concerned", "finding.advice", "finding.cites"},
      language));
  for (const JointFinding& finding : report.findings) {
    std::vector<std::string> cites;
    for (const Citation& cite : finding.cites) cites.push_back(cite.instrument + " " + cite.clause);
    sheet.rows.push_back({std::to_string(sheet.rows.size()), finding.programme, finding.rule,
                          finding.title.in(language),
                          word("status." + std::string(name_of(finding.status)), language),
                          word("level." + std::string(name_of(finding.level)), language),
                          finding.message.in(language), joined(finding.dossiers, language),
                          finding.remedy.in(language), joined(cites, language)});
  }
  return sheet;
}

}  // namespace

Result<std::string> write_register(const BatchReport& report, Language language) {
  return workbook_of({dossiers_sheet(report, language), findings_sheet(report, language)});
}

}  // namespace biaoshen
