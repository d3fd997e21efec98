#include "pipeline/stages/find_facts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/stages/blank_forms.h"
#include "pipeline/stages/confirm_facts.h"
#include "pipeline/stages/other_standards.h"

namespace biaoshen {
namespace {

// Moves what may be kept of `found` behind `facts`; what may not is said to be left out.
void take(std::vector<Fact> found, std::size_t most, FoundFacts& all) {
  most = std::min(most, kMostReadingsOfPart);
  if (found.size() > most) {
    const Quote& first = found[most].quote;
    all.left_out.push_back({first.file,
                            {"readings-limit", first.page,
                             std::to_string(found.size()) + " > " + std::to_string(most)}});
    found.resize(most);
  }
  std::ranges::move(found, std::back_inserter(all.facts));
}

}  // namespace

FoundFacts find_facts(const Dossier& dossier, const Profile& profile,
                      std::span<const FinderRow> finders) {
  FoundFacts all;
  for (const FactSpec& spec : profile.facts) {
    const auto row = std::find_if(finders.begin(), finders.end(),
                                  [&](const FinderRow& r) { return r.name == spec.finder; });
    if (row == finders.end()) continue;  // check-profile refuses such a profile
    const std::size_t before = all.facts.size();
    for (const Part& part : dossier.parts)
      if (spec.material.empty() || spec.material == part.material)
        take(row->find(dossier, part, spec), kMostReadingsOfDossier - (all.facts.size() - before),
             all);
  }
  all.facts = mark_other_standards(
      dossier, profile, mark_blank_forms(dossier, profile, confirm_facts(std::move(all.facts))));
  return all;
}

Dossier with_left_out(Dossier dossier, const std::vector<LeftOutReadings>& left_out) {
  for (const LeftOutReadings& one : left_out) {
    const auto file = std::ranges::find(dossier.files, one.file, &File::id);
    if (file == dossier.files.end() || file->document.has_problem(one.problem.kind)) continue;
    if (file->document.status == FileStatus::read) file->document.status = FileStatus::partial;
    file->document.problems.push_back(one.problem);
  }
  return dossier;
}

}  // namespace biaoshen
