// The parts of what `inspect` prints: places, covers, pages of platforms. Values are given
// however they were read; `review` names the fields that cannot decide alone.
// Tested by tests/app/commands_test.cpp and samples/formats.
#pragma once

#include <nlohmann/json.hpp>

#include "extractors/finders/platform_page.h"
#include "extractors/finders/standard_cover.h"
#include "pipeline/model/dossier.h"
#include "pipeline/model/fact.h"

namespace biaoshen {

using Json = nlohmann::ordered_json;

double rounded(double value);

// Adds the members that tell where a quote stands; those that do not apply are absent.
void add_place(Json& out, const Quote& quote);

Json cover_json(const File& file, const StandardCover& cover);
Json platform_json(const File& file, const PlatformPage& page);

}  // namespace biaoshen
