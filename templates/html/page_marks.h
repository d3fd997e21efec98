// Parts of a finished page that are put in later: what stands between <!--NAME--> and
// <!--/NAME-->. A batch puts in what it found, `decide` what reviewers decided; nothing else of
// the page changes.
//
// They refuse a page in which a mark is missing or stands twice (Error: internal); what
// applicants wrote cannot hold one, for it is escaped.
//
// Tested by tests/templates/page_marks_test.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"

namespace biaoshen {

using PageParts = std::map<std::string, std::string, std::less<>>;  // NAME -> what stands there

// The page with these parts in place of what stood there. Goes over the page once, however
// many parts there are.
Result<std::string> with_parts(std::string_view page, const PageParts& parts);

// All parts of a page that has nothing but marks and what stands between them.
PageParts parts_of(std::string_view page);

}  // namespace biaoshen
