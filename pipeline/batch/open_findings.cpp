#include "pipeline/batch/open_findings.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/batch/record_reader.h"
#include "pipeline/batch/recorded_parts.h"

namespace biaoshen {
namespace {

// No more than decides: rule, status, level, evidence, waiver.
Finding outline_of(const JsonMember& json, std::string& mistake) {
  Finding finding;
  finding.rule = json.at("rule").text();
  finding.status = word_of(json.at("status"), kStatuses, mistake);
  finding.level = word_of(json.at("level"), kLevels, mistake);
  finding.evidence_sha256 = json.at("evidence_sha256").text();
  if (json.has("waiver") && json.at("waiver").at("state").text() == "applied")
    finding.waiver = Waiver{Waiver::State::applied, "", "", "", "", "", ""};
  return finding;
}

std::string clauses_of(const JsonMember& finding) {
  std::string out;
  for (const JsonMember& cite : finding.at("cites").list())
    out +=
        (out.empty() ? "" : "\n") + cite.at("instrument").text() + " " + cite.at("clause").text();
  return out;
}

void add_place(BatchFinding& out, const JsonMember& finding, const std::vector<BatchFile>& files) {
  for (const JsonMember& evidence : finding.at("evidence").list()) {
    if (!evidence.has("quote")) continue;
    const auto file = std::ranges::find(files, evidence.at("file").text(),
                                        [](const auto& one) { return one.id; });
    if (file != files.end()) out.file = cut_for_batch(file->path);
    if (evidence.has("page")) out.page = evidence.at("page").count();
    if (evidence.has("cell")) out.cell = cut_for_batch(evidence.at("cell").text());
    return;
  }
}

std::optional<BatchDecision> decision_of(const Decided& made) {
  if (made.decision == nullptr) return std::nullopt;
  return BatchDecision{made.decision->treatment, cut_for_batch(made.decision->note),
                       cut_for_batch(made.sheet->by), made.sheet->on, made.is_current};
}

BatchFinding open_finding(const JsonMember& json, const Finding& outline, const BatchEntry& entry,
                          const std::vector<DecisionSheet>& sheets) {
  BatchFinding out;
  out.rule = outline.rule;
  out.status = outline.status;
  out.level = outline.level;
  out.title = cut_for_batch(json.at("title").text());
  out.message = cut_for_batch(json.at("message").text());
  out.remedy = cut_for_batch(json.at("remedy").text());
  out.clauses = cut_for_batch(clauses_of(json));
  add_place(out, json, entry.files);
  out.decision = decision_of(decided(sheets, outline));
  return out;
}

bool may_be_personal(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width
  const bool is_alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_alnum || std::u32string_view(U" .-_+%@").find(c) != std::u32string_view::npos;
}

}  // namespace

void add_findings(BatchEntry& entry, const JsonMember& dossier, std::string& mistake) {
  const auto sheets = decision_sheets_of(dossier, mistake);
  std::vector<Finding> outlines;
  for (const JsonMember& json : dossier.at("findings").list()) {
    const Finding& outline = outlines.emplace_back(outline_of(json, mistake));
    if (outline.is_waived()) {
      ++entry.counts.waived;
    } else {
      entry.counts.add(outline.status, outline.level);
    }
    if (needs_decision(outline))
      entry.findings.push_back(open_finding(json, outline, entry, sheets));
  }
  if (!sheets.empty()) entry.standing = standing_of(sheets, outlines);
}

std::string cut_for_batch(const std::string& text) {
  std::size_t at = 0, safe = 0, points = 0;
  while (at < text.size() && points < kLongestInBatch) {
    const char32_t c = next_code_point(text, at);
    if (!may_be_personal(c)) safe = at;
    ++points;
  }
  return at == text.size() ? text : text.substr(0, safe) + "…";
}

}  // namespace biaoshen
