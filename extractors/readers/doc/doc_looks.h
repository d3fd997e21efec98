// How letters and paragraphs of a Word 97–2003 file look, as far as a reader must know: whether
// they are content at all, whether a table holds them, how large they are. From the style sheet,
// with the changes at the place on top.
//
// It refuses everything else a style may say, and styles that are based on one another in a ring.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

struct DocLook {
  float size = 10;  // points
  bool is_hidden = false, is_removed = false, is_inserted = false;
  bool is_special = false, is_data = false, is_embedded = false;
  bool has_picture = false;
  std::uint32_t picture = 0;  // byte of the data stream
  std::uint16_t font = 0;
  std::uint16_t symbol = 0, symbol_font = 0;  // a letter of a symbol font; 0: none
};

struct DocParagraphLook {
  std::uint16_t style = 0;
  std::uint16_t list = 0;  // 0: none
  std::uint8_t level = 0;  // of it
  bool in_table = false, ends_row = false, breaks_before = false;
  std::string cells;  // of the row that it ends: its list, without the length
};

class DocStyles {
 public:
  explicit DocStyles(std::string_view table);

  DocLook letters(std::uint16_t style) const;  // of a paragraph's style
  DocParagraphLook paragraph(std::uint16_t style) const;

  void change(std::string_view changes, DocLook& look) const;

 private:
  struct Style {
    std::uint16_t base = 0;
    std::string letters, paragraph;
  };
  static Style parsed(std::string_view style, std::size_t fixed);
  // A style with those that it is based on, the deepest first.
  std::vector<const Style*> line_of(std::uint16_t style) const;

  std::vector<Style> styles_;
};

// `data` holds changes that are too long for their place; may be null.
void change(std::string_view changes, const ByteSource* data, DocParagraphLook& look);

}  // namespace biaoshen
