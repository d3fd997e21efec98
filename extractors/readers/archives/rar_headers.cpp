#include "extractors/readers/archives/rar_headers.h"

#include <string_view>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeader4 = 7, kLongestHeader = 64 << 10;
constexpr std::size_t kBlocksPerFile = 8;  // streams, rights and recovery data come in blocks

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  return number_at(bytes, at, count, ByteOrder::little);
}

// A block: where it is, what it says of itself, and how many bytes of data follow it.
struct Block {
  std::uint64_t type = 0, flags = 0, data = 0;
  std::string bytes;       // the header
  std::size_t fields = 0;  // in `bytes`: what its type has to say
  std::size_t extra = 0;   // likewise: the extra area (from 5)
  bool is_whole = false;
};

// Reads numbers of variable length one after the other; 0 past the end.
class Numbers {
 public:
  Numbers(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  std::uint64_t next() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; at_ < bytes_.size() && shift < 63; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) break;
    }
    return number;
  }
  std::size_t at() const { return at_; }

 private:
  std::string_view bytes_;
  std::size_t at_;
};

Block block4_at(const ByteSource& file, std::uint64_t at) {
  constexpr std::uint64_t kHasData = 0x8000, kIsLarge = 0x100, kFile = 0x74, kService = 0x7A;
  Block block;
  block.bytes = file.read(at, kHeader4);
  block.type = little(block.bytes, 2, 1), block.flags = little(block.bytes, 3, 2);
  const auto size = static_cast<std::size_t>(little(block.bytes, 5, 2));
  block.bytes = file.read(at, size);
  block.fields = kHeader4;
  const bool is_file = block.type == kFile || block.type == kService;
  if (is_file || (block.flags & kHasData) != 0) block.data = little(block.bytes, 7, 4);
  if (is_file && (block.flags & kIsLarge) != 0) block.data |= little(block.bytes, 32, 4) << 32;
  block.is_whole = size >= kHeader4 && block.bytes.size() == size;
  return block;
}

Block block5_at(const ByteSource& file, std::uint64_t at) {
  constexpr std::uint64_t kHasExtra = 1, kHasData = 2;
  constexpr std::size_t kLead = 4 + 3;  // checksum, size
  Block block;
  const std::string lead = file.read(at, kLead);
  Numbers size(lead, 4);
  const std::uint64_t counted = size.next();
  const std::uint64_t whole = size.at() + counted;
  if (whole > kLongestHeader || counted == 0) return block;
  const std::size_t begin = size.at();
  block.bytes = file.read(at, static_cast<std::size_t>(whole));
  Numbers numbers(block.bytes, begin);
  block.type = numbers.next(), block.flags = numbers.next();
  const std::uint64_t extra = (block.flags & kHasExtra) != 0 ? numbers.next() : 0;
  if ((block.flags & kHasData) != 0) block.data = numbers.next();
  block.fields = numbers.at();
  block.extra = block.bytes.size() - (extra < counted ? static_cast<std::size_t>(extra) : 0);
  block.is_whole = block.bytes.size() == whole;
  return block;
}

RarFile file4(const Block& block) {
  constexpr std::uint64_t kPassword = 4, kIsLarge = 0x100, kUnicode = 0x200;
  RarFile file;
  file.is_encrypted = (block.flags & kPassword) != 0;
  file.checksum = static_cast<std::uint32_t>(little(block.bytes, 16, 4));
  if ((block.flags & kUnicode) == 0) {
    const std::size_t at = (block.flags & kIsLarge) != 0 ? 40 : 32;
    file.name = slice(block.bytes, at, static_cast<std::size_t>(little(block.bytes, 26, 2)));
  }
  return file;
}

RarFile file5(const Block& block) {
  constexpr std::uint64_t kEncryption = 1, kHasTime = 2, kHasChecksum = 4;
  RarFile file;
  Numbers fields(block.bytes, block.fields);
  const std::uint64_t flags = fields.next();
  fields.next(), fields.next();  // unpacked size, attributes
  const std::size_t sum_at = fields.at() + ((flags & kHasTime) != 0 ? 4 : 0);
  if ((flags & kHasChecksum) != 0)
    file.checksum = static_cast<std::uint32_t>(little(block.bytes, sum_at, 4));
  for (std::size_t at = block.extra; at < block.bytes.size();) {
    Numbers numbers(block.bytes, at);
    const std::uint64_t size = numbers.next();
    const std::size_t begin = numbers.at();
    file.is_encrypted = file.is_encrypted || numbers.next() == kEncryption;
    if (size > block.bytes.size() - begin) break;
    at = begin + static_cast<std::size_t>(size);
  }
  return file;
}

// What the types and flags of one of the formats mean.
struct Format {
  std::string_view signature;
  Block (*block_at)(const ByteSource&, std::uint64_t);
  RarFile (*file)(const Block&);
  std::uint64_t main, file_type, end, encryption;  // types; the last 0 where there is none
  std::uint64_t headers_encrypted;                 // flag of the main block
};
constexpr Format kFormats[] = {
    {"Rar!\x1A\x07\x00"sv, block4_at, file4, 0x73, 0x74, 0x7B, 0, 0x80},
    {"Rar!\x1A\x07\x01\x00"sv, block5_at, file5, 1, 2, 5, 4, 0},
};

void walk(const ByteSource& file, std::uint64_t at, std::size_t most, const Format& format,
          RarHeaders& headers) {
  for (std::size_t i = 0; i < (most + 1) * kBlocksPerFile && at < file.size(); ++i) {
    const Block block = format.block_at(file, at);
    const std::uint64_t left = file.size() - at;
    headers.is_cut = !block.is_whole || block.data > left - block.bytes.size();
    if (!block.is_whole) return;
    if (block.type == format.main) {
      const std::uint64_t flags =
          format.encryption == 0 ? block.flags : Numbers(block.bytes, block.fields).next();
      headers.is_volume = (flags & 1) != 0;
      headers.is_encrypted = (flags & format.headers_encrypted) != 0;
    } else if (block.type == format.encryption) {
      headers.is_encrypted = true;
    } else if (block.type == format.file_type) {
      headers.files.push_back(format.file(block));
    }
    const bool is_end = block.type == format.end || headers.is_encrypted;
    if (is_end || headers.is_cut || headers.files.size() >= most) return;
    at += block.bytes.size() + block.data;
  }
  // Archives from 5 on have an end block, always; older ones may do without.
  headers.is_cut = headers.is_cut || (format.encryption != 0 && at >= file.size());
}

}  // namespace

RarHeaders read_rar_headers(const ByteSource& file, std::uint64_t start, std::size_t most) {
  RarHeaders headers;
  for (const Format& format : kFormats) {
    if (file.read(start, format.signature.size()) == format.signature)
      walk(file, start + format.signature.size(), most, format, headers);
  }
  return headers;
}

}  // namespace biaoshen
