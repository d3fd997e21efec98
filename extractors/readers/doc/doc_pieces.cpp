#include "extractors/readers/doc/doc_pieces.h"

#include <algorithm>
#include <array>

#include "extractors/readers/byte_source.h"

namespace biaoshen {
namespace {

constexpr std::size_t kDescriptor = 8;
constexpr std::uint32_t kIsLatin = 0x40000000;
constexpr char kChanges = 1, kPieces = 2;

// What differs from ISO 8859-1 in code page 1252.
constexpr std::array<char16_t, 32> kLatinSigns = {
    u'\u20AC', u'\u0081', u'\u201A', u'\u0192', u'\u201E', u'\u2026', u'\u2020', u'\u2021',
    u'\u02C6', u'\u2030', u'\u0160', u'\u2039', u'\u0152', u'\u008D', u'\u017D', u'\u008F',
    u'\u0090', u'\u2018', u'\u2019', u'\u201C', u'\u201D', u'\u2022', u'\u2013', u'\u2014',
    u'\u02DC', u'\u2122', u'\u0161', u'\u203A', u'\u0153', u'\u009D', u'\u017E', u'\u0178'};

// The one change that fits into a piece's own word, by its short code.
struct ShortChange {
  std::uint8_t code;
  std::array<char, 2> change;
};
constexpr ShortChange kShortChanges[] = {
    {0x09, {'\x07', '\x24'}}, {0x18, {'\x16', '\x24'}}, {0x19, {'\x17', '\x24'}},
    {0x41, {'\x00', '\x08'}}, {0x42, {'\x01', '\x08'}}, {0x5C, {'\x3C', '\x08'}},
};

std::string changes_of(std::uint16_t word, const std::vector<std::string_view>& lists) {
  if ((word & 1) != 0) {
    const std::size_t index = word >> 1;
    return index < lists.size() ? std::string(lists[index]) : std::string();
  }
  for (const ShortChange& known : kShortChanges) {
    if (known.code == ((word >> 1) & 0x7F))
      return {known.change[0], known.change[1], static_cast<char>(word >> 8)};
  }
  return {};
}

}  // namespace

char16_t from_latin(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kLatinSigns[byte - 0x80u] : byte;
}

DocPieces::DocPieces(std::string_view table) {
  std::vector<std::string_view> changes;
  while (table.size() > 3 && table[0] == kChanges) {
    const std::size_t size = number_at(table, 1, 2, ByteOrder::little);
    changes.push_back(slice(table, 3, size));
    table.remove_prefix(std::min(table.size(), 3 + size));
  }
  if (table.size() < 5 || table[0] != kPieces) return;
  const std::size_t size = number_at(table, 1, 4, ByteOrder::little);
  take_pieces(table.substr(5, size), changes);
}

// One number more than there are pieces, then a descriptor for each.
void DocPieces::take_pieces(std::string_view list, const std::vector<std::string_view>& changes) {
  if (list.size() < 4) return;
  const std::size_t count = (list.size() - 4) / (4 + kDescriptor);
  const auto number = [&](std::size_t at, std::size_t bytes) {
    return static_cast<std::uint32_t>(number_at(list, at, bytes, ByteOrder::little));
  };
  for (std::size_t i = 0; i < count; ++i) {
    DocPiece piece;
    piece.range = {number(i * 4, 4), number(i * 4 + 4, 4)};
    const std::uint32_t goes_on = pieces_.empty() ? 0 : pieces_.back().range.last;
    if (piece.range.first != goes_on || piece.range.last < piece.range.first) return;
    const std::size_t descriptor = (count + 1) * 4 + i * kDescriptor;
    const std::uint32_t place = number(descriptor + 2, 4);
    if ((place & kIsLatin) != 0) piece.width = 1;
    piece.at = (place & kIsLatin) != 0 ? (place & ~kIsLatin) / 2 : place;
    piece.changes = changes_of(static_cast<std::uint16_t>(number(descriptor + 6, 2)), changes);
    pieces_.push_back(std::move(piece));
  }
}

const DocPiece* DocPieces::at(std::uint32_t character) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), character,
      [](std::uint32_t cp, const DocPiece& piece) { return cp < piece.range.last; });
  return after != pieces_.end() && after->range.first <= character ? &*after : nullptr;
}

}  // namespace biaoshen
