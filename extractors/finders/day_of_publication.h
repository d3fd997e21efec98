// The day a document says it was published, for wordings that count from it: 自发布之日起
// 三个月后实施 on a form, a cover, an announcement.
//
// It refuses to choose: where a page prints two such days, there is none.
//
// Tested by tests/finders/label_finder_test.cpp.
#pragma once

#include <optional>

#include "pipeline/model/date.h"
#include "pipeline/model/dossier.h"

namespace biaoshen {

// The one that `page` prints; where it prints none, the one of the part's other pages.
std::optional<Date> day_of_publication(const File& file, const Part& part, const Page& page);

}  // namespace biaoshen
