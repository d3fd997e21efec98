// Writes register.xlsx: the batch as a workbook for the secretariat's own lists. Sheet 登记表
// has a row for each dossier, sheet 批次核查 one for each finding over the batch.
//
// Every cell is text: what an applicant wrote is never a formula, a link or a date for Excel to
// change. Personal data are masked as on every page for people.
//
// Tested by tests/batch/register_writer_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/batch.h"

namespace biaoshen {

// The same report gives the same bytes.
Result<std::string> write_register(const BatchReport& report, Language language);

}  // namespace biaoshen
