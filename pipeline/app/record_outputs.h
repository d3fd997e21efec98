// The files of a result that are made from its record: notice.docx and findings.sarif. A review
// makes them, and so does `decide`.
//
// Tested by tests/app/commands_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"
#include "templates/docx/docx_package.h"

namespace biaoshen {

// File name -> bytes; nullopt: the result must not have this file.
using RecordOutputs = std::map<std::string, std::optional<std::string>>;
Result<RecordOutputs> record_outputs(const Record& record, const DocxParts& notice_template);

}  // namespace biaoshen
