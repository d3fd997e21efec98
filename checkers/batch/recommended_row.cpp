#include "checkers/batch/recommended_row.h"

#include <algorithm>
#include <tuple>

#include "checkers/predicates/readings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

std::string detail(const Fact& fact, std::string_view key) {
  const std::string* found = fact.detail(key);
  return found == nullptr ? std::string() : *found;
}

bool is_one_character_apart(const std::string& a, const std::string& b) {
  constexpr std::size_t kLongEnough = 6, kLongest = 200;
  const std::size_t of_a = count_code_points(a), of_b = count_code_points(b);
  if (std::min(of_a, of_b) < kLongEnough || std::max(of_a, of_b) > kLongest) return false;
  if (std::max(of_a, of_b) - std::min(of_a, of_b) > 1) return false;
  return edit_distance(a, b) == 1;
}

PartyMatch best_match(const PartyName& unit, const std::vector<PartyName>& units) {
  PartyMatch best = PartyMatch::different;
  for (const PartyName& other : units) best = std::max(best, match(unit, other));
  return best;
}

}  // namespace

std::vector<RecommendedRow> recommended_rows(const BatchInput& input, const Check& check) {
  std::vector<RecommendedRow> rows;
  std::set<std::tuple<std::string, std::string, std::string>> known;
  for (std::size_t i = 0; i < input.entries.size(); ++i) {
    for (const Fact* fact : entry_facts(input.entries[i], check, "roster")) {
      const std::string unit = detail(*fact, "unit");
      RecommendedRow row{i, fact, party_name(unit), comparable(detail(*fact, "project")),
                         comparable(detail(*fact, "number"))};
      if (known.emplace(comparable(unit), row.project, row.number).second)
        rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::vector<NamedDossier> named_dossiers(std::span<const BatchEntry> entries, const Check& check) {
  std::vector<NamedDossier> dossiers;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].is_application) continue;
    NamedDossier dossier{i, {}, {}};
    for (const Fact* fact : entry_facts(entries[i], check, "project"))
      dossier.projects.push_back(comparable(fact->value));
    for (const Fact* fact : entry_facts(entries[i], check, "unit"))
      dossier.units.push_back(party_name(fact->value));
    dossiers.push_back(std::move(dossier));
  }
  return dossiers;
}

RowMatch match(const RecommendedRow& row, const NamedDossier& dossier) {
  const bool is_unit_known = !row.unit.stem.empty() && !dossier.units.empty();
  const auto is_other_unit = [&] {
    return is_unit_known && best_match(row.unit, dossier.units) == PartyMatch::different;
  };
  bool is_near = false;
  for (const std::string& project : dossier.projects) {
    const bool is_same = !project.empty() && (project == row.project || project == row.number);
    if (is_same) return is_other_unit() ? RowMatch::nearly : RowMatch::surely;
    is_near = is_near || is_one_character_apart(project, row.project);
  }
  if (is_near) return is_other_unit() ? RowMatch::none : RowMatch::nearly;
  // A list of units alone, or a row whose project is empty, names its dossier by the unit.
  const bool is_unit_alone = row.project.empty() && row.number.empty() && is_unit_known;
  if (!is_unit_alone) return RowMatch::none;
  const PartyMatch unit = best_match(row.unit, dossier.units);
  if (unit == PartyMatch::same) return RowMatch::surely;
  return unit == PartyMatch::near ? RowMatch::nearly : RowMatch::none;
}

std::string shown(const RecommendedRow& row) {
  const std::string unit = squeeze(detail(*row.fact, "unit"));
  const std::string name = squeeze(row.fact->value);
  return unit.empty() || unit == name ? name : name + "（" + unit + "）";
}

}  // namespace biaoshen
