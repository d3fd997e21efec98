#include "templates/batch/batch_json.h"

#include <ostream>
#include <string_view>

#include "pipeline/base/text.h"
#include "templates/json/joint_json.h"

namespace biaoshen {
namespace {

Json json_of_counts(const FindingCounts& counts) {
  return {{"fail", counts.fail},
          {"advice", counts.advice},
          {"review", counts.review},
          {"pass", counts.pass},
          {"notApplicable", counts.not_applicable},
          {"waived", counts.waived}};
}

Json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json json_of_open(const std::vector<OpenFinding>& findings) {
  Json out = Json::array();
  for (const OpenFinding& finding : findings)
    out.push_back({{"rule", finding.rule.str()},
                   {"title", finding.title.str()},
                   {"status", name_of(finding.status)}});
  return out;
}

Json json_of_change(const DossierChange& change) {
  return {{"name", change.name},
          {"from", name_of(change.from)},
          {"to", name_of(change.to)},
          {"new", json_of_open(change.arisen)},
          {"resolved", json_of_open(change.resolved)}};
}

// All but the dossiers that changed.
Json json_of_changes(const std::optional<BatchChanges>& changes) {
  if (!changes) return nullptr;
  return {{"since", changes->since},
          {"added", changes->added},
          {"removed", changes->removed},
          {"changed", Json::array()}};
}

Json json_of_entry(const BatchRow& row, const BatchEntry& entry, const DossierState& state) {
  return {
      {"name", row.name},
      {"result", row.folder + "/dossier.json"},
      {"application", entry.is_application},
      {"programme", {{"id", entry.programme}, {"version", entry.version}}},
      {"as_of", entry.as_of},
      {"revision", entry.revision},
      {"duplicate_of", or_null(entry.duplicate_of)},
      {"quarantined", or_null(entry.quarantined)},
      {"overdue", or_null(row.overdue)},
      {"verdict", name_of(row.verdict)},
      {"dossier_verdict", name_of(entry.verdict)},
      {"number", or_null(entry.subject.number)},
      {"title", or_null(entry.subject.title)},
      {"organization", or_null(entry.subject.organization)},
      {"self_score", entry.subject.self_score ? Json(*entry.subject.self_score) : Json(nullptr)},
      {"standing", entry.standing ? Json(name_of(*entry.standing)) : Json(nullptr)},
      {"counts", json_of_counts(entry.counts)},
      {"findings", json_of_open(state.findings)}};
}

// Writes a text of JSON piece by piece: the tree of a hundred thousand dossiers takes many times
// the room of its text.
class Pieces {
 public:
  // `frame` is the whole with empty lists where pieces go.
  Pieces(const Json& frame, std::ostream& out) : frame_(json_text(frame)), out_(out) {}

  // Goes to the next list of this name that is empty, so far in from the left.
  void begin(std::string_view name, std::size_t indent) {
    const std::string list = "\"" + std::string(name) + "\": []";
    const std::size_t end = frame_.find(list, at_) + list.size() - 1;
    out_ << std::string_view(frame_).substr(at_, end - at_);
    at_ = end;
    line_ = "\n" + std::string(indent, ' ');
    is_first_ = true;
  }
  void add(const Json& json) {
    std::string text = json_text(json);
    text.pop_back();
    out_ << (is_first_ ? "" : ",") << line_ << "  "
         << replace_all(std::move(text), "\n", line_ + "  ");
    is_first_ = false;
  }
  void end() {
    if (!is_first_) out_ << line_;
  }
  void finish() { out_ << std::string_view(frame_).substr(at_); }

 private:
  std::string frame_, line_;
  std::ostream& out_;
  std::size_t at_ = 0;
  bool is_first_ = true;
};

}  // namespace

void write_batch_json(const BatchReport& report, Language language, std::ostream& out) {
  Json failed = Json::array();
  for (const BatchRow& row : report.rows)
    if (!row.entry) failed.push_back({{"name", row.name}, {"error", row.error}});
  Pieces pieces({{"schema", "biaoshen/batch/1"},
                 {"tool", {{"name", "biaoshen"}, {"version", report.tool_version}}},
                 {"dossiers", Json::array()},
                 {"failed", std::move(failed)},
                 {"findings", Json::array()},
                 {"changes", json_of_changes(report.changes)}},
                out);
  const BatchNames names(report);
  pieces.begin("dossiers", 2);
  for (const BatchRow& row : report.rows)
    if (row.entry) pieces.add(json_of_entry(row, *row.entry, state_of(row, names, language)));
  pieces.end();
  pieces.begin("findings", 2);
  for (const JointFinding& finding : report.findings) {
    Json one{{"programme", finding.programme}};
    one.update(json_of(finding, language));
    pieces.add(one);
  }
  pieces.end();
  if (report.changes) {
    pieces.begin("changed", 4);
    for (const DossierChange& change : report.changes->changed) pieces.add(json_of_change(change));
    pieces.end();
  }
  pieces.finish();
}

}  // namespace biaoshen
