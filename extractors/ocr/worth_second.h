// Which lines get a second reading: those that look like something to decide. Loose on purpose
// (a misread number still looks like one), yet prose stays out, because each one costs.
//
// Tested by tests/ocr/worth_second_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractors/ocr/recognised.h"

namespace biaoshen {

// By its text alone: the number of a standard, a date, a status, a credit code, a total.
bool looks_decisive(std::string_view text);

// Those, and figures that stand in the row of a total (总分, 合计 …). Indexes, ascending.
std::vector<std::size_t> worth_second(const std::vector<RecognisedLine>& lines);

}  // namespace biaoshen
