// findings.sarif: the findings of a record as SARIF 2.1.0, for tools that collect findings of
// many programs.
//
// It refuses to say when or on which machine: no times, no absolute path. Files are named
// relative to the dossier's folder.
//
// Tested by tests/templates/sarif_writer_test.cpp, against the official schema.
#pragma once

#include <string>

#include "pipeline/model/record.h"

namespace biaoshen {

std::string write_sarif(const Record& record);

}  // namespace biaoshen
