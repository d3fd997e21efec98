// What a Word 97–2003 file's text is looked up in: its streams, the piece table, the looks of
// letters and paragraphs, the fonts. Loaded once, read by every story.
//
// It refuses tables over a limit: such a file is damaged or wants to harm.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extractors/readers/doc/doc_formats.h"
#include "extractors/readers/doc/doc_header.h"
#include "extractors/readers/doc/doc_looks.h"
#include "extractors/readers/doc/doc_pieces.h"
#include "extractors/readers/office/compound_file.h"

namespace biaoshen {

// Characters that look alike in all respects, and belong to one paragraph.
struct DocRun {
  std::u16string text;
  std::uint64_t at = 0;    // byte of the first one
  std::uint8_t width = 2;  // bytes of each
  DocLook look;
};

class DocBook {
 public:
  // `header` is of a Word 97 file that is not encrypted; `main` its stream.
  DocBook(const CompoundFile& file, const ByteSource& main, DocHeader header);

  bool has_text() const { return !pieces_.is_empty(); }
  const DocHeader& header() const { return header_; }
  const ByteSource& main() const { return main_; }
  const ByteSource* data() const { return data_.get(); }  // null where there is none
  std::string table(DocTable table) const;
  // With what stands behind it.
  std::string table_and_more(DocTable table, std::size_t most) const;

  // What stands from character `first` on, before `last`; no text where there is nothing.
  DocRun run(std::uint32_t first, std::uint32_t last);
  // Of the paragraph that the character belongs to.
  DocParagraphLook paragraph(std::uint32_t character);
  std::string font(std::uint16_t index) const;

 private:
  const DocLook& letters_of(std::uint16_t style);
  void read_fonts();

  const ByteSource& main_;
  DocHeader header_;
  std::unique_ptr<ByteSource> tables_, data_;
  DocPieces pieces_;
  DocFormats letters_, paragraphs_;
  DocStyles styles_;
  std::map<std::uint16_t, DocLook> looks_;  // by style
  std::vector<std::string> fonts_;
};

}  // namespace biaoshen
