// What a batch writes: its findings into the results of the dossiers concerned, and the files
// of the batch itself.
//
// Tested by tests/app/batch_command_test.cpp.
#pragma once

#include <filesystem>

#include "pipeline/base/result.h"
#include "pipeline/model/batch_report.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// Publishes anew each result whose findings of the batch are other than before, and sets the
// verdicts of the rows. A result that cannot be changed becomes a row with an error.
void put_findings_in_dossiers(BatchReport& report, const std::filesystem::path& out,
                              const Presentation& presentation);

// batch.json, register.xlsx and the page `index` (a path in OUT), each whole or not at all.
Result<void> write_batch_files(const BatchReport& report, const std::filesystem::path& out,
                               const Presentation& presentation, const std::string& index);

}  // namespace biaoshen
