#include "templates/json/json_writer.h"

#include "pipeline/model/batch.h"
#include "pipeline/model/input_digest.h"
#include "templates/json/evidence_json.h"

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
           {"message", finding.message.in(language)},
           {"remedy", finding.remedy.in(language)},
           {"cites", list_of(finding.cites)},
           {"evidence", list_of(finding.evidence)},
           {"evidence_sha256", finding.evidence_sha256}};
  if (finding.waiver) out["waiver"] = json_of(*finding.waiver);
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

// What rules over a batch or a panel will ask this dossier for.
Json joint_facts_of(const Review& review) {
  const auto names = joint_fact_names(review.profile);
  Json out = Json::array();
  for (const Fact& fact : review.facts)
    if (names.contains(fact.name)) out.push_back(json_of(fact));
  return out;
}

}  // namespace

Result<std::string> write_json(const Review& review, Language language) {
  const Profile& profile = review.profile;
  Json out{{"schema", "biaoshen/dossier/1"}};
  out["tool"] = {
      {"name", "biaoshen"}, {"version", review.tool_version}, {"engines", review.reading_engines}};
  out["programme"] = {{"id", profile.id},
                      {"version", profile.version},
                      {"title", profile.title.in(language)},
                      {"sha256", profile.sha256}};
  out["policy"] = json_of(profile.policy);
  out["name"] = review.dossier.name;
  out["as_of"] = to_string(review.as_of);
  out["revision"] = review.revision;
  out["verdict"] = name_of(review.verdict);
  out["application"] = review.is_application;
  out["input_sha256"] = input_sha256(review.dossier);
  out["setting_sha256"] = review.setting_sha256;
  out["subject"] = json_of(review.subject);
  out["files"] = files_of(review.dossier);
  out["problems"] = list_of(review.dossier.problems);
  out["matrix"] = list_of(review.matrix);
  out["findings"] = Json::array();
  for (const Finding& finding : review.findings)
    out["findings"].push_back(json_of(finding, language));
  out["facts"] = joint_facts_of(review);
  return json_text(out);
}

}  // namespace biaoshen
