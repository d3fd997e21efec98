// The beginning of a Word 97–2003 file (FIB): which of its streams holds the tables, how long each
// story of the text is, and where each table lies.
//
//   base (32 bytes) | count, numbers of 16 bits | count, numbers of 32 bits | count, areas
//
// It refuses to guess: a header that is too short, or of Word 6 and 95, says so by its version.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

// The stories stand one after the other in the text, in this order.
enum class DocPart : std::uint8_t {
  main,
  footnotes,
  headers,
  macros,
  comments,
  endnotes,
  text_boxes,
  header_text_boxes,
};
constexpr std::size_t kDocParts = 8;

// Tables by their number in the header.
enum class DocTable : std::uint8_t {
  styles = 1,
  comment_marks = 4,
  sections = 6,
  headers = 11,
  letter_pages = 12,
  paragraph_pages = 13,
  fonts = 15,
  pieces = 33,
  anchors = 40,
  header_anchors = 41,
  drawings = 50,
  text_boxes = 56,
  header_text_boxes = 58,
  lists = 73,
  list_overrides = 74,
};

struct DocRange {  // characters of the text
  std::uint32_t first = 0, last = 0;
};

struct DocHeader {
  bool is_word_97 = false;  // or later; else nothing but what follows up to `old_text` is known
  bool is_encrypted = false, is_fast_saved = false;
  std::uint16_t language = 0;
  DocRange old_text;  // bytes of the text of Word 6 and 95
  std::string table_stream;
  std::array<std::uint32_t, kDocParts> lengths{};
  struct Area {
    std::uint32_t at = 0, size = 0;
  };
  std::vector<Area> areas;

  DocRange range(DocPart part) const;
  Area area(DocTable table) const;
};

// Nothing where it is no header of Word.
std::optional<DocHeader> read_doc_header(const ByteSource& main);

}  // namespace biaoshen
