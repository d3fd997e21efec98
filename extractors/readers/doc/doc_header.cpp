#include "extractors/readers/doc/doc_header.h"

#include <algorithm>

namespace biaoshen {
namespace {

constexpr std::size_t kBase = 32;
constexpr std::size_t kFirstLength = 12;  // of the numbers of 32 bits, in bytes
constexpr std::size_t kMostHeader = 4096;
constexpr std::size_t kMostAreas = 256;
constexpr std::uint64_t kWord97 = 0xC1;
constexpr std::uint32_t kMostCharacters = 1u << 29;

}  // namespace

DocRange DocHeader::range(DocPart part) const {
  std::uint64_t first = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(part); ++i) first += lengths[i];
  const std::uint64_t last = first + lengths[static_cast<std::size_t>(part)];
  return {static_cast<std::uint32_t>(std::min<std::uint64_t>(first, kMostCharacters)),
          static_cast<std::uint32_t>(std::min<std::uint64_t>(last, kMostCharacters))};
}

DocHeader::Area DocHeader::area(DocTable table) const {
  const auto index = static_cast<std::size_t>(table);
  return index < areas.size() ? areas[index] : Area{};
}

std::optional<DocHeader> read_doc_header(const ByteSource& main) {
  const std::string bytes = main.read(0, kMostHeader);
  const auto u16 = [&](std::size_t at) {
    return static_cast<std::uint16_t>(number_at(bytes, at, 2, ByteOrder::little));
  };
  const auto u32 = [&](std::size_t at) {
    return static_cast<std::uint32_t>(number_at(bytes, at, 4, ByteOrder::little));
  };
  const std::uint16_t mark = u16(0);
  if (bytes.size() < kBase || (mark != 0xA5EC && mark != 0xA5DC)) return std::nullopt;
  DocHeader header;
  const std::uint16_t flags = u16(10);
  header.is_word_97 = u16(2) >= kWord97;
  header.is_encrypted = (flags & 0x0100) != 0;
  header.is_fast_saved = (flags & 0x0004) != 0;
  header.table_stream = (flags & 0x0200) != 0 ? "1Table" : "0Table";
  header.language = u16(6);
  header.old_text = {u32(24), u32(28)};
  if (!header.is_word_97) return header;

  std::size_t at = kBase;
  at += 2 + u16(at) * std::size_t{2};
  const std::size_t lengths = at + 2;
  at = lengths + u16(at) * std::size_t{4};
  for (std::size_t i = 0; i < kDocParts; ++i)
    header.lengths[i] = u32(lengths + kFirstLength + i * 4);
  const std::size_t count = std::min<std::size_t>(u16(at), kMostAreas);
  for (std::size_t i = 0; i < count; ++i)
    header.areas.push_back({u32(at + 2 + i * 8), u32(at + 6 + i * 8)});
  if (header.area(DocTable::pieces).size == 0) return std::nullopt;
  return header;
}

}  // namespace biaoshen
