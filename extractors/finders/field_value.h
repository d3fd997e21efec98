// Whether somebody filled a field in: a value, nothing, or what the template had
// printed there (T/XXX XXX—XXXX, 请填写, 年  月  日).
//
// It refuses to call a short answer empty: 无, 否, / and 0 are answers.
//
// Tested by tests/finders/field_value_test.cpp.
#pragma once

#include <string_view>

namespace biaoshen {

enum class ValueState : unsigned char { filled, empty, placeholder };

ValueState state_of(std::string_view print);
std::string_view name_of(ValueState state);  // filled, empty, placeholder

}  // namespace biaoshen
