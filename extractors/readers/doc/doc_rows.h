// The rows of a Word 97–2003 table. The file knows no columns: each row has edges of its own, in
// twentieths of a point, and the columns are where edges of any row stand.
//
//   row 1   0      2000     4000        columns 0 and 1
//   row 2   0               4008        one cell over both; 8 is no edge of its own
//
// Rows are held until the table ends, or until they are too many to hold.
// It refuses edges that do not go on to the right. Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/readers/docx/docx_blocks.h"

namespace biaoshen {

class DocRows {
 public:
  explicit DocRows(std::size_t most_text) : most_text_(most_text) {}

  // Cells or rows are held, or the flow is in a table.
  bool is_open() const { return is_open_ || !rows_.empty() || !cells_.empty(); }
  void cell(std::vector<DocxBlock> blocks);
  // The page breaks inside the row, or right before it.
  void break_page();
  // `list`: edges and looks of the cells, as the file has them.
  void end_row(std::string_view list, DocxFlow& flow);
  void finish(DocxFlow& flow);

 private:
  struct Row {
    DocxRow row;
    std::vector<std::int32_t> edges;  // one more than cells; empty where unknown
  };
  void hand_on(DocxFlow& flow);

  std::size_t most_text_;
  std::vector<std::vector<DocxBlock>> cells_;  // of the open row
  bool breaks_before_ = false, breaks_after_ = false;
  std::vector<Row> rows_;
  std::size_t held_ = 0;
  bool is_open_ = false;  // the flow has been told of a table, and not of its end
};

}  // namespace biaoshen
