// What the words before a number say about it.
// Tested through tests/numbers/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractors/numbers/reading.h"

namespace biaoshen {

// Gives the role `replaced` to numbers after 代替, 替代 or 取代, and to those that continue their
// list.
void set_replaced(std::string_view text, std::vector<Reading>& readings);

// True if the words before `at` say that a standard is meant: 符合, 按照, 执行标准：, a list that
// goes on after the number that ended at `last_end`, or the start of a line of citations.
bool is_named_as_standard(std::string_view text, std::size_t at, std::size_t last_end,
                          NumberContext context);

// True after "256 ": an amount, whose unit only looks like a code.
bool follows_amount(std::string_view text, std::size_t at);

}  // namespace biaoshen
