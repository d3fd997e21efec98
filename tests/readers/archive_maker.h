// Makes small archives in memory: with libarchive where it can write the format, and byte by byte
// where no library would write what a test needs (names in GBK, lies about sizes, RAR).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace biaoshen {

std::uint32_t crc32_of(std::string_view bytes);

// A ZIP entry with everything that may be wrong with it. Its data are put there as they are.
struct ZipEntry {
  std::string name{}, data{};
  std::uint32_t flags = 0, method = 0;
  std::string header_name = "=";  // in the entry's own header; "=": the same
  std::int64_t stated_size = -1;  // -1: the true one
  std::uint32_t wrong = 0;        // added to the checksum
  std::uint32_t mode = 0100644;   // of Unix
  int shares = -1;                // has the header and data of this entry
  std::string extra{};            // extra fields
  std::string plain{};            // what the data are when unpacked; empty: the same
};
std::string zip_bytes(const std::vector<ZipEntry>& entries, std::string_view before = "");

// An entry of a tar or 7z; `kind` as in stat(2).
struct TarEntry {
  std::string name{}, data{};
  std::uint32_t kind = 0100000;
};
// `format`: ustar, pax, 7zip, raw. `filter`: none, gzip, bzip2, xz, zstd, lz4.
std::string archive_bytes(const std::string& format, const std::string& filter,
                          const std::vector<TarEntry>& entries);

struct RarEntry {
  std::string name{}, data{};
  bool is_encrypted = false;
  std::uint32_t wrong = 0;  // added to the checksum
};
enum class RarFlag : std::uint8_t { none, volume, encrypted_headers };
std::string rar4_bytes(const std::vector<RarEntry>& entries, RarFlag flag = RarFlag::none);
std::string rar5_bytes(const std::vector<RarEntry>& entries, RarFlag flag = RarFlag::none);

}  // namespace biaoshen
