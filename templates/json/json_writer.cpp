#include "templates/json/json_writer.h"

#include "pipeline/model/batch.h"
#include "pipeline/model/input_digest.h"
#include "templates/json/decisions_json.h"
#include "templates/json/evidence_json.h"
#include "templates/json/revision_json.h"

namespace biaoshen {
namespace {

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(const Problem& problem) {
  return {{"kind", problem.kind},
          {"page", problem.page == 0 ? Json(nullptr) : Json(problem.page)},
          {"detail", problem.detail}};
}

// Written below; declared here so that list_of sees every overload.
Json json_of(const MatrixReading& reading);
Json json_of(const MatrixRow& row);
Json json_of(const Deviation& deviation);

template <typename T>
Json list_of(const std::vector<T>& rows) {
  Json out = Json::array();
  for (const T& row : rows) out.push_back(json_of(row));
  return out;
}

Json json_of(const Subject& subject) {
  return {{"number", or_null(subject.number)},
          {"key", or_null(subject.key)},
          {"title", or_null(subject.title)},
          {"organization", or_null(subject.organization)},
          {"uscc", or_null(subject.uscc)},
          {"published", or_null(subject.published)},
          {"implemented", or_null(subject.implemented)},
          {"self_score", subject.self_score ? json_number(*subject.self_score) : Json(nullptr)}};
}

// How many pages came to be known in which way; the sum is `pages`.
Json sources_of(const Document& document) {
  Json out = Json::object();
  for (const Source source :
       {Source::text, Source::ocr, Source::mixed, Source::blank, Source::failed})
    out[std::string(name_of(source))] = 0;
  for (const Page& page : document.pages) {
    Json& count = out[std::string(name_of(page.source))];
    count = count.get<int>() + 1;
  }
  return out;
}

// The id of the file that this one was found in; null for one that lay in the folder.
Json container_of(const Dossier& dossier, const File& file) {
  for (const File& other : dossier.files)
    if (!file.container.empty() && other.path == file.container && &other != &file) return other.id;
  return nullptr;
}

Json files_of(const Dossier& dossier) {
  std::vector<Json> parts(dossier.files.size(), Json::array());
  for (const Part& part : dossier.parts) {
    if (part.file >= parts.size()) continue;
    parts[part.file].push_back({{"material", part.material},
                                {"pages", {part.first_page, part.last_page}},
                                {"reason", part.reason}});
  }
  Json out = Json::array();
  for (std::size_t i = 0; i < dossier.files.size(); ++i) {
    const File& file = dossier.files[i];
    const Document& document = file.document;
    out.push_back({{"id", file.id},
                   {"path", file.path},
                   {"container", container_of(dossier, file)},
                   {"sha256", file.sha256},
                   {"bytes", file.bytes},
                   {"format", document.format},
                   {"pages", document.pages.size()},
                   {"page_sources", sources_of(document)},
                   {"status", name_of(document.status)},
                   {"problems", list_of(document.problems)},
                   {"parts", std::move(parts[i])}});
  }
  return out;
}

Json json_of(const MatrixReading& reading) {
  Json out{{"material", reading.material},
           {"value", reading.value},
           {"evidence", json_of(reading.evidence)}};
  if (!reading.doubt.empty()) out["doubt"] = reading.doubt;
  if (!reading.second.empty()) out["second"] = reading.second;
  return out;
}

Json json_of(const MatrixRow& row) {
  return {{"field", row.field}, {"agrees", row.agrees}, {"readings", list_of(row.readings)}};
}

Json json_of(const Waiver& waiver) {
  return {{"state", name_of(waiver.state)},
          {"by", waiver.by},
          {"on", waiver.on},
          {"until", waiver.until},
          {"scope", waiver.scope},
          {"reason", waiver.reason},
          {"evidence_sha256", waiver.evidence_sha256}};
}

Json json_of(const Deviation& deviation) {
  return {{"rule", deviation.rule.empty() ? Json(nullptr) : Json(deviation.rule)},
          {"what", deviation.what},
          {"from", deviation.from.empty() ? Json(nullptr) : Json(deviation.from)},
          {"to", deviation.to},
          {"reason", deviation.reason}};
}

Json json_of(const Presentation& presentation) {
  const bool is_shown = presentation.personal_data == PersonalData::shown;
  return {{"language", presentation.language == Language::zh ? "zh" : "en"},
          {"personal_data", is_shown ? "shown" : "masked"}};
}

// What the secretariat changed; null where the profile stands as it is.
Json json_of(const std::optional<Policy>& policy) {
  if (!policy) return nullptr;
  return {
      {"by", policy->by}, {"sha256", policy->sha256}, {"deviations", list_of(policy->deviations)}};
}

Json json_of(const Finding& finding, Language language) {
  Json out{{"rule", finding.rule},
           {"status", name_of(finding.status)},
           {"level", name_of(finding.level)},
           {"title", finding.title.in(language)},
           {"message", finding.message.in(language)},
           {"remedy", finding.remedy.in(language)},
           {"cites", list_of(finding.cites)},
           {"evidence", list_of(finding.evidence)},
           {"evidence_sha256", finding.evidence_sha256}};
  if (finding.waiver) out["waiver"] = json_of(*finding.waiver);
  if (finding.baseline) out["baselineState"] = name_of(*finding.baseline);
  return out;
}

Json json_of(const Fact& fact) {
  Json details = Json::object();
  for (const auto& [key, value] : fact.details) details[key] = value;
  Json out{{"name", fact.name},
           {"value", fact.value},
           {"material", fact.material},
           {"details", details},
           {"evidence", json_of(Evidence(fact.quote))}};
  if (!fact.doubt.empty()) out["doubt"] = fact.doubt;
  return out;
}

using FactNames = std::set<std::string, std::less<>>;

Json facts_named(const Review& review, const FactNames& names) {
  Json out = Json::array();
  for (const Fact& fact : review.facts)
    if (names.contains(fact.name)) out.push_back(json_of(fact));
  return out;
}

// What only the casebook tells: apart from the facts for rules over a batch, which are held in
// memory for all dossiers at once.
FactNames case_fact_names(const Profile& profile, const FactNames& joint) {
  FactNames names;
  for (const CasePart& part : profile.casebook)
    for (const std::string& name : part.facts)
      if (!joint.contains(name)) names.insert(name);
  return names;
}

}  // namespace

Result<std::string> write_json(const Review& review, const Presentation& presentation) {
  const Language language = presentation.language;
  const Profile& profile = review.profile;
  Json out{{"schema", "biaoshen/dossier/1"}};
  out["tool"] = {
      {"name", "biaoshen"}, {"version", review.tool_version}, {"engines", review.reading_engines}};
  out["programme"] = {{"id", profile.id},
                      {"version", profile.version},
                      {"title", profile.title.in(language)},
                      {"sha256", profile.sha256}};
  out["policy"] = json_of(profile.policy);
  out["presentation"] = json_of(presentation);
  out["name"] = review.dossier.name;
  out["as_of"] = to_string(review.as_of);
  add_revision(out, review.revision, review.earlier);
  out["verdict"] = name_of(review.verdict);
  out["application"] = review.is_application;
  out["input_sha256"] = input_sha256(review.dossier);
  out["setting_sha256"] = review.setting_sha256;
  out["notice_template_sha256"] =
      review.notice_template_sha256.empty() ? Json(nullptr) : Json(review.notice_template_sha256);
  add_decisions(out, review.decisions, review.findings);
  out["subject"] = json_of(review.subject);
  out["files"] = files_of(review.dossier);
  out["problems"] = list_of(review.dossier.problems);
  out["matrix"] = list_of(review.matrix);
  out["findings"] = Json::array();
  for (const Finding& finding : review.findings)
    out["findings"].push_back(json_of(finding, language));
  const FactNames joint = joint_fact_names(profile);
  out["facts"] = facts_named(review, joint);
  if (!profile.casebook.empty())
    out["casebook"] = facts_named(review, case_fact_names(profile, joint));
  return json_text(out);
}

}  // namespace biaoshen
