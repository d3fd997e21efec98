// Comma-separated values as rows of cells, with the bytes each row stands in: RFC 4180, and what
// spreadsheets and people make of it. A quoted cell may hold the separator, line ends and doubled
// quotes; a quote inside a cell that does not begin with one is a letter like any other.
//
// It refuses to guess the separator; who knows the header tries those it may be.
// Tested by tests/panel/csv_rows_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

struct CsvRow {
  std::size_t begin = 0, end = 0;  // bytes of the text, without the line end
  std::vector<std::string> cells;  // unquoted; never empty
};

// `separator`: any text, such as "," or "，".
std::vector<CsvRow> csv_rows(std::string_view text, std::string_view separator);

}  // namespace biaoshen
