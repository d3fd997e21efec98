#include "templates/json/decisions_json.h"

namespace biaoshen {
namespace {

// The member behind which decisions stand.
constexpr std::string_view kBefore = "notice_template_sha256";

Json json_of(const DecisionSheet& sheet) {
  Json decisions = Json::array();
  for (const Decision& one : sheet.decisions)
    decisions.push_back({{"rule", one.rule},
                         {"decision", name_of(one.treatment)},
                         {"note", one.note},
                         {"evidence_sha256", one.evidence_sha256}});
  return {{"by", sheet.by},
          {"on", sheet.on},
          {"sha256", sheet.sha256},
          {"input_sha256", sheet.input_sha256},
          {"revision", sheet.revision},
          {"decisions", std::move(decisions)}};
}

}  // namespace

void add_decisions(Json& dossier, const std::vector<DecisionSheet>& sheets,
                   const std::vector<Finding>& findings) {
  if (sheets.empty()) return;
  Json list = Json::array();
  for (const DecisionSheet& sheet : sheets) list.push_back(json_of(sheet));
  dossier["decision"] = {{"standing", name_of(standing_of(sheets, findings))},
                         {"undecided", undecided(sheets, findings)}};
  dossier["decisions"] = std::move(list);
}

Result<std::string> decided_json(std::string_view dossier_json,
                                 const std::vector<DecisionSheet>& sheets,
                                 const std::vector<Finding>& findings) {
  Json old = Json::parse(dossier_json, nullptr, false);
  if (!old.is_object() || !old.contains(kBefore))
    return fail(ErrorCode::internal,
                "dossier.json has no place for decisions; review the dossier again");
  Json dossier = Json::object();
  for (auto& [name, value] : old.items()) {
    if (name == "decision" || name == "decisions") continue;
    dossier[name] = std::move(value);
    if (name == kBefore) add_decisions(dossier, sheets, findings);
  }
  return json_text(dossier);
}

}  // namespace biaoshen
