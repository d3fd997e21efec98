// The template of a notice that comes with the program, and the check of one that a secretariat
// uses instead.
//
// Tested by tests/templates/notice_writer_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/profile.h"
#include "templates/docx/docx_package.h"

namespace biaoshen {

// The parts notice_*.xml of this folder, put together.
DocxParts default_notice(Language language);

// The parts of the DOCX in `bytes`; `name` is for messages. Error: input, with every mistake on a
// line of its own: no DOCX, an old or locked one, macros, placeholders.
Result<DocxParts> notice_template_parts(const std::string& bytes, const std::string& name);

}  // namespace biaoshen
