// notice.docx, the 补正通知 to the applicant: what must be corrected, made from the record of a
// review and a template whose placeholders it fills.
//
// Tested by tests/templates/notice_writer_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"
#include "templates/docx/docx_package.h"

namespace biaoshen {

// nullopt: nothing has to be corrected. `notice_template`: checked parts of a template; empty: the
// one that comes with the program, in the language of the record.
Result<std::optional<std::string>> write_notice(const Record& record,
                                                const DocxParts& notice_template);

}  // namespace biaoshen
