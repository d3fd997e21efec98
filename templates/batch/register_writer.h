// Writes register.xlsx, the batch as a workbook for the secretariat's own lists. Three sheets:
//
//   dossiers   a row for each entry of the inbox, also for one that could not be reviewed
//   findings   a row for each failure and open question of each dossier
//   the batch  a row for each finding over the batch: doubles, quotas, lists, series
//
// What an applicant wrote is text, never a formula, and personal data are masked as on every
// page for people (workbook.h).
//
// Tested by tests/batch/register_writer_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/batch_report.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

// The same report gives the same bytes.
Result<std::string> write_register(const BatchReport& report, const Presentation& presentation);

}  // namespace biaoshen
