#include "pipeline/batch/record_reader.h"

#include "pipeline/batch/batch_entry.h"
#include "pipeline/batch/recorded_parts.h"

namespace biaoshen {
namespace {

constexpr Treatment kTreatments[] = {Treatment::look, Treatment::accept, Treatment::send_back};
constexpr FileStatus kFileStatuses[] = {FileStatus::unreadable, FileStatus::read,
                                        FileStatus::partial, FileStatus::refused,
                                        FileStatus::ignored};
constexpr Baseline kBaselines[] = {Baseline::unchanged, Baseline::new_, Baseline::updated,
                                   Baseline::absent};
constexpr Waiver::State kWaiverStates[] = {Waiver::State::void_, Waiver::State::applied,
                                           Waiver::State::expired};

Wording wording_of(const JsonMember& json, Language language) {
  Wording out;
  (language == Language::zh ? out.zh : out.en) = json.text();
  return out;
}

Presentation presentation_of(const JsonMember& json) {
  const bool is_shown = json.at("personal_data").text() == "shown";
  return {json.at("language").text() == "en" ? Language::en : Language::zh,
          is_shown ? PersonalData::shown : PersonalData::masked};
}

Problem problem_of(const JsonMember& json) {
  Problem problem;
  problem.kind = json.at("kind").text();
  problem.page = static_cast<std::uint32_t>(json.at("page").number());
  problem.detail = json.at("detail").text();
  return problem;
}

RecordedPart part_of(const JsonMember& json) {
  RecordedPart part{json.at("material").text()};
  const auto pages = json.at("pages").list();
  if (pages.size() != 2) return part;
  part.first_page = pages[0].count();
  part.last_page = pages[1].count();
  return part;
}

RecordedFile file_of(const JsonMember& json, std::string& mistake) {
  RecordedFile file;
  file.id = json.at("id").text();
  file.path = json.at("path").text();
  file.sha256 = json.at("sha256").text();
  file.format = json.at("format").text();
  file.status = word_of(json.at("status"), kFileStatuses, mistake);
  file.bytes = static_cast<std::uint64_t>(json.at("bytes").number());
  file.pages = json.at("pages").count();
  for (const JsonMember& one : json.at("problems").list()) file.problems.push_back(problem_of(one));
  for (const JsonMember& one : json.at("parts").list()) file.parts.push_back(part_of(one));
  return file;
}

Waiver waiver_of(const JsonMember& json, std::string& mistake) {
  return {word_of(json.at("state"), kWaiverStates, mistake),
          json.at("by").text(),
          json.at("on").text(),
          json.at("until").text(),
          json.at("reason").text(),
          json.at("scope").text(),
          json.at("evidence_sha256").text()};
}

Finding finding_of(const JsonMember& json, Language language, std::string& mistake) {
  Finding finding;
  finding.rule = json.at("rule").text();
  finding.status = word_of(json.at("status"), kStatuses, mistake);
  finding.level = word_of(json.at("level"), kLevels, mistake);
  finding.title = wording_of(json.at("title"), language);
  finding.message = wording_of(json.at("message"), language);
  finding.remedy = wording_of(json.at("remedy"), language);
  for (const JsonMember& cite : json.at("cites").list())
    finding.cites.push_back(
        {cite.at("instrument").text(), cite.at("clause").text(), cite.at("quote").text()});
  for (const JsonMember& one : json.at("evidence").list())
    finding.evidence.push_back(evidence_of(one, mistake));
  finding.evidence_sha256 = json.at("evidence_sha256").text();
  if (json.has("waiver")) finding.waiver = waiver_of(json.at("waiver"), mistake);
  if (json.has("baselineState"))
    finding.baseline = word_of(json.at("baselineState"), kBaselines, mistake);
  return finding;
}

EarlierRevision earlier_of(const JsonMember& json, std::string& mistake) {
  return {static_cast<int>(json.at("revision").count()), json.at("input_sha256").text(),
          word_of(json.at("verdict"), kVerdicts, mistake)};
}

void add_programme(Record& record, const JsonMember& json) {
  record.programme = json.at("id").text();
  record.version = json.at("version").text();
  record.programme_title = json.at("title").text();
}

Record record_from(const JsonMember& json, std::string& mistake) {
  Record record;
  record.presentation = presentation_of(json.at("presentation"));
  record.name = json.at("name").text();
  record.tool_version = json.at("tool").at("version").text();
  add_programme(record, json.at("programme"));
  record.as_of = json.at("as_of").text();
  record.revision = static_cast<int>(json.at("revision").count());
  if (json.has("previous")) record.earlier = earlier_of(json.at("previous"), mistake);
  if (json.has("duplicate_of")) record.duplicate_of = json.at("duplicate_of").text();
  const JsonMember verdict =
      json.has("batch") ? json.at("batch").at("dossier_verdict") : json.at("verdict");
  record.verdict = word_of(verdict, kVerdicts, mistake);
  record.is_application = json.at("application").truth();
  record.subject = subject_of(json.at("subject"));
  for (const JsonMember& one : json.at("files").list())
    record.files.push_back(file_of(one, mistake));
  for (const JsonMember& one : json.at("problems").list())
    record.problems.push_back(problem_of(one));
  for (const JsonMember& one : json.at("findings").list())
    record.findings.push_back(finding_of(one, record.presentation.language, mistake));
  for (const JsonMember& one : json.at("facts").list())
    record.facts.push_back(fact_of(one, mistake));
  if (json.has("casebook"))
    for (const JsonMember& one : json.at("casebook").list())
      record.facts.push_back(fact_of(one, mistake));
  record.decisions = decision_sheets_of(json, mistake);
  record.input_sha256 = json.at("input_sha256").text();
  record.setting_sha256 = json.at("setting_sha256").text();
  record.notice_template_sha256 = json.at("notice_template_sha256").text_or_nothing();
  return record;
}

}  // namespace

std::vector<DecisionSheet> decision_sheets_of(const JsonMember& dossier, std::string& mistake) {
  std::vector<DecisionSheet> sheets;
  if (!dossier.has("decisions")) return sheets;
  for (const JsonMember& json : dossier.at("decisions").list()) {
    DecisionSheet sheet;
    sheet.by = json.at("by").text();
    sheet.on = json.at("on").text();
    sheet.sha256 = json.at("sha256").text();
    sheet.input_sha256 = json.at("input_sha256").text();
    sheet.revision = static_cast<int>(json.at("revision").count());
    for (const JsonMember& one : json.at("decisions").list())
      sheet.decisions.push_back({one.at("rule").text(),
                                 word_of(one.at("decision"), kTreatments, mistake),
                                 one.at("note").text(), one.at("evidence_sha256").text()});
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

Result<Record> record_of(std::string_view dossier_json, const std::string& path) {
  const auto json = JsonMember::Json::parse(dossier_json, nullptr, false);
  std::string mistake = json.is_discarded() ? "not JSON" : "";
  const JsonMember whole(json, "", mistake);
  if (mistake.empty() && whole.at("schema").text() != "biaoshen/dossier/1")
    mistake = "another schema";
  if (mistake.empty()) {
    Record record = record_from(whole, mistake);
    if (mistake.empty()) return record;
  }
  return fail(ErrorCode::input, path + ": not a dossier.json of this program (" + mistake +
                                    "); review the dossier again");
}

Result<Record> record_in(const std::filesystem::path& result) {
  const std::filesystem::path path = result / "dossier.json";
  const auto text = read_result_file(path);
  if (!text) return tl::unexpected(text.error());
  return record_of(*text, path.string());
}

std::optional<Record> record_at(const std::filesystem::path& result) {
  auto record = record_in(result);
  if (!record) return std::nullopt;
  return std::move(*record);
}

}  // namespace biaoshen
