// A field's print read as a number of a standard, a date, a credit code or a
// decimal. What cannot be read keeps its print and says so in its doubt.
//
// It refuses to choose: a field with two numbers gives two readings. Only among
// dates it takes the one whose role the label names (发布日期 in a cell with both).
//
// Tested by tests/finders/typed_value_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/dates/date_grammar.h"
#include "extractors/numbers/number_grammar.h"
#include "pipeline/model/fact.h"

namespace biaoshen {

enum class ValueType : unsigned char { text, number, date, uscc, decimal, status };
std::optional<ValueType> value_type(std::string_view name);

struct TypedValue {
  std::string value;  // canonical
  decltype(Fact::typed) typed;
  std::string doubt;
  std::size_t begin = 0, end = 0;        // bytes of the print it was read from
  decltype(Fact::details) details = {};  // what firmness.h has to tell of it
};

// What a label says about the dates in its field.
struct DateWish {
  DateRole role = DateRole::other;
  std::size_t piece = 0, pieces = 1;  // of a compound label: the second label means the second date
};

// Readings of `print`, at least one. An empty print has one with an empty value.
std::vector<TypedValue> read_value(std::string_view print, ValueType type, DateWish wish = {});

// A number of the grammar as a value: display form, doubt.
TypedValue typed_number(const FoundNumber& found);

// Role that a label gives to its date: 发布日期 published, 实施时间 implemented, …
DateRole role_of_label(std::string_view label);

// The first decimal of `print`, not counting the maximum after 满分: 88, 88分, 88.5, 满分100，得88.
struct Decimal {
  double value = 0;
  std::size_t begin = 0, end = 0;
};
std::optional<Decimal> first_decimal(std::string_view print);
std::string shortest(double value);  // 88, 88.5

}  // namespace biaoshen
