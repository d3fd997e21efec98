// The pieces a Word story is made of, as the listener of its XML hands them on. They live
// from the start to the end of one paragraph or one row of a table.
// Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "extractors/readers/office/package_images.h"
#include "pipeline/model/document.h"

namespace biaoshen {

struct DocxBlock;

struct DocxParagraph {
  std::uint32_t number = 0;  // from 1, over the whole file
  std::string label;         // the number that Word counts, and the blank behind it
  std::string text;          // '\n' at line breaks
  float size = 0;            // of the first letters, points
  std::vector<PackageImage> images;
  std::vector<DocxBlock> boxes;  // what stands in the text boxes anchored here
};

struct DocxCell {
  std::uint32_t column = 0, span = 1;
  bool continues = false;  // the cell above goes on here
  std::vector<DocxBlock> blocks;
};

struct DocxRow {
  std::vector<DocxCell> cells;
  std::uint32_t columns = 0;  // next free column while it is read, their number at the end
  bool breaks_before = false, breaks_after = false;
};

struct DocxTable {
  std::vector<DocxRow> rows;
};

struct DocxBlock {
  std::variant<DocxParagraph, DocxTable> value;
};

// All text of a block, a line a paragraph.
std::string plain_text(const DocxBlock& block);
// Bytes of text with one more for each piece: no less than the line of the row will take.
std::size_t text_bytes(const DocxRow& row);

// Where a story goes, piece by piece: pages, or a list that is looked at first.
class DocxFlow {
 public:
  virtual ~DocxFlow() = default;
  virtual std::uint32_t next_paragraph() = 0;  // its number
  virtual void paragraph(DocxParagraph paragraph) = 0;
  virtual void begin_table() = 0;
  virtual void row(DocxRow row) = 0;
  virtual void end_table() = 0;
  virtual void break_page() = 0;
  virtual void end_section() = 0;
};

}  // namespace biaoshen
