#include "templates/sarif/sarif_result.h"

namespace biaoshen {
namespace {

// The members of dossier.json that say where a quote stands, its texts fit to be shown.
Json place_of(const SarifSource& source, const Quote& quote) {
  Json place = json_of(Evidence(quote));
  place.erase("file");
  place.erase("image");
  for (const char* text : {"quote", "cell"})
    if (place.contains(text)) place[text] = source.text(place[text].get<std::string>());
  return place;
}

Json logical(std::string_view kind, const std::string& name) {
  return {{"name", name}, {"fullyQualifiedName", std::string(kind) + "/" + name}, {"kind", kind}};
}

Json logical_locations(const SarifSource& source, const Quote& quote) {
  Json out = Json::array();
  if (quote.page > 0) out.push_back(logical("page", std::to_string(quote.page)));
  if (!quote.cell.empty()) out.push_back(logical("cell", source.text(quote.cell)));
  if (const auto* flow = std::get_if<InFlow>(&quote.place))
    out.push_back(logical("paragraph", std::to_string(flow->paragraph)));
  return out;
}

Json location(const SarifSource& source, const Quote& quote) {
  Json out = Json::object();
  if (const RecordedFile* file = file_by_id(source.record, quote.file))
    out["physicalLocation"] = {{"artifactLocation", source.location_of(*file)}};
  if (Json places = logical_locations(source, quote); !places.empty())
    out["logicalLocations"] = std::move(places);
  if (!quote.text.empty()) out["message"] = source.message(quote.text);
  out["properties"] = place_of(source, quote);
  return out;
}

Json search(const SarifSource& source, const Search& search) {
  Json files = Json::array();
  for (const std::string& id : search.files)
    if (const auto index = source.index_of(id)) files.push_back(*index);
  return {{"sought", source.text(search.sought)},
          {"artifacts", std::move(files)},
          {"complete", search.complete}};
}

Json suppression(const std::string& justification, Json properties) {
  Json out{{"kind", "external"}, {"status", "accepted"}};
  if (!justification.empty()) out["justification"] = justification;
  out["properties"] = std::move(properties);
  return out;
}

// Why the finding is not held against the dossier: a waiver that applies, a reviewer who accepts.
Json suppressions(const SarifSource& source, const Finding& finding) {
  Json out = Json::array();
  if (finding.is_waived()) {
    const Waiver& waiver = *finding.waiver;
    out.push_back(
        suppression(source.text(waiver.reason),
                    {{"by", source.text(waiver.by)}, {"on", waiver.on}, {"until", waiver.until}}));
  }
  const Decided made = decided(source.record.decisions, finding);
  if (needs_decision(finding) && made.is_current && made.decision->treatment == Treatment::accept)
    out.push_back(
        suppression(source.text(made.decision->note), {{"by", source.text(made.sheet->by)},
                                                       {"on", made.sheet->on},
                                                       {"decisions_sha256", made.sheet->sha256}}));
  return out;
}

}  // namespace

Json sarif_result(const SarifSource& source, const Finding& finding, std::size_t rule) {
  Json locations = Json::array(), searches = Json::array();
  for (const Evidence& evidence : finding.evidence) {
    if (const auto* quote = std::get_if<Quote>(&evidence))
      locations.push_back(location(source, *quote));
    else
      searches.push_back(search(source, std::get<Search>(evidence)));
  }
  const bool is_failure = finding.status == Status::fail;
  Json out{{"ruleId", finding.rule},
           {"ruleIndex", rule},
           {"kind", name_of(finding.status)},
           {"level", is_failure ? name_of(finding.level) : "none"},
           {"message", source.message(finding.message.in(source.language()))}};
  if (finding.baseline) out["baselineState"] = name_of(*finding.baseline);
  if (!locations.empty()) out["locations"] = std::move(locations);
  if (!finding.evidence_sha256.empty())
    out["partialFingerprints"] = {{"evidenceSha256/v1", finding.evidence_sha256}};
  out["suppressions"] = suppressions(source, finding);
  if (!searches.empty()) out["properties"] = {{"searches", std::move(searches)}};
  return out;
}

}  // namespace biaoshen
