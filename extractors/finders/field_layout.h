// The value that belongs to a label: to its right, or below it, in tables and in
// lines. That is how nearly every form and platform page is laid out.
//
//   标准编号 | T/CAS 290—2017 |          right of the label
//   发布日期 | 实施日期 |                a row of labels: below
//   2017-11-01 | 2018-01-01 |
//   标准编号：T/CAS 290—2017            in the label's own cell or line
//   标准编号 |  | 实施日期 | 2018-01-01  empty: never the neighbour's label
//
// It refuses to judge values: what is typed, a placeholder or missing is for
// field_value.h and the finders to say.
//
// Tested by tests/finders/field_layout_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/finders/label_book.h"
#include "pipeline/model/document.h"

namespace biaoshen {

// A label that was asked for, and its value; ranges are bytes of Page::text.
// Where the value is empty its range is empty.
struct Field {
  std::size_t wanted = 0;             // index of the label asked for
  std::size_t piece = 0, pieces = 1;  // 发布日期/实施日期: two fields share one value
  std::size_t label_begin = 0, label_end = 0;
  std::size_t value_begin = 0, value_end = 0;

  bool is_empty() const { return value_begin == value_end; }
};

// The fields of a page in the order of their labels in its text.
std::vector<Field> find_fields(const Page& page, const LabelBook& book);

}  // namespace biaoshen
