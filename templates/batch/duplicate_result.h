// The result of a dossier whose files are those of another: a copy of the other's result that says
// so on its first screen and carries the name, revision and baselines of its own. What belongs to
// the other alone is left out: the notice to its applicant, what was decided about it, what a
// batch found about it.
//
// It refuses a result in which it does not find its places exactly once (Error: internal).
//
// Tested by tests/batch/duplicate_result_test.cpp.
#pragma once

#include <map>
#include <string>

#include "pipeline/base/result.h"
#include "pipeline/model/record.h"

namespace biaoshen {

// `record`: that of the other result, with name, duplicate_of, revision, earlier and baselines of
// this dossier (pipeline/batch/revisions.h). `folder`: the other's result folder, for the link.
// `files`: of the other result, by path within it. findings.sarif is not made here, and not kept.
Result<std::map<std::string, std::string>> duplicate_result(
    std::map<std::string, std::string> files, const Record& record, const std::string& folder);

}  // namespace biaoshen
