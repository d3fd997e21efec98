#include "templates/json/revision_json.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr std::string_view kLeftOut[] = {"previous", "duplicate_of", "decision", "decisions",
                                         "batch"};

bool is_left_out(std::string_view member) {
  return std::ranges::find(kLeftOut, member) != std::end(kLeftOut);
}

void set_baselines(Json& findings, const Record& record) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    findings[i].erase("baselineState");
    if (const auto& baseline = record.findings[i].baseline)
      findings[i]["baselineState"] = name_of(*baseline);
  }
}

}  // namespace

void add_revision(Json& dossier, int revision, const std::optional<EarlierRevision>& earlier,
                  const std::string& duplicate_of) {
  dossier["revision"] = revision;
  if (earlier)
    dossier["previous"] = {{"revision", earlier->revision},
                           {"input_sha256", earlier->input_sha256},
                           {"verdict", name_of(earlier->verdict)}};
  if (!duplicate_of.empty()) dossier["duplicate_of"] = duplicate_of;
}

Result<std::string> duplicate_json(std::string_view dossier_json, const Record& record) {
  Json old = Json::parse(dossier_json, nullptr, false);
  const bool is_ours = old.is_object() && old.contains("revision") && old.contains("verdict") &&
                       old.contains("findings") && old["findings"].is_array() &&
                       old["findings"].size() == record.findings.size();
  if (!is_ours)
    return fail(ErrorCode::internal,
                "dossier.json is not that of its record; review " + record.duplicate_of + " again");
  set_baselines(old["findings"], record);
  Json dossier = Json::object();
  for (auto& [member, value] : old.items()) {
    if (is_left_out(member)) continue;
    if (member == "revision")
      add_revision(dossier, record.revision, record.earlier, record.duplicate_of);
    else
      dossier[member] = std::move(value);
  }
  dossier["name"] = record.name;
  dossier["verdict"] = name_of(record.verdict);
  return json_text(dossier);
}

}  // namespace biaoshen
