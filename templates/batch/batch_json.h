// Writes batch.json: the inbox entry by entry, and what comparing the dossiers has shown.
// batch.schema.json beside this file describes it.
//
// Tested by tests/batch/batch_json_test.cpp.
#pragma once

#include <string>

#include "pipeline/model/batch_report.h"

namespace biaoshen {

std::string write_batch_json(const BatchReport& report, Language language);

}  // namespace biaoshen
