// Where the characters of a Word 97–2003 file stand: the piece table. A fast save leaves old text
// where it was and only lists the pieces anew, so their order is not that of the bytes.
//
// A piece has characters of 16 bits, or of 8 bits where all of it is Latin (code page 1252).
//
// It refuses pieces that do not go on where the one before ended.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/doc/doc_header.h"

namespace biaoshen {

struct DocPiece {
  DocRange range;
  std::uint64_t at = 0;    // byte of the main stream
  std::uint8_t width = 2;  // bytes of a character
  std::string changes;     // of all its letters and paragraphs, over their own

  std::uint64_t byte_of(std::uint32_t character) const {
    return at + std::uint64_t{character - range.first} * width;
  }
};

class DocPieces {
 public:
  // `table` is the area of the pieces.
  explicit DocPieces(std::string_view table);

  bool is_empty() const { return pieces_.empty(); }
  // The piece that holds the character, or null.
  const DocPiece* at(std::uint32_t character) const;

 private:
  void take_pieces(std::string_view list, const std::vector<std::string_view>& changes);

  std::vector<DocPiece> pieces_;
};

// A character of 8 bits.
char16_t from_latin(unsigned char byte);

}  // namespace biaoshen
