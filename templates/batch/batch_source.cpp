#include "templates/batch/batch_source.h"

namespace biaoshen {
namespace {

template <typename Value>
Value found(const std::map<std::string_view, Value>& values, std::string_view key) {
  const auto at = values.find(key);
  return at == values.end() ? Value() : at->second;
}

}  // namespace

bool is_open(const JointFinding& finding) {
  return finding.status == Status::fail || finding.status == Status::review;
}

BatchSource::BatchSource(const BatchReport& the_report, const Presentation& the_presentation)
    : report(the_report),
      names(the_report),
      presentation(the_presentation),
      language(the_presentation.language) {
  for (const BatchRow& one : report.rows)
    if (one.entry) programmes_[one.entry->programme] = one.entry->programme_title;
  if (!report.changes) return;
  for (const std::string& name : report.changes->added)
    changes_[name] = change_marks_[name] = in_words("batch.added");
  for (const DossierChange& one : report.changes->changed) {
    changes_[one.name] = told(one);
    change_marks_[one.name] = in_words("batch.changed");
  }
}

std::string BatchSource::programme(std::string_view id) const {
  const std::string title = found(programmes_, id);
  return title.empty() ? std::string(id) : title;
}

std::string BatchSource::ending(Ending ending) const {
  if (ending == Ending::accompanying) return in_words("batch.accompanying");
  if (ending == Ending::failed) return in_words("batch.failed");
  return in_words("verdict." + std::string(name_of(ending)));
}

std::string BatchSource::remark(const BatchRow& row) const {
  if (!row.entry) return row.error;
  std::string out;
  const auto add = [&](const std::string& line) { out += (out.empty() ? "" : "\n") + line; };
  if (!row.overdue.empty()) add(in_words("batch.overdue", {{"reason", row.overdue}}));
  if (!row.entry->quarantined.empty())
    add(in_words("batch.quarantined", {{"reason", row.entry->quarantined}}));
  if (!row.entry->duplicate_of.empty())
    add(in_words("batch.same-as", {{"name", row.entry->duplicate_of}}));
  return out;
}

std::string BatchSource::standing(const BatchEntry& entry) const {
  return entry.standing ? in_words("standing." + std::string(name_of(*entry.standing))) : "";
}

std::string BatchSource::decision(const BatchFinding& finding) const {
  if (!finding.decision) return {};
  const std::string treatment =
      in_words("treatment." + std::string(name_of(finding.decision->treatment)));
  return finding.decision->is_current ? treatment
                                      : in_words("batch.decision.earlier", {{"was", treatment}});
}

std::string BatchSource::place(const BatchFinding& finding) const {
  if (finding.file.empty()) return {};
  std::string out = finding.file;
  if (finding.page > 0) out += " · " + in_words("page", {{"pages", std::to_string(finding.page)}});
  if (!finding.cell.empty()) out += " · " + in_words("evidence.cell", {{"cell", finding.cell}});
  return out;
}

std::string BatchSource::change(std::string_view name) const {
  return found(changes_, name);
}

std::string BatchSource::change_mark(std::string_view name) const {
  return found(change_marks_, name);
}

std::string BatchSource::told(const DossierChange& change) const {
  const auto titles = [&](const std::vector<OpenFinding>& findings) {
    std::vector<std::string> out;
    for (const OpenFinding& one : findings)
      out.push_back(in_words("batch.open-finding",
                             {{"title", one.title},
                              {"status", in_words("status." + std::string(name_of(one.status)))}}));
    return joined(out);
  };
  std::string out;
  const auto add = [&](const std::string& line) { out += (out.empty() ? "" : "\n") + line; };
  if (change.from != change.to)
    add(in_words("batch.from-to", {{"from", ending(change.from)}, {"to", ending(change.to)}}));
  if (!change.arisen.empty()) add(in_words("batch.arisen", {{"titles", titles(change.arisen)}}));
  if (!change.resolved.empty())
    add(in_words("batch.resolved", {{"titles", titles(change.resolved)}}));
  return out;
}

std::string BatchSource::joined(const std::vector<std::string>& texts) const {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : language == Language::zh ? "、" : ", ") + text;
  return out;
}

}  // namespace biaoshen
