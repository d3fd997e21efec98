// A date some of whose digits were recognised as letters that look like them:
// 2O22-11-l8, 2022年ll月18日.
//
// It refuses running text: only a print that is nothing but a date is looked at.
//
// Tested by tests/dates/look_alike_date_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "pipeline/model/date.h"

namespace biaoshen {

// None where the print is a date as it stands, or where exchanging letters makes none of it.
std::optional<Date> repair_date(std::string_view print);

}  // namespace biaoshen
