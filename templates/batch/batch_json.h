// Writes batch.json: the inbox entry by entry, and what comparing the dossiers has shown.
// batch.schema.json beside this file describes it.
//
// Tested by tests/batch/batch_json_test.cpp.
#pragma once

#include <iosfwd>

#include "pipeline/model/batch_report.h"

namespace biaoshen {

// Of a hundred thousand dossiers it is some hundreds of megabytes.
void write_batch_json(const BatchReport& report, Language language, std::ostream& out);

}  // namespace biaoshen
