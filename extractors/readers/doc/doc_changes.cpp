#include "extractors/readers/doc/doc_changes.h"

namespace biaoshen {
namespace {

constexpr std::uint16_t kTabStops = 0xC615;

// Tab stops that do not fit a byte's count are counted themselves: removed ones, then added ones.
std::size_t tab_stops_size(std::string_view rest) {
  const std::size_t removed = number_at(rest, 1, 1, ByteOrder::little);
  const std::size_t added = number_at(rest, 2 + 4 * removed, 1, ByteOrder::little);
  return 3 + 4 * removed + 3 * added;
}

}  // namespace

std::size_t operand_size(std::uint16_t code, std::string_view rest) {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 3:
      return 4;
    case 6:
      if (code == doc_change::kCells) return 1 + number_at(rest, 0, 2, ByteOrder::little);
      if (code == kTabStops && rest.starts_with('\xFF')) return tab_stops_size(rest);
      return 1 + number_at(rest, 0, 1, ByteOrder::little);
    case 7:
      return 3;
    default:
      return 2;
  }
}

}  // namespace biaoshen
