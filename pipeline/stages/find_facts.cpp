#include "pipeline/stages/find_facts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/stages/blank_forms.h"
#include "pipeline/stages/confirm_facts.h"
#include "pipeline/stages/other_standards.h"

namespace biaoshen {

std::vector<Fact> find_facts(const Dossier& dossier, const Profile& profile,
                             std::span<const FinderRow> finders) {
  std::vector<Fact> facts;
  for (const FactSpec& spec : profile.facts) {
    const auto row = std::find_if(finders.begin(), finders.end(),
                                  [&](const FinderRow& r) { return r.name == spec.finder; });
    if (row == finders.end()) continue;  // check-profile refuses such a profile
    for (const Part& part : dossier.parts)
      if (spec.material.empty() || spec.material == part.material)
        std::ranges::move(row->find(dossier, part, spec), std::back_inserter(facts));
  }
  facts = mark_blank_forms(dossier, profile, confirm_facts(std::move(facts)));
  return mark_other_standards(dossier, profile, std::move(facts));
}

}  // namespace biaoshen
