#pragma once

#include <string_view>
#include <vector>

#include "extractors/finders/platform_page.h"
#include "pipeline/contracts.h"

namespace biaoshen {

std::vector<Fact> find_platform(const Dossier& dossier, const Part& part, const FactSpec& spec);

// The facts of one field of a page that was found, under the name of `spec`.
std::vector<Fact> facts_of_platform(const File& file, const Part& part, const FactSpec& spec,
                                    const PlatformPage& page, std::string_view name);

}  // namespace biaoshen
