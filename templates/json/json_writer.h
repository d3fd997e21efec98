// Writes dossier.json: the review for machines, member by member as dossier.schema.json says.
// Quotes stay verbatim here, personal data included; masking is for what people print and pass on.
//
// It refuses to word anything: messages come from the profile, everything else is a code.
//
// Tested by tests/templates/json_writer_test.cpp.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/review.h"

namespace biaoshen {

// Two-space indent, UTF-8 unescaped, final newline. Invalid bytes become U+FFFD, never an error.
Result<std::string> write_json(const Review& review, const Presentation& presentation);

}  // namespace biaoshen
