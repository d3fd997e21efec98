#include "pipeline/app/panel_text.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

std::string_view in_words(Verdict verdict, bool zh) {
  if (verdict == Verdict::returned) return zh ? "须调整" : "to be changed";
  if (verdict == Verdict::review) return zh ? "须人工核对" : "for a person to decide";
  return zh ? "符合要求" : "in order";
}

std::string_view in_words(Status status, bool zh) {
  switch (status) {
    case Status::pass:
      return zh ? "[符合]" : "[pass]";
    case Status::fail:
      return zh ? "[不符]" : "[fail]";
    case Status::review:
      return zh ? "[人工]" : "[review]";
    case Status::not_applicable:
      break;
  }
  return zh ? "[不适用]" : "[not applicable]";
}

// 名单!A3, 第2页, of a text file 第3行 of the list or 第3段 of a dossier's
std::string place_in_words(const Quote& quote, bool is_list, bool zh) {
  if (!quote.cell.empty()) return " " + quote.cell;
  if (quote.page > 1 || std::holds_alternative<OnPage>(quote.place))
    return zh ? " 第" + std::to_string(quote.page) + "页" : " page " + std::to_string(quote.page);
  if (const auto* flow = std::get_if<InFlow>(&quote.place))
    return zh ? " 第" + std::to_string(flow->paragraph) + (is_list ? "行" : "段")
              : (is_list ? " line " : " paragraph ") + std::to_string(flow->paragraph);
  return "";
}

// The name of the file that the evidence stands in: the list, or a file of the dossier.
std::string file_in_words(const PanelReport& report, const std::string& dossier,
                          const std::string& id) {
  if (dossier.empty()) return report.file;
  for (const BatchEntry& entry : report.entries) {
    if (entry.name != dossier) continue;
    const BatchFile* file = file_by_id(entry, id);
    return dossier + "/" + (file == nullptr ? id : file->path);
  }
  return dossier;
}

// Cells of a row apart, whatever the list is.
std::string in_one_line(const std::string& print) {
  return replace_all(replace_all(print, "\t", " | "), "\n", " ");
}

std::string evidence_in_words(const PanelReport& report, const JointEvidence& one, bool zh) {
  if (const auto* search = std::get_if<Search>(&one.evidence))
    return one.dossier + (zh ? "：没有可靠读数的内容——" : ": not read reliably: ") + search->sought;
  const auto& quote = std::get<Quote>(one.evidence);
  return file_in_words(report, one.dossier, quote.file) +
         place_in_words(quote, one.dossier.empty(), zh) + " “" + in_one_line(quote.text) + "”";
}

std::string finding_in_words(const PanelReport& report, const JointFinding& finding,
                             Language language) {
  constexpr std::size_t kMostEvidence = 12;
  const bool zh = language == Language::zh;
  std::string out = std::string(in_words(finding.status, zh)) + " " + finding.title.in(language) +
                    (zh ? "：" : ": ") + finding.message.in(language) + "\n";
  if (finding.status == Status::pass) return out;
  if (!finding.remedy.in(language).empty())
    out += (zh ? "    处理：" : "    what to do: ") + finding.remedy.in(language) + "\n";
  for (const Citation& cite : finding.cites)
    out += (zh ? "    依据：" : "    by: ") + cite.instrument + " " + cite.clause + "：“" +
           cite.quote + "”\n";
  for (std::size_t i = 0; i < std::min(finding.evidence.size(), kMostEvidence); ++i)
    out += "    " + evidence_in_words(report, finding.evidence[i], zh) + "\n";
  if (finding.evidence.size() > kMostEvidence)
    out += "    " + std::string(zh ? "……共" : "… of ") + std::to_string(finding.evidence.size()) +
           (zh ? "处\n" : "\n");
  return out;
}

}  // namespace

std::string panel_text(const PanelReport& report, Language language) {
  const bool zh = language == Language::zh;
  const std::string experts = std::to_string(report.experts.size()),
                    dossiers = std::to_string(report.entries.size());
  std::string out =
      report.file + (zh ? "：" + experts + "名专家，对照" + dossiers + "份申报材料，"
                        : ": " + experts + " expert(s), " + dossiers + " dossier(s), ");
  out += in_words(report.verdict, zh);
  out += '\n';
  for (const JointFinding& finding : report.findings)
    out += finding_in_words(report, finding, language);
  return out;
}

}  // namespace biaoshen
