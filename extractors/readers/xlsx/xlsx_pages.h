// Puts the cells of worksheets on pages: a sheet is a page, a row with values is a line with
// '\t' between its cells, and one grid holds the cells with the spans of merged ones.
//
// Rows and columns of the grid are those of the sheet (from 0) as long as the cells lie
// within 20,000 rows and 500 columns, so that empty rows between blocks stay empty. A sheet
// that is wider or longer, such as one with a value in its last cell, gets a grid of the rows
// and columns in use only. A sheet of more text than a page may have goes on on another page.
//
// It refuses more cells and more text than its limits (`is_cut`).
// Tested by tests/readers/xlsx_reader_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/readers/flow_pages.h"
#include "extractors/readers/office/package_images.h"

namespace biaoshen {

struct XlsxRange {  // from 0, last ones included
  std::uint32_t row = 0, column = 0, last_row = 0, last_column = 0;
};

class XlsxPages {
 public:
  XlsxPages(FlowPages& pages, const Limits& limits) : pages_(pages), text_left_(limits.xml_part) {}

  void begin_sheet(std::string_view name);
  void cell(std::uint32_t row, std::uint32_t column, std::string_view text);  // from 0
  void end_row() { pages_.writer().end_line(); }
  void merge(const XlsxRange& range);
  // A line that is no cell, such as the words of a drawn shape.
  void floating(std::uint32_t row, std::uint32_t column, std::string_view text);
  void image(const PackageImage& image);
  void end_sheet();

  bool is_cut() const { return is_cut_; }

 private:
  bool takes(std::size_t bytes);
  void send();
  Grid take_grid();

  FlowPages& pages_;
  std::vector<GridCell> cells_;  // of this page, in rows and columns of the sheet
  std::vector<XlsxRange> merged_;
  std::uint64_t text_left_;  // shared strings can be said a million times
  std::size_t cells_seen_ = 0;
  bool is_cut_ = false;
};

}  // namespace biaoshen
