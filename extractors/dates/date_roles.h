// The words beside a date that say what it is the date of.
// Tested through tests/dates/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/dates/date_grammar.h"

namespace biaoshen {

// By a label right before `at`: 实施日期：, 实施于, 发布日期 at the end of the line above. Null
// where there is none; `other` for a label of a plan or of something else (拟发布日期, 复审日期).
std::optional<DateRole> role_before(std::string_view text, std::size_t at);

// By the words right after `at`: 发布, 起实施, 发布实施 (two roles). Not by the label of the next
// date.
std::vector<DateRole> roles_after(std::string_view text, std::size_t at);

}  // namespace biaoshen
