#include "templates/batch/index_rows.h"

#include <nlohmann/json.hpp>

#include "pipeline/base/text.h"
#include "templates/batch/index_words.h"
#include "templates/batch/joint_data.h"
#include "templates/shown_text.h"

namespace biaoshen {
namespace {

using Json = nlohmann::json;
using Places = std::map<std::string, std::size_t, std::less<>>;

std::string text_of(const Json& json) {
  return replace_all(json.dump(-1, ' ', false, Json::error_handler_t::replace), "<", "\\u003c");
}

Json shown(const BatchSource& source, const std::string& text) {
  return visible(brief(text, kLongestLine, source.presentation.personal_data));
}

Json remarks_of(const BatchSource& source, const BatchRow& row) {
  Json remarks = Json::array();
  for (const RowRemark& one : remarks_on(source, row)) {
    Json remark{one.kind, shown(source, one.text)};
    if (!one.link.empty()) remark.push_back(one.link);
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

Json rules_of(const DossierState& state, const Places& rules) {
  Json places = Json::array();
  std::size_t last = rules.size();
  for (const OpenFinding& finding : state.findings) {  // by rule
    const std::size_t place = rules.at(finding.rule);
    if (place != last) places.push_back(place);
    last = place;
  }
  return places;
}

bool is_nothing(const Json& value) {
  return value.empty() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

Json json_of(const BatchSource& source, const BatchRow& row, std::size_t programme,
             const Places& rules) {
  const BatchEntry& entry = *row.entry;
  const Subject& subject = entry.subject;
  const Json name = shown(source, row.name);
  const bool is_own_name = name == Json(row.folder);
  Json out{name,
           is_own_name ? "" : result_link("", row.folder),
           programme,
           static_cast<std::size_t>(ending_of(row)),
           shown(source, subject.number.value_or("")),
           shown(source, subject.title.value_or("")),
           shown(source, subject.organization.value_or("")),
           score_in_words(subject.self_score),
           entry.counts.fail,
           entry.counts.review,
           source.names.findings(row.name).size(),
           rules_of(state_of(row, source.names, source.language), rules),
           remarks_of(source, row)};
  while (is_nothing(out.back())) out.erase(out.size() - 1);
  return out;
}

}  // namespace

std::string index_rows(const BatchSource& source, const ProgrammeTotals& totals,
                       const std::vector<RuleCount>& rules) {
  Json programmes = Json::array(), endings = Json::array(), ids = Json::array();
  for (const auto& [id, total] : totals) programmes.push_back(shown(source, total.title));
  for (const Ending ending :
       {Ending::returned, Ending::review, Ending::ready, Ending::accompanying, Ending::failed})
    endings.push_back({name_of(ending), shown(source, source.ending(ending))});
  Places places;
  for (const RuleCount& one : rules) {
    places.emplace(one.rule, places.size());
    ids.push_back(shown(source, one.rule));
  }
  std::string out = "{\"programmes\":" + text_of(programmes) + ",\"endings\":" + text_of(endings) +
                    ",\"rules\":" + text_of(ids) + ",\"rows\":[";
  const char* between = "\n";
  for (const BatchRow& row : source.report.rows) {
    if (!row.entry) continue;
    out += between + text_of(json_of(source, row, place_among(totals, *row.entry), places));
    between = ",\n";
  }
  return out + "\n]}";
}

}  // namespace biaoshen
