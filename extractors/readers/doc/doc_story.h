// Goes over one story of a Word 97–2003 file (the text, a header, the footnotes, a text box) and
// hands on its paragraphs and rows of tables in reading order.
//
//   content      letters, results of fields, what old form fields show, text boxes where they are
//                anchored, numbers of lists
//   not content  removed letters, hidden letters, instructions of fields, marks of notes
//
//   a mark 0x07 ends a cell, or the row where its paragraph's looks say so; 0x0D a paragraph;
//   0x0C a page, or a section where the list of sections has its end
//
// A table inside a cell is read as paragraphs of the cell.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extractors/readers/doc/doc_drawings.h"
#include "extractors/readers/doc/doc_fields.h"
#include "extractors/readers/doc/doc_lists.h"
#include "extractors/readers/doc/doc_rows.h"
#include "extractors/readers/docx/docx_blocks.h"

namespace biaoshen {

// What was seen on the way, over all stories of a file.
struct DocSeen {
  std::size_t revisions = 0, images = 0;
  bool is_cut = false;
  std::string hidden;  // the first hidden letters
};

// What a story looks things up in, and what it saw.
struct DocLibrary {
  DocBook& book;
  const DocDrawings& drawings;
  std::set<std::uint32_t> section_ends;  // characters after a section's last
  std::size_t most_text;                 // bytes of one paragraph or row
  DocLists lists;
  DocSeen seen;
};

class DocStory {
 public:
  // `part`: whose anchors hold here.
  DocStory(DocLibrary& library, DocPart part, DocxFlow& flow, int depth = 0);

  void read(DocRange range);

 private:
  void take(char16_t unit, const DocLook& look);
  bool take_mark(char16_t unit, const DocLook& look);
  void take_letter(char16_t unit, const DocLook& look);
  void take_picture(const DocLook& look);
  void take_drawn();
  void take_box(DocRange range);
  void count_changes(const DocLook& look);
  void append(std::string_view text, const DocLook& look);
  void begin_paragraph();
  void end_paragraph();
  void end_cell();
  void end_section_or_page();
  void hand_on();
  void finish();

  DocLibrary& library_;
  DocPart part_;
  DocxFlow& flow_;
  int depth_;
  DocFields fields_;
  DocRows rows_;
  std::vector<DocxBlock> blocks_;  // of the open cell
  DocxParagraph paragraph_;
  DocParagraphLook look_;  // of the open paragraph
  std::string number_;     // that stands before it
  bool is_open_ = false;   // a paragraph is
  bool was_changed_ = false;
  std::size_t held_ = 0;  // bytes of the open row
  std::uint32_t at_ = 0;  // the character
  char16_t lead_ = 0;     // the first half of a pair
};

}  // namespace biaoshen
