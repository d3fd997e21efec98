// The object that `inspect` prints (templates/json/inspect.schema.json describes it).
#pragma once

#include <nlohmann/json.hpp>

#include "pipeline/contracts.h"

namespace biaoshen {

// `dossier` has exactly one file and its parts.
nlohmann::ordered_json inspect_json(const Dossier& dossier);

}  // namespace biaoshen
