// The object that `inspect` prints (templates/json/inspect.schema.json describes it),
// written member by member and page by page: a thousand pages are never in memory as JSON.
// Tested by tests/app/ against the schema and samples/formats.
#pragma once

#include <iosfwd>

#include "pipeline/contracts.h"

namespace biaoshen {

// `dossier` has exactly one file and its parts.
void write_inspect(std::ostream& out, const Dossier& dossier);

}  // namespace biaoshen
