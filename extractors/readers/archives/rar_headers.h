// What the headers of a RAR archive say about it, of both its formats (to version 4, from 5).
// Exists because libarchive reads on over things that people must be told: that files are encrypted
// (from 5), that the archive is one volume of several, that it was cut off, that a checksum is
// wrong. And it turns the byte 0x5C into '/' before anybody knows that the name is in GBK, where it
// is half a letter.
//
//   to 4    "Rar!" 1A 07 00      block := crc:2 type:1 flags:2 size:2 [added:4] … data[added]
//   from 5  "Rar!" 1A 07 01 00   block := crc:4 size:v type:v flags:v [extra:v] [data:v] …
//                                v: seven bits a byte, the lowest first, the high bit says "more"
//
// It refuses to unpack anything.
// Tested by tests/readers/archive_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractors/readers/byte_source.h"

namespace biaoshen {

struct RarFile {
  bool is_encrypted = false;
  std::string name;  // raw bytes, where the archive does not have it in Unicode
  std::optional<std::uint32_t> checksum;  // CRC-32 of the unpacked bytes
};

struct RarHeaders {
  bool is_volume = false;
  bool is_encrypted = false;   // the headers themselves: nothing follows
  bool is_cut = false;         // a header or its data go beyond the end of the file
  std::vector<RarFile> files;  // folders as well, in their order
};

// The archive begins at `start` of the file. At most `most` files are looked at.
RarHeaders read_rar_headers(const ByteSource& file, std::uint64_t start, std::size_t most);

}  // namespace biaoshen
