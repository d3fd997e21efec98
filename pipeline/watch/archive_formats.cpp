#include "pipeline/watch/archive_formats.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0 && at + i < bytes.size();)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool is_zero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

// --- zip: end record, before it for large archives another one, both after the directory ---

bool is_end_record(const ArchiveBytes& file, std::uint64_t at) {
  constexpr std::size_t kEnd = 22, kLocator = 20, kEnd64 = 56;
  const std::string end = file.read(at, kEnd);
  if (at + kEnd + little(end, 20, 2) > file.size()) return false;  // its comment is to come
  if (little(end, 4, 2) != 0) return true;  // the last of several volumes; the others are elsewhere
  std::uint64_t count = little(end, 10, 2), size = little(end, 12, 4), begin = little(end, 16, 4);
  const std::string locator = at < kLocator ? "" : file.read(at - kLocator, kLocator);
  if (locator.starts_with("PK\6\7"sv)) {
    const std::string end64 = file.read(little(locator, 8, 8), kEnd64);
    if (!end64.starts_with("PK\6\6"sv)) return false;
    count = little(end64, 32, 8), size = little(end64, 40, 8), begin = little(end64, 48, 8);
  }
  if (begin > at || size > at - begin) return false;
  return count == 0 || file.read(begin, 4) == "PK\1\2"sv;
}

bool zip_has_end(const ArchiveBytes& file) {
  constexpr std::size_t kEnd = 22, kComment = 0xFFFF;
  const std::string tail = file.tail(kEnd + kComment);
  const std::uint64_t begin = file.size() - tail.size();
  for (std::size_t at = tail.size(); (at = tail.rfind("PK\5\6"sv, at)) != std::string::npos; --at) {
    if (at + kEnd <= tail.size() && is_end_record(file, begin + at)) return true;
    if (at == 0) break;
  }
  return false;
}

// --- 7z: the first header is written last, and says where the other one is ---

bool seven_has_end(const ArchiveBytes& file) {
  constexpr std::size_t kHeader = 32, kMostToCheck = 1 << 20;
  const std::string start = file.read(0, kHeader);
  if (start.size() < kHeader || crc32(std::string_view(start).substr(12)) != little(start, 8, 4))
    return false;
  const std::uint64_t offset = little(start, 12, 8), size = little(start, 20, 8);
  const std::uint64_t room = file.size() - kHeader;
  if (offset > room || size > room - offset) return false;
  if (size > kMostToCheck) return !is_zero(file.read(kHeader + offset, 1));
  return crc32(file.read(kHeader + offset, static_cast<std::size_t>(size))) == little(start, 28, 4);
}

// --- rar: blocks, the last of them an end block ---

bool rar4_has_end(const ArchiveBytes& file) {
  constexpr unsigned kMain = 0x73, kFile = 0x74, kEnd = 0x7B;
  constexpr unsigned kHasData = 0x8000, kIsLarge = 0x100, kIsEncrypted = 0x80;
  std::uint64_t at = 7;
  while (file.may_read()) {
    const std::string head = file.read(at, 36);
    const std::uint64_t type = little(head, 2, 1), flags = little(head, 3, 2);
    const std::uint64_t size = little(head, 5, 2);
    if (size < 7 || at + size > file.size()) return false;
    if (type == kEnd || (type == kMain && (flags & kIsEncrypted))) return true;
    std::uint64_t data = flags & kHasData ? little(head, 7, 4) : 0;
    if (type == kFile && (flags & kIsLarge)) data |= little(head, 32, 4) << 32;
    if (data > file.size()) return false;
    at += size + data;
  }
  return true;
}

// A number of 7 bits a byte; `at` moves past it.
std::optional<std::uint64_t> variable(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 63 && at < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (!(byte & 0x80)) return value;
  }
  return std::nullopt;
}

bool rar5_has_end(const ArchiveBytes& file) {
  constexpr std::uint64_t kEncryption = 4, kEnd = 5, kHasExtra = 1, kHasData = 2;
  std::uint64_t at = 8;
  while (file.may_read()) {
    const std::string head = file.read(at, 48);
    std::size_t next = 4;  // past the checksum
    const auto size = variable(head, next);
    const std::uint64_t begin = at + next;
    const auto type = variable(head, next), flags = variable(head, next);
    if (!size || !type || !flags || *size == 0 || *size > file.size() ||
        begin + *size > file.size())
      return false;
    if (*type == kEnd || *type == kEncryption) return true;
    if (*flags & kHasExtra) variable(head, next);
    const auto data = *flags & kHasData ? variable(head, next) : 0;
    if (!data || *data > file.size()) return false;
    at = begin + *size + *data;
  }
  return true;
}

// --- tar: headers with sizes, then two empty ones ---

