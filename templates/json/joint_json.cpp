#include "templates/json/joint_json.h"

#include <algorithm>

namespace biaoshen {

Json json_of(const JointFinding& finding, Language language, std::size_t most_dossiers) {
  const std::size_t named = std::min(finding.dossiers.size(), most_dossiers);
  Json dossiers = Json::array();
  for (std::size_t i = 0; i < named; ++i) dossiers.push_back(finding.dossiers[i]);
  Json cites = Json::array(), evidence = Json::array();
  for (const Citation& cite : finding.cites) cites.push_back(json_of(cite));
  for (const JointEvidence& one : finding.evidence) {
    Json piece = Json::object();
    if (!one.dossier.empty()) piece["dossier"] = one.dossier;
    piece.update(json_of(one.evidence));
    evidence.push_back(std::move(piece));
  }
  Json out{{"rule", finding.rule},
           {"status", name_of(finding.status)},
           {"level", name_of(finding.level)},
           {"message", finding.message.in(language)},
           {"remedy", finding.remedy.in(language)},
           {"cites", std::move(cites)},
           {"dossiers", std::move(dossiers)}};
  if (named < finding.dossiers.size()) out["more_dossiers"] = finding.dossiers.size() - named;
  out["evidence"] = std::move(evidence);
  return out;
}

}  // namespace biaoshen
