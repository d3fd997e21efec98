#include "templates/batch/register_writer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "templates/batch/batch_source.h"
#include "templates/batch/workbook.h"

namespace biaoshen {
namespace {

using Row = SheetRow;

constexpr std::size_t kListed = 60;  // dossiers or pieces of evidence in one cell

Sheet sheet_of(const BatchSource& source, std::string_view name,
               std::initializer_list<std::pair<std::string_view, double>> columns) {
  Sheet sheet{source.in_words(name), {}, 0, 0, {}};
  for (const auto& [key, width] : columns) sheet.columns.push_back({source.in_words(key), width});
  return sheet;
}

double counted(std::size_t count) {
  return static_cast<double>(count);
}

Cell text_of(const std::optional<std::string>& value) {
  return value.value_or("");
}

// A day, or as it stands what is none.
Cell day_of(const std::optional<std::string>& value) {
  const auto date = parse_date(value.value_or(""));
  return date ? Cell(*date) : text_of(value);
}

Cell link_to(const BatchRow& row, const std::string& anchor) {
  return SheetLink{link_address(row.folder, anchor), row.name};
}

Cell loud_if(bool is_loud, std::string text) {
  return is_loud ? Cell(LoudText{std::move(text)}) : Cell(std::move(text));
}

// The columns of the dossiers that are filled where one could not be reviewed.
constexpr std::size_t kVerdict = 9, kChange = 14, kRemark = 15;

Row row_of_failure(const BatchSource& source, const BatchRow& row, double nth,
                   std::size_t columns) {
  Row cells(columns, Cell(""));
  cells[0] = nth;
  cells[1] = row.name;
  cells[kVerdict] = LoudText{source.ending(Ending::failed)};
  cells[kChange] = source.change(row.name);
  cells[kRemark] = source.remark(row);
  return cells;
}

Row row_of_entry(const BatchSource& source, const BatchRow& row, double nth) {
  const BatchEntry& entry = *row.entry;
  const Subject& subject = entry.subject;
  const Ending ending = ending_of(row);
  return {nth,
          link_to(row, ""),
          text_of(subject.number),
          text_of(subject.title),
          text_of(subject.organization),
          entry.programme_title,
          day_of(subject.published),
          day_of(subject.implemented),
          subject.self_score ? Cell(*subject.self_score) : Cell(""),
          loud_if(ending == Ending::returned, source.ending(ending)),
          source.standing(entry),
          counted(entry.counts.fail),
          counted(entry.counts.review),
          counted(source.names.findings(row.name).size()),
          source.change(row.name),
          loud_if(!row.overdue.empty() || !entry.quarantined.empty(), source.remark(row)),
          text_of(subject.uscc),
          entry.version,
          day_of(entry.as_of),
          counted(entry.counts.advice),
          counted(entry.counts.waived),
          counted(static_cast<std::size_t>(entry.revision))};
}

// What stands after the remark is for the screen: on A4 it would make the rest too small to read.
Sheet dossiers_sheet(const BatchSource& source) {
  Sheet sheet = sheet_of(source, "batch.sheet.dossiers",
                         {{"batch.nth", 5},
                          {"batch.dossier", 18},
                          {"batch.number", 18},
                          {"batch.name", 22},
                          {"batch.organization", 18},
                          {"batch.programme", 16},
                          {"batch.published", 11},
                          {"batch.implemented", 11},
                          {"subject.score", 7},
                          {"batch.verdict", 11},
                          {"standing", 9},
                          {"batch.fail", 6},
                          {"batch.review", 6},
                          {"batch.open", 6},
                          {"batch.change", 12},
                          {"batch.remark", 14},
                          {"subject.uscc", 19},
                          {"batch.version", 6},
                          {"date.as-of", 11},
                          {"batch.advice", 6},
                          {"batch.waived", 6},
                          {"batch.submission", 6}});
  sheet.printed = kRemark + 1;
  sheet.rows = source.report.rows.size();
  sheet.row = [&source, columns = sheet.columns.size()](std::size_t at) {
    const BatchRow& row = source.report.rows[at];
    return row.entry ? row_of_entry(source, row, counted(at + 1))
                     : row_of_failure(source, row, counted(at + 1), columns);
  };
  return sheet;
}

Row row_of_finding(const BatchSource& source, const BatchRow& row, const BatchFinding& finding,
                   double nth) {
  const bool is_failure = finding.status == Status::fail;
  const auto& decision = finding.decision;
  return {
      nth,
      link_to(row, "r-" + finding.rule.str()),
      text_of(row.entry->subject.number),
      finding.title.str(),
      loud_if(is_failure && finding.level == Level::error,
              source.in_words("status." + std::string(name_of(finding.status)))),
      is_failure ? source.in_words("level." + std::string(name_of(finding.level))) : "",
      finding.message.str(),
      finding.remedy.str(),
      finding.clauses.str(),
      source.place(finding),
      source.decision(finding),
      decision ? decision->note.str() : "",
      decision ? source.in_words("decision.by", {{"by", decision->by}, {"on", decision->on}}) : "",
      finding.rule};
}

Sheet findings_sheet(const BatchSource& source) {
  Sheet sheet = sheet_of(source, "batch.sheet.findings",
                         {{"batch.nth", 5},
                          {"batch.dossier", 20},
                          {"batch.number", 18},
                          {"finding.item", 22},
                          {"batch.status", 8},
                          {"batch.level", 9},
                          {"finding.message", 40},
                          {"batch.remedy", 32},
                          {"finding.cites", 20},
                          {"finding.where", 22},
                          {"standing", 9},
                          {"finding.note", 18},
                          {"batch.decided-by", 11},
                          {"finding.rule", 16}});
  sheet.printed = 11;             // up to what was decided
  std::vector<std::size_t> ends;  // of each dossier, among all findings
  for (const BatchRow& row : source.report.rows)
    ends.push_back(sheet.rows += row.entry ? row.entry->findings.size() : 0);
  sheet.row = [&source, ends = std::move(ends)](std::size_t at) {
    const auto end = std::ranges::upper_bound(ends, at);
    const BatchRow& row = source.report.rows[static_cast<std::size_t>(end - ends.begin())];
    const auto& findings = row.entry->findings;
    return row_of_finding(source, row, *findings[findings.size() - (*end - at)], counted(at + 1));
  };
  return sheet;
}

// The first of them, a line each, and how many more there are.
std::string lines_of(const BatchSource& source, const std::vector<std::string>& texts) {
  std::string out;
  for (std::size_t i = 0; i < std::min(texts.size(), kListed); ++i)
    out += (out.empty() ? "" : "\n") + texts[i];
  if (texts.size() > kListed)
    out += "\n" +
           source.in_words("batch.unlisted", {{"count", std::to_string(texts.size() - kListed)}});
  return out;
}

std::string sources_of(const BatchSource& source, const JointFinding& finding) {
  std::vector<std::string> texts;
  for (const JointEvidence& one : finding.evidence) {
    const auto* quote = std::get_if<Quote>(&one.evidence);
    const std::string text = quote ? quote->text : std::get<Search>(one.evidence).sought;
    texts.push_back(
        one.dossier.empty()
            ? text
            : source.in_words("batch.quote-of", {{"dossier", one.dossier}, {"quote", text}}));
  }
  return lines_of(source, texts);
}

Row row_of_joint(const BatchSource& source, const JointFinding& finding, double nth) {
  const Language language = source.language;
  const bool is_failure = finding.status == Status::fail;
  std::vector<std::string> cites;
  for (const Citation& cite : finding.cites) cites.push_back(cite.instrument + " " + cite.clause);
  return {nth,
          finding.title.in(language),
          source.programme(finding.programme),
          source.in_words("status." + std::string(name_of(finding.status))),
          is_failure ? source.in_words("level." + std::string(name_of(finding.level))) : "",
          counted(finding.dossiers.size()),
          lines_of(source, finding.dossiers),
          finding.message.in(language),
          is_open(finding) ? finding.remedy.in(language) : "",
          lines_of(source, cites),
          sources_of(source, finding),
          finding.rule};
}

Sheet joint_sheet(const BatchSource& source) {
  Sheet sheet = sheet_of(source, "batch.sheet.joint",
                         {{"batch.nth", 5},
                          {"finding.item", 24},
                          {"batch.programme", 18},
                          {"batch.status", 9},
                          {"batch.level", 9},
                          {"batch.concerned.count", 8},
                          {"batch.concerned", 26},
                          {"finding.message", 48},
                          {"batch.remedy", 34},
                          {"finding.cites", 26},
                          {"finding.evidence", 40},
                          {"finding.rule", 22}});
  sheet.rows = source.report.findings.size();
  sheet.row = [&source](std::size_t at) {
    return row_of_joint(source, source.report.findings[at], counted(at + 1));
  };
  return sheet;
}

}  // namespace

Result<std::string> write_register(const BatchReport& report, const Presentation& presentation) {
  const BatchSource source(report, presentation);
  const PrintedWords words{source.in_words("batch.document"),
                           source.in_words("print-page-before") + "&P" +
                               source.in_words("print-page-between") + "&N" +
                               source.in_words("print-page-after"),
                           source.in_words("batch.not-all-shown")};
  return workbook_of({dossiers_sheet(source), findings_sheet(source), joint_sheet(source)}, words,
                     presentation.personal_data);
}

}  // namespace biaoshen
