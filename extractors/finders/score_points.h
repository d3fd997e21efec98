// Points as score sheets print them: 3, 3分, 4.5, and the maxima inside the text
// of an indicator: 1.1背景环境（3分）, 0.5分/项，满分3分.
//
// It refuses to take the points of one entry (0.5分/项) or of one grade (部分符合
// 得1分) for a maximum.
//
// Tested by tests/finders/score_points_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace biaoshen {

// The points a cell holds; none where it is blank or holds something else.
std::optional<double> points_of(std::string_view cell);

// The maximum of a column of maxima: 15, 15分, ≤15, 0.5分/项，满分3分; not 15%.
std::optional<double> maximum_of(std::string_view cell);

// The maximum inside a text: after 满分, or in brackets at its end; in the name of
// an indicator also without brackets (标准需求 15分).
enum class TextKind : unsigned char { indicator, description };
std::optional<double> maximum_in(std::string_view text, TextKind kind);

// Name of an indicator without the maximum in brackets at its end.
std::string indicator_name(std::string_view text);

// Depth of an outline number at the begin: 一、 1, （一） 2, 1. 3, 1.1 4, 1.1.1 5, （1） 6; none 0.
int outline_rank(std::string_view text);

}  // namespace biaoshen
