// The part that a fact was read in.
#pragma once

#include <algorithm>
#include <cstddef>

#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"

namespace biaoshen {

// Index into Dossier::parts; their number where it stands in none.
inline std::size_t part_of_fact(const Dossier& dossier, const Fact& fact) {
  const auto holds = [&](const Part& part) {
    return part.material == fact.material && dossier.files[part.file].id == fact.quote.file &&
           part.first_page <= fact.quote.page && fact.quote.page <= part.last_page;
  };
  const auto found = std::find_if(dossier.parts.begin(), dossier.parts.end(), holds);
  return static_cast<std::size_t>(found - dossier.parts.begin());
}

}  // namespace biaoshen
