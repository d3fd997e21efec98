#include "pipeline/stages/other_standards.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "pipeline/stages/part_of_fact.h"

namespace biaoshen {
namespace {

constexpr std::string_view kNumber = "number";
constexpr std::string_view kOther = "other-standard";

using Keys = std::set<std::string>;
// What the pages of one part say, by the page on which a number stands.
using Pages = std::map<std::uint32_t, Keys>;

bool is_firm(const Fact& fact) {
  return fact.doubt.empty() || fact.doubt == "founder";
}

const StandardNumber* firm_number(const Fact& fact) {
  return fact.name == kNumber && is_firm(fact) ? std::get_if<StandardNumber>(&fact.typed) : nullptr;
}

// The number that every material with a number names, where it is one; else empty.
std::string own_number(const std::vector<Fact>& facts) {
  std::map<std::string, Keys> by_material;
  for (const Fact& fact : facts)
    if (const StandardNumber* number = firm_number(fact))
      by_material[fact.material].insert(number->key);
  if (by_material.size() < 2) return {};
  Keys common = by_material.begin()->second;
  for (const auto& [material, keys] : by_material)
    std::erase_if(common,
                  [&of_one = keys](const std::string& key) { return !of_one.contains(key); });
  return common.size() == 1 ? *common.begin() : std::string();
}

// Materials whose papers bring a standard along: covers and pages of the platform. What a form
// says of another number is a contradiction, not another standard.
std::set<std::string> materials_of_standards(const Profile& profile) {
  std::set<std::string> ids;
  for (const Material& material : profile.materials)
    for (const Cue& cue : material.cues)
      if (cue.where == Cue::Where::structure && cue.weight > 0 &&
          (cue.phrase == "standard-cover" || cue.phrase == "platform-page"))
        ids.insert(material.id);
  return ids;
}

// Whether the last number before or on the page is one alone, and not `own`.
bool is_of_another(const Pages& pages, std::uint32_t page, const std::string& own) {
  const auto after = pages.upper_bound(page);
  if (after == pages.begin()) return false;
  const Keys& keys = std::prev(after)->second;
  return keys.size() == 1 && *keys.begin() != own;
}

}  // namespace

std::vector<Fact> mark_other_standards(const Dossier& dossier, const Profile& profile,
                                       std::vector<Fact> facts) {
  const std::string own = own_number(facts);
  if (own.empty()) return facts;
  const std::set<std::string> materials = materials_of_standards(profile);
  std::map<std::size_t, Pages> numbers;
  for (const Fact& fact : facts)
    if (const StandardNumber* number = firm_number(fact);
        number && materials.contains(fact.material))
      numbers[part_of_fact(dossier, fact)][fact.quote.page].insert(number->key);
  numbers.erase(dossier.parts.size());
  for (Fact& fact : facts) {
    const auto pages = numbers.find(part_of_fact(dossier, fact));
    if (!is_firm(fact) || pages == numbers.end()) continue;
    if (is_of_another(pages->second, fact.quote.page, own)) fact.doubt = kOther;
  }
  return facts;
}

}  // namespace biaoshen
