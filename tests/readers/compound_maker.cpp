#include "tests/readers/compound_maker.h"

#include <cstdint>

#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

constexpr std::size_t kSector = 512, kSmallSector = 64, kSmallLimit = 4096;
constexpr std::uint32_t kChainEnd = 0xFFFFFFFE, kFree = 0xFFFFFFFF, kTable = 0xFFFFFFFD;

std::size_t sectors_for(std::size_t bytes, std::size_t size) {
  return (bytes + size - 1) / size;
}

// Sectors one after the other; returns the first, or an end mark where there are none.
std::uint32_t chain(std::vector<std::uint32_t>& table, std::size_t count) {
  if (count == 0) return kChainEnd;
  const auto first = static_cast<std::uint32_t>(table.size());
  for (std::size_t i = 1; i < count; ++i) table.push_back(static_cast<std::uint32_t>(first + i));
  table.push_back(kChainEnd);
  return first;
}

std::string padded(std::string bytes, std::size_t size) {
  bytes.resize(sectors_for(bytes.size(), size) * size, '\0');
  return bytes;
}

std::string table_bytes(const std::vector<std::uint32_t>& table) {
  std::string bytes;
  for (const std::uint32_t number : table) bytes += little(number, 4);
  bytes.resize(sectors_for(bytes.size(), kSector) * kSector, '\xFF');
  return bytes;
}

// Siblings hang on one another to the right; the root's child is the first.
std::string directory_entry(const std::string& name, char kind, std::uint32_t right,
                            std::uint32_t child, std::uint32_t first, std::size_t size) {
  std::string bytes;
  for (const char c : name) bytes += {c, '\0'};
  bytes.resize(64, '\0');
  bytes += little(name.size() * 2 + 2, 2) + kind + '\1' + little(kFree, 4) + little(right, 4) +
           little(child, 4);
  bytes.resize(116, '\0');
  return bytes + little(first, 4) + little(size, 8);
}

}  // namespace

std::string compound_file_of(const Streams& streams) {
  std::string small, large, entries;
  std::vector<std::uint32_t> small_table;
  std::size_t large_sectors = 0;
  for (const auto& [name, bytes] : streams) {
    if (bytes.size() < kSmallLimit) {
      small += padded(bytes, kSmallSector);
    } else {
      large_sectors += sectors_for(bytes.size(), kSector);
    }
  }
  const std::size_t small_sectors = sectors_for(small.size(), kSector);
  const std::size_t directory_sectors = sectors_for((streams.size() + 1) * 128, kSector);
  const std::size_t list_sectors = sectors_for(small.size() / kSmallSector * 4, kSector);
  const std::size_t others = small_sectors + directory_sectors + list_sectors + large_sectors;
  const std::size_t table_sectors = sectors_for(others * 4 + others / 16, kSector) + 1;

  std::vector<std::uint32_t> table(table_sectors, kTable);
  const std::uint32_t directory = chain(table, directory_sectors);
  const std::uint32_t list = chain(table, list_sectors);
  const std::uint32_t small_first = chain(table, small_sectors);
  std::uint32_t index = 1;
  for (const auto& [name, bytes] : streams) {
    const bool is_small = bytes.size() < kSmallLimit;
    const std::uint32_t first = is_small
                                    ? chain(small_table, sectors_for(bytes.size(), kSmallSector))
                                    : chain(table, sectors_for(bytes.size(), kSector));
    if (!is_small) large += padded(bytes, kSector);
    const std::uint32_t right = index < streams.size() ? index + 1 : kFree;
    entries += directory_entry(name, '\2', right, kFree, first, bytes.size());
    ++index;
  }
  entries = directory_entry("Root Entry", '\5', kFree, streams.empty() ? kFree : 1, small_first,
                            small.size()) +
            entries;

  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
  header += little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) + little(6, 2);
  header.resize(44, '\0');
  header += little(table_sectors, 4) + little(directory, 4) + little(0, 4) +
            little(kSmallLimit, 4) + little(list, 4) + little(list_sectors, 4) +
            little(kChainEnd, 4) + little(0, 4);
  for (std::uint32_t i = 0; i < 109; ++i) header += little(i < table_sectors ? i : kFree, 4);
  std::string made = header + table_bytes(table);
  made.resize(kSector + table_sectors * kSector, '\xFF');
  return made + padded(entries, kSector) + (list_sectors > 0 ? table_bytes(small_table) : "") +
         padded(small, kSector) + large;
}

}  // namespace biaoshen