std::uint64_t tar_size(std::string_view field) {
  std::uint64_t value = 0;
  if (static_cast<unsigned char>(field.front()) & 0x80) {  // a large file: a plain number
    for (const char c : field.substr(4)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  for (const char c : field)
    if (c >= '0' && c <= '7') value = value * 8 + static_cast<std::uint64_t>(c - '0');
  return value;
}

bool tar_has_end(const ArchiveBytes& file) {
  constexpr std::size_t kBlock = 512;
  std::uint64_t at = 0;
  while (file.may_read()) {
    const std::string head = file.read(at, kBlock);
    if (head.size() < kBlock) return false;
    if (is_zero(head)) {
      const std::string second = file.read(at + kBlock, kBlock);
      return second.size() == kBlock && is_zero(second);
    }
    const std::uint64_t size = tar_size(std::string_view(head).substr(124, 12));
    if (size > file.size()) return false;
    at += kBlock + (size + kBlock - 1) / kBlock * kBlock;
  }
  return true;
}

// --- one packed stream ---

bool gz_has_end(const ArchiveBytes& file) {
  return file.size() >= 18 && !is_zero(file.tail(8));
}

bool xz_has_end(const ArchiveBytes& file) {
  const std::string head = file.read(0, 8), foot = file.tail(12);
  return file.size() >= 24 && foot.ends_with("YZ") && foot.substr(8, 2) == head.substr(6, 2) &&
         crc32(std::string_view(foot).substr(4, 6)) == little(foot, 0, 4);
}

// Its end is not at a whole byte: 48 bits of a mark, 32 of a checksum, up to 7 to fill the byte.
bool bz2_has_end(const ArchiveBytes& file) {
  constexpr std::uint64_t kMark = 0x177245385090, kMask = (std::uint64_t{1} << 48) - 1;
  if (!file.read(4, 6).starts_with("1AY&SY")) return true;  // a text that begins with BZh
  const std::string tail = file.tail(11);
  if (tail.size() < 11) return false;
  std::uint64_t bits = 0;  // the first 7 bytes: 48 bits of the mark and up to 8 beside them
  for (const char c : tail.substr(0, 7)) bits = bits << 8 | static_cast<unsigned char>(c);
  for (int filled = 0; filled < 8; ++filled)
    if ((bits >> filled & kMask) == kMark) return true;
  return false;
}

bool zst_has_end(const ArchiveBytes& file) {
  const std::string head = file.read(0, 5);
  const auto flags = static_cast<std::uint64_t>(little(head, 4, 1));
  const bool is_single = flags & 0x20, has_checksum = flags & 4;
  constexpr std::array<std::uint64_t, 4> kDictionary = {0, 1, 2, 4}, kContent = {0, 2, 4, 8};
  const std::uint64_t content = flags >> 6 == 0 && is_single ? 1 : kContent.at(flags >> 6);
  std::uint64_t at = 5 + (is_single ? 0 : 1) + kDictionary.at(flags & 3) + content;
  while (file.may_read()) {
    const std::string bytes = file.read(at, 3);
    if (bytes.size() < 3) return false;
    const std::uint64_t header = little(bytes, 0, 3);
    const bool is_last = header & 1, is_one_repeated = (header >> 1 & 3) == 1;
    if (header == 0) return false;  // not filled in yet
    at += 3 + (is_one_repeated ? 1 : header >> 3);
    if (is_last) return at + (has_checksum ? 4 : 0) <= file.size() && !is_zero(file.tail(4));
  }
  return true;
}

}  // namespace

ArchiveBytes::ArchiveBytes(int descriptor, std::size_t& reads_left)
    : descriptor_(descriptor), reads_left_(reads_left) {
  struct stat status {};
  if (::fstat(descriptor, &status) == 0) size_ = static_cast<std::uint64_t>(status.st_size);
}

std::string ArchiveBytes::read(std::uint64_t at, std::size_t count) const {
  if (!may_read()) return {};
  --reads_left_;
  std::string bytes(
      static_cast<std::size_t>(std::min<std::uint64_t>(count, at < size_ ? size_ - at : 0)), '\0');
  const ssize_t got = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

std::string ArchiveBytes::tail(std::size_t count) const {
  return read(size_ - std::min<std::uint64_t>(size_, count), count);
}

HasEnd end_of_format(const ArchiveBytes& file) {
  struct Format {
    std::size_t at;
    std::string_view mark;
    HasEnd has_end;
  };
  static constexpr std::array<Format, 12> kFormats = {{{0, "PK\3\4"sv, zip_has_end},
                                                       {0, "PK\5\6"sv, zip_has_end},
                                                       {0, "PK\7\10PK\3\4"sv, zip_has_end},
                                                       {0, "PK00PK\3\4"sv, zip_has_end},
                                                       {0, "7z\xBC\xAF\x27\x1C"sv, seven_has_end},
                                                       {0, "Rar!\x1A\7\0"sv, rar4_has_end},
                                                       {0, "Rar!\x1A\7\1\0"sv, rar5_has_end},
                                                       {257, "ustar"sv, tar_has_end},
                                                       {0, "\x1F\x8B\x08"sv, gz_has_end},
                                                       {0,
                                                        "\xFD"
                                                        "7zXZ\0"sv,
                                                        xz_has_end},
                                                       {0, "BZh"sv, bz2_has_end},
                                                       {0, "\x28\xB5\x2F\xFD"sv, zst_has_end}}};
  const std::string head = file.read(0, 262);
  for (const Format& format : kFormats)
    if (head.size() > format.at &&
        std::string_view(head).substr(format.at).starts_with(format.mark))
      return format.has_end;
  return nullptr;
}

}  // namespace biaoshen
