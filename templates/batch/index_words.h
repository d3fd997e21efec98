// What an index says of a row, the same whether the row stands in the page or in its data.
//
// Tested by tests/batch/index_writer_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "templates/batch/batch_source.h"

namespace biaoshen {

inline constexpr std::size_t kLongestLine = 300;

// 91, 91.5; empty where there is none.
std::string score_in_words(const std::optional<double>& score);

// Whose result it is, why nothing was opened, which submission it is, what was decided, whether it
// is new.
struct RowRemark {
  std::string kind;  // same_as, quarantined, overdue, revision, standing, change
  std::string text;
  std::string link;  // of same_as
};
std::vector<RowRemark> remarks_on(const BatchSource& source, const BatchRow& row);

}  // namespace biaoshen
