// What a watch is doing, put at the head of OUT/index.html: whether it is alive, what it reviews,
// what waits and for what, what was given up, what is done. Long lists are cut, with a count.
//
// The page is made again and again while a watch runs, so this takes a finished page and fills the
// two marks of index.mustache. A page that lacks them is refused (Error: internal); nothing of the
// machine's clock is read, for the times are in the status.
//
// Tested by tests/batch/status_section_test.cpp and tests/browser/status_test.js.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/model/presentation.h"
#include "pipeline/model/service_status.h"

namespace biaoshen {

Result<std::string> with_status(std::string_view page, const ServiceStatus& status,
                                const Presentation& presentation);

}  // namespace biaoshen
