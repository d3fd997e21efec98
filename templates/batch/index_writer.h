// Writes index.html: the batch for people as one self-contained page that opens offline and
// prints on A4. Totals and what has changed since the batch before, every dossier with its
// verdict and a link to its result, and what comparing the dossiers has shown. Its script sorts
// and filters the rows; without it they are all there, in order.
//
// Tested by tests/batch/index_writer_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/batch_report.h"
#include "pipeline/model/presentation.h"

namespace biaoshen {

Result<std::string> write_index(const BatchReport& report, const Presentation& presentation);

}  // namespace biaoshen
