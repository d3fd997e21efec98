#include "extractors/readers/compound_file.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;           // name[64] namelength:u16 …
constexpr std::size_t kMostSectors = 64;      // of the directory
constexpr std::size_t kListedInHeader = 109;  // sectors of the allocation table
constexpr std::uint64_t kLastSector = 0xFFFFFFFA;

std::uint64_t u32(std::string_view bytes, std::size_t at) {
  return number_at(bytes, at, 4, ByteOrder::little);
}

// The sector after `sector`, by the allocation table; an end mark where it is not to be had.
std::uint64_t next_sector(const ByteSource& bytes, std::string_view header, std::uint64_t sector,
                          std::uint64_t sector_size) {
  const std::uint64_t a_table = sector_size / 4;
  const std::uint64_t table = sector / a_table;
  if (table >= kListedInHeader) return kLastSector;
  const std::uint64_t table_sector = u32(header, 76 + static_cast<std::size_t>(table) * 4);
  const std::string next = bytes.read((table_sector + 1) * sector_size + sector % a_table * 4, 4);
  return next.size() == 4 ? u32(next, 0) : kLastSector;
}

std::string entry_name(std::string_view entry) {
  const std::size_t length = std::min<std::size_t>(number_at(entry, 64, 2, ByteOrder::little), 64);
  std::string name;
  for (std::size_t i = 0; i + 2 < length; i += 2) {  // without the zero at its end
    append_utf8(name, static_cast<char32_t>(number_at(entry, i, 2, ByteOrder::little)));
  }
  return name;
}

}  // namespace

bool is_compound_file(std::string_view beginning) {
  return beginning.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

std::vector<std::string> compound_names(const ByteSource& bytes) {
  std::vector<std::string> names;
  const std::string header = bytes.read(0, kHeader);
  if (header.size() < kHeader || !is_compound_file(header)) return names;
  const std::uint64_t shift = number_at(header, 30, 2, ByteOrder::little);
  if (shift != 9 && shift != 12) return names;
  const std::uint64_t sector_size = 1ull << shift;
  std::uint64_t sector = u32(header, 48);
  for (std::size_t i = 0; i < kMostSectors && sector < kLastSector; ++i) {
    const std::string entries =
        bytes.read((sector + 1) * sector_size, static_cast<std::size_t>(sector_size));
    for (std::size_t at = 0; at + kEntry <= entries.size(); at += kEntry) {
      names.push_back(entry_name(std::string_view(entries).substr(at, kEntry)));
    }
    sector = next_sector(bytes, header, sector, sector_size);
  }
  return names;
}

}  // namespace biaoshen
