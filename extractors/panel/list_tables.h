// The tables of a file that lists things row by row: the sheets of a workbook, or the lines of
// comma-separated values.
//
// A cell that spans rows says the same in each of them; one that spans columns says it in the
// first. It refuses more rows than a list for people has: `kMostListRows` of them mean that the
// table may go on.
// Tested by tests/panel/expert_list_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace biaoshen {

constexpr std::size_t kMostListRows = 400;

struct ListRow {
  std::size_t begin = 0, end = 0;  // bytes of the page's text
  std::vector<std::string> cells;  // squeezed; very long ones cut
  bool is_banner = false;          // one cell over several columns: a title, a note
};
struct ListTable {
  const Page* page = nullptr;
  std::vector<ListRow> rows;  // those with text, from the top
};

// For comma-separated values one table for each separator they may have.
std::vector<ListTable> list_tables(const Document& document);

}  // namespace biaoshen
