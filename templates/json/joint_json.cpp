#include "templates/json/joint_json.h"

namespace biaoshen {

Json json_of(const JointFinding& finding, Language language) {
  Json cites = Json::array(), evidence = Json::array();
  for (const Citation& cite : finding.cites) cites.push_back(json_of(cite));
  for (const JointEvidence& one : finding.evidence) {
    Json piece = Json::object();
    if (!one.dossier.empty()) piece["dossier"] = one.dossier;
    piece.update(json_of(one.evidence));
    evidence.push_back(std::move(piece));
  }
  return {{"rule", finding.rule},
          {"status", name_of(finding.status)},
          {"level", name_of(finding.level)},
          {"message", finding.message.in(language)},
          {"remedy", finding.remedy.in(language)},
          {"cites", std::move(cites)},
          {"dossiers", finding.dossiers},
          {"evidence", std::move(evidence)}};
}

}  // namespace biaoshen
