#include "pipeline/stages/blank_forms.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "pipeline/stages/part_of_fact.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostPrinted = 5;  // one field in so many may be printed in a blank form

// Fields of one part.
struct Count {
  std::size_t fields = 0, filled = 0;
  bool is_blank() const { return filled * kMostPrinted <= fields; }
  bool is_filled() const { return filled * 2 > fields; }
};

using Names = std::set<std::string>;

// Facts that the profile has the score finder look for: rows with points, rows left open.
Names score_facts(const Profile& profile, std::string_view field) {
  Names names;
  for (const FactSpec& spec : profile.facts) {
    const auto wanted = spec.parameters.find("field");
    if (spec.finder == "score" && wanted != spec.parameters.end() && wanted->second == field)
      names.insert(spec.name);
  }
  return names;
}

std::map<std::size_t, Count> fields_by_part(const Dossier& dossier, const Profile& profile,
                                            const std::vector<Fact>& facts) {
  const Names items = score_facts(profile, "item"), open = score_facts(profile, "maximum");
  std::map<std::size_t, Count> parts;
  for (const Fact& fact : facts) {
    const std::string* state = fact.detail("state");
    const bool is_item = items.contains(fact.name);
    const bool is_field = state != nullptr && fact.detail("label") != nullptr;
    if (!is_field && !is_item && !open.contains(fact.name)) continue;
    Count& count = parts[part_of_fact(dossier, fact)];
    ++count.fields;
    count.filled += is_field ? *state == "filled" : is_item;
  }
  parts.erase(dossier.parts.size());
  return parts;
}

}  // namespace

std::vector<Fact> mark_blank_forms(const Dossier& dossier, const Profile& profile,
                                   std::vector<Fact> facts) {
  const std::map<std::size_t, Count> parts = fields_by_part(dossier, profile, facts);
  std::set<std::string> filled;
  for (const auto& [part, count] : parts)
    if (count.is_filled()) filled.insert(dossier.parts[part].material);
  for (Fact& fact : facts) {
    const auto part = parts.find(part_of_fact(dossier, fact));
    if (part == parts.end() || !part->second.is_blank()) continue;
    if (filled.contains(fact.material)) fact.doubt = "blank-form";
  }
  return facts;
}

}  // namespace biaoshen
