#include "checkers/panel/expert_link.h"

#include <algorithm>

#include "checkers/predicates/readings.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::size_t kMostNames = 200;  // that one reading may list

// The names that a reading lists: 甲、乙.
std::vector<std::string> names_in(std::string print) {
  for (std::string_view mark : {"、", "，", "；", ";"})
    print = replace_all(std::move(print), mark, ",");
  std::vector<std::string> names;
  for (std::string_view piece : split(print, ',')) {
    if (!trim(piece).empty() && names.size() < kMostNames) names.emplace_back(trim(piece));
  }
  return names;
}

// One letter apart, as a misread name is; of two letters any two names might be.
bool is_misread(const std::string& a, const std::string& b) {
  constexpr std::size_t kShortest = 3;
  return count_code_points(a) >= kShortest && count_code_points(a) == count_code_points(b) &&
         edit_distance(a, b) == 1;
}

}  // namespace

ExpertNames::ExpertNames(const Expert& expert)
    : name(bare(expert.name)), employer(party_name(expert.employer)) {}

MakerNames::MakerNames(const Fact& fact, Kind kind) : fact_(&fact), kind_(kind) {
  std::vector<std::string> names = names_in(fact.value);
  if (kind == Kind::employer) {
    if (names.size() > 1) names.push_back(fact.value);  // a body may have a 、 in its name
    for (const std::string& name : names) parties_.push_back(party_name(name));
  } else {
    for (const std::string& name : names) persons_.push_back(bare(name));
  }
}

PartyMatch MakerNames::match_person(const std::string& name) const {
  if (std::find(persons_.begin(), persons_.end(), name) != persons_.end()) return PartyMatch::same;
  const bool misread = !is_firm(*fact_) && std::any_of(persons_.begin(), persons_.end(),
                                                       [&](const std::string& person) {
                                                         return is_misread(name, person);
                                                       });
  return misread ? PartyMatch::near : PartyMatch::different;
}

PartyMatch MakerNames::match(const ExpertNames& expert) const {
  PartyMatch best = match_person(expert.name);
  for (const PartyName& party : parties_)
    best = std::max(best, biaoshen::match(expert.employer, party));
  return best == PartyMatch::same && !is_firm(*fact_) ? PartyMatch::near : best;
}

}  // namespace biaoshen
