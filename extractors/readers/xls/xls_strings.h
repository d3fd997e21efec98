// Texts in records of Excel 5–2003 workbooks. From Excel 97 on a text is
//
//   letters:u16 flags:u8 [runs:u16] [more:u32] letters [runs * 4 bytes] [more bytes]
//
// with letters of 8 or 16 bits. It may go on in the next record anywhere; where it does among its
// letters, these begin with flags again. Before, a text is bytes in the code page of the workbook.
//
// It refuses to read past the records: what is left of a text is what was there.
// Tested by tests/readers/xls_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

// Reads on through the bodies of records.
class XlsTexts {
 public:
  XlsTexts(std::string first, std::vector<std::string> more);

  bool is_over();  // nothing is left
  std::uint32_t number(std::size_t bytes);
  std::string text();  // with its head
  // Letters behind a head: `flags` says how wide they are.
  std::string letters(std::size_t count, std::uint32_t flags);
  void skip(std::uint64_t bytes);

 private:
  std::vector<std::string> bodies_;
  std::size_t body_ = 0, at_ = 0;
};

}  // namespace biaoshen
