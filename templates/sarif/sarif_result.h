// A finding as a SARIF result.
//
// SARIF knows lines and bytes, not pages: where a quote stands is said by logical locations
// (page, cell, paragraph) and, exactly, in the property bag; no region is invented. What was
// looked for in vain has no place at all and stands in the properties of the result.
//
// Tested by tests/templates/sarif_writer_test.cpp.
#pragma once

#include "templates/sarif/sarif_source.h"

namespace biaoshen {

// `rule`: its index in tool.driver.rules.
Json sarif_result(const SarifSource& source, const Finding& finding, std::size_t rule);

}  // namespace biaoshen
