#include "templates/batch/joint_digest.h"

#include <algorithm>
#include <span>

#include "pipeline/base/sha256.h"
#include "templates/batch/joint_data.h"
#include "templates/html/page_template.h"
#include "templates/json/joint_json.h"

namespace biaoshen {
namespace {

// Texts one after another, each with its length, so that none runs into the next.
void add(std::string& to, std::string_view text) {
  to += std::to_string(text.size()) + " ";
  to += text;
}

// What the section shows of the other dossiers and does not stand in the finding.
std::string digest_of(const JointFinding& finding, const BatchNames& names, Language language) {
  std::string made_from;
  add(made_from, finding.programme);
  add(made_from, finding.title.in(language));
  add(made_from, json_text(json_of(finding, language, kNamedDossiers)));
  const std::span named =
      std::span(finding.dossiers).first(std::min(finding.dossiers.size(), kNamedDossiers));
  for (const std::string& name : named) {
    const BatchRow* row = names.row(name);
    if (row == nullptr) continue;
    add(made_from, row->folder);
    if (!row->entry) continue;
    add(made_from, row->entry->subject.number.value_or(""));
    add(made_from, row->entry->subject.title.value_or(""));
  }
  for (const JointEvidence& one : finding.evidence) {
    const auto* quote = std::get_if<Quote>(&one.evidence);
    const BatchEntry* entry = names.entry(one.dossier);
    const BatchFile* file =
        quote == nullptr || entry == nullptr ? nullptr : file_by_id(*entry, quote->file);
    add(made_from, file == nullptr ? "" : file->path);
  }
  return sha256(made_from);
}

}  // namespace

JointDigests::JointDigests(const BatchReport& report, const BatchNames& names,
                           const Presentation& presentation)
    : names_(names) {
  add(all_alike_, report.tool_version);
  add(all_alike_, presentation.personal_data == PersonalData::shown ? "shown" : "masked");
  for (const char* file : {"joint_section.mustache", "joint_finding.mustache"})
    add(all_alike_, template_file(file));
  add(all_alike_, presentation.language == Language::en ? "en" : "zh");
  for (const JointFinding& finding : report.findings)
    findings_.emplace(&finding, digest_of(finding, names, presentation.language));
}

std::optional<std::string> JointDigests::of(std::string_view dossier) const {
  const JointFindings findings = names_.findings(dossier);
  if (findings.empty()) return std::nullopt;
  std::string made_from = all_alike_;
  add(made_from, dossier);
  for (const JointFinding* finding : findings) add(made_from, findings_.at(finding));
  return sha256(made_from);
}

}  // namespace biaoshen
