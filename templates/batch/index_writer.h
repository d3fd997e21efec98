// Writes index.html: the batch for people as one self-contained page that opens offline and
// prints on A4. What comparing the dossiers has shown stands first, then every dossier with
// its verdict and a link to its result.
//
// Tested by tests/batch/index_writer_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/batch.h"

namespace biaoshen {

Result<std::string> write_index(const BatchReport& report, Language language);

}  // namespace biaoshen
