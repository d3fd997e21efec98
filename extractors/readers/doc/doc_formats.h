// Which changes of looks hold at a byte of a Word 97–2003 file's text: two lists of pages of 512
// bytes, one for letters, one for paragraphs.
//
//   page   n+1 places in the main stream | n entries that say where on the page their changes are
//          | … | n
//
// It keeps one page at a time and refuses entries that point out of it.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

enum class DocFormatOf : std::uint8_t { letters, paragraphs };

struct DocFormat {
  std::uint64_t begin = 0, end = 0;  // bytes that it holds for; none where nothing is known
  std::uint16_t style = 0;           // of paragraphs
  std::string changes;
};

class DocFormats {
 public:
  // `table` lists the pages of `main`.
  DocFormats(const ByteSource& main, std::string_view table, DocFormatOf of);

  const DocFormat& at(std::uint64_t byte);

 private:
  void load(std::size_t page);
  DocFormat entry(std::size_t index, std::size_t count) const;

  const ByteSource& main_;
  DocFormatOf of_;
  std::vector<std::uint64_t> begins_;  // of the pages, and the end
  std::vector<std::uint32_t> pages_;
  std::size_t loaded_;  // index of the page that is kept
  std::string page_;
  DocFormat format_;  // that was asked for last
};

}  // namespace biaoshen
