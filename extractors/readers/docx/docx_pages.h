// Puts the pieces of Word stories on pages: a line a paragraph (more where it has line
// breaks), a line a row of a table with '\t' between its cells, and a grid for each table.
//
//   A row of two cells, the second with two paragraphs:  "团体标准编号\tT/CAS 290—2017 修订"
//   The grid's cells are the ranges between the tabs; the words are the paragraphs.
//
// A table inside a cell has its own grid over the same bytes. A table that goes over a page
// break has a grid on each page; what continues from a cell above the break is a new cell.
//
// It refuses to break a row. Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <vector>

#include "extractors/readers/docx/docx_blocks.h"
#include "extractors/readers/docx/docx_sections.h"
#include "extractors/readers/flow_pages.h"

namespace biaoshen {

// A grid in the making.
class GridWriter {
 public:
  // The cell of the current row; `continues` lengthens the one above it if there is one.
  void cell(const DocxCell& cell, std::uint32_t begin, std::uint32_t end);
  void end_row(std::uint32_t columns);
  std::uint32_t rows() const { return grid_.rows; }
  // The cells of the current row have no text after all.
  void collapse_row(std::uint32_t at);
  Grid take();

 private:
  Grid grid_;
  std::size_t row_begin_ = 0;                // cell that begins the current row
  std::vector<std::ptrdiff_t> above_, row_;  // by column: the cell that covers it, or -1
};

class DocxPages final : public DocxFlow {
 public:
  DocxPages(FlowPages& pages, const std::vector<DocxSection>& sections);

  std::uint32_t next_paragraph() override { return ++paragraphs_; }
  void paragraph(DocxParagraph paragraph) override;
  void begin_table() override;
  void row(DocxRow row) override;
  void end_table() override;
  void break_page() override;
  void end_section() override;

  void block(DocxBlock block);

 private:
  void cut();
  void set_size();
  void write_row(const DocxRow& row, GridWriter& grid, char between);
  void write_cell_block(const DocxBlock& block);
  void write_cell_paragraph(const DocxParagraph& paragraph);
  void write_label(const DocxParagraph& paragraph);
  void gap_in_cell();
  void keep_images(const DocxParagraph& paragraph);

  FlowPages& pages_;
  const std::vector<DocxSection>& sections_;
  std::size_t section_ = 0;
  GridWriter table_;
  std::uint32_t paragraphs_ = 0;
  float row_size_ = 0;            // of the letters of the row being written
  std::uint32_t cell_begin_ = 0;  // byte that begins the cell being written
};

}  // namespace biaoshen
