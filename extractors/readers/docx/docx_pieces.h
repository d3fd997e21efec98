// The pieces of a Word story that are open at a moment: paragraphs, tables, rows, cells and
// text boxes, one inside the other. A piece that closes goes into the cell or box around it,
// or out into the flow; outermost tables go out row by row.
//
// It refuses pieces where they cannot stand (a row outside a table): their content then
// belongs to what is open. Tested by tests/readers/docx_reader_test.cpp.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "extractors/readers/docx/docx_blocks.h"
#include "extractors/readers/docx/docx_styles.h"
#include "extractors/readers/docx/docx_tags.h"

namespace biaoshen {

struct DocxRun {
  DocxLook look;
  int depth = 0;  // 0: no run is open
};
struct DocxOpenParagraph {
  DocxParagraph paragraph;
  DocxLook look;      // of its style, and its own
  std::string style;  // where it names one
  DocxRun run;
  bool ends_section = false, breaks_after = false;
};
struct DocxOpenBox {
  std::vector<DocxBlock> blocks;
};
// A piece whose start tag has been seen, with its depth in the XML.
struct DocxOpen {
  int depth = 0;
  std::variant<DocxOpenParagraph, DocxTable, DocxRow, DocxCell, DocxOpenBox> piece;
};

enum class DocxBreak : std::uint8_t { asked, drawn };

class DocxPieces {
 public:
  // `most_text`: bytes of one paragraph or one row of an outermost table.
  DocxPieces(DocxFlow& flow, std::size_t most_text) : flow_(flow), most_text_(most_text) {}

  bool open(DocxMark mark, int depth, const DocxStyles& styles);  // false where it is none
  void close(int depth);  // what was opened there, if anything
  void close_all();

  // The innermost open piece where it is of this kind, else null.
  DocxOpenParagraph* paragraph() { return top<DocxOpenParagraph>(); }
  DocxRow* row() { return top<DocxRow>(); }
  DocxCell* cell() { return top<DocxCell>(); }

  // Adds to the open paragraph; false where there is none or it would be too long.
  bool append(std::string_view text);
  // Puts a number before the open paragraph.
  void set_label(std::string label);
  // A paragraph in a text box of the open paragraph.
  bool append_box(std::string_view text);
  void break_page(DocxBreak kind);

 private:
  template <typename Piece>
  Piece& open_as(int depth) {
    open_.emplace_back().depth = depth;
    return open_.back().piece.emplace<Piece>();
  }
  template <typename Piece>
  Piece* top() {
    return open_.empty() ? nullptr : std::get_if<Piece>(&open_.back().piece);
  }
  void open_paragraph(int depth, const DocxStyles& styles);
  bool open_row(int depth);
  bool open_cell(int depth);
  void close_top();
  void close_paragraph(DocxOpenParagraph open);
  void close_row(DocxRow row);
  void close_box(DocxOpenBox box);
  void place(DocxBlock block);
  bool has_room(std::size_t bytes) const { return held_ + bytes <= most_text_; }

  DocxFlow& flow_;
  std::size_t most_text_;
  std::vector<DocxOpen> open_;
  std::size_t held_ = 0;   // bytes in open pieces, one more for each
  bool has_text_ = false;  // in the outermost open paragraph, or row
};

}  // namespace biaoshen
