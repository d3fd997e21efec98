// A batch as the data of its page: totals, what has changed, rows.
//
// Tested by tests/batch/index_writer_test.cpp.
#pragma once

#include <kainjow/mustache.hpp>

#include "templates/batch/batch_source.h"

namespace biaoshen {

void add_endings(kainjow::mustache::data& page, const BatchSource& source);
// How many are the same as another, and of how many nothing was opened.
void add_apart(kainjow::mustache::data& page, const BatchSource& source);
void add_changes(kainjow::mustache::data& page, const BatchSource& source);

// Totals by programme and by rule, and the rows that they count: a row names its programme by
// its place among the totals.
void add_totals_and_rows(kainjow::mustache::data& page, const BatchSource& source);

}  // namespace biaoshen
