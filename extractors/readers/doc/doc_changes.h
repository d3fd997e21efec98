// The changes of looks that a Word 97–2003 file lists for letters, paragraphs, rows and
// sections: a code of 16 bits, then an operand whose length the code tells.
//
//   0x2416 01        the paragraph is in a table
//   0x4A43 15 00     letters of 10.5 points
//   0xD608 1F 00 …   a list: its length first
//
// It refuses operands that are longer than the list: the rest is left out.
// Tested by tests/readers/doc_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

namespace doc_change {
// letters
constexpr std::uint16_t kRemoved = 0x0800, kInserted = 0x0801, kIsData = 0x0806, kHidden = 0x083C,
                        kIsSpecial = 0x0855, kIsEmbedded = 0x080A, kSize = 0x4A43,
                        kLetterStyle = 0x4A30, kFont = 0x4A4F, kPicture = 0x6A03, kSymbol = 0x6A09;
// paragraphs
constexpr std::uint16_t kParagraphStyle = 0x4600, kInTable = 0x2416, kEndsRow = 0x2417,
                        kBreakBefore = 0x2407, kElsewhere = 0x6646, kElsewhereOld = 0x6645,
                        kLevel = 0x260A, kList = 0x460B;
// rows
constexpr std::uint16_t kCells = 0xD608;
// sections
constexpr std::uint16_t kSectionBegins = 0x3009, kPageWidth = 0xB01F, kPageHeight = 0xB020;
}  // namespace doc_change

// The number that the operand's first `count` bytes are.
inline std::uint32_t operand_number(std::string_view operand, std::size_t count) {
  return static_cast<std::uint32_t>(number_at(operand, 0, count, ByteOrder::little));
}

// Bytes of the operand of `code` that begins `rest`, its own length included.
std::size_t operand_size(std::uint16_t code, std::string_view rest);

// Shows `visit` each code with its operand.
template <typename Visit>
void each_change(std::string_view list, const Visit& visit) {
  while (list.size() > 2) {
    const auto code = static_cast<std::uint16_t>(number_at(list, 0, 2, ByteOrder::little));
    list.remove_prefix(2);
    const std::size_t size = operand_size(code, list);
    if (size > list.size()) return;
    visit(code, list.substr(0, size));
    list.remove_prefix(size);
  }
}

}  // namespace biaoshen
