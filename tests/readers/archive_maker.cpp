#include "tests/readers/archive_maker.h"

#include <archive.h>
#include <archive_entry.h>

#include <catch2/catch.hpp>

#include "tests/readers/office_maker.h"

namespace biaoshen {
namespace {

using namespace std::string_literals;

// What an entry's own header and the directory say alike, from the flags to the sizes.
std::string common_fields(const ZipEntry& entry) {
  const std::string& plain = entry.plain.empty() ? entry.data : entry.plain;
  const std::uint64_t stated =
      entry.stated_size < 0 ? plain.size() : static_cast<std::uint64_t>(entry.stated_size);
  return little(entry.flags, 2) + little(entry.method, 2) + little(0, 2) + little(0x58B4, 2) +
         little(crc32_of(plain) + entry.wrong, 4) + little(entry.data.size(), 4) +
         little(stated, 4);
}

// Seven bits a byte, the lowest first.
std::string variable(std::uint64_t number) {
  std::string bytes;
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>((number & 0x7F) | 0x80);
  return bytes + static_cast<char>(number);
}

std::string block4(std::uint32_t type, std::uint32_t flags, const std::string& fields) {
  const std::string block =
      little(type, 1) + little(flags, 2) + little(fields.size() + 7, 2) + fields;
  return little(crc32_of(block) & 0xFFFF, 2) + block;
}

std::string block5(const std::string& fields) {
  const std::string block = variable(fields.size()) + fields;
  return little(crc32_of(block), 4) + block;
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum;
}

std::string zip_bytes(const std::vector<ZipEntry>& entries, std::string_view before) {
  std::string archive(before), directory;
  std::vector<std::size_t> offsets;
  for (const ZipEntry& entry : entries) {
    const std::string fields = common_fields(entry);
    if (entry.shares >= 0) {
      offsets.push_back(offsets[static_cast<std::size_t>(entry.shares)]);
    } else {
      offsets.push_back(archive.size());
      const std::string& name = entry.header_name == "=" ? entry.name : entry.header_name;
      archive += "PK\3\4"s + little(20, 2) + fields + little(name.size(), 2) +
                 little(entry.extra.size(), 2) + name + entry.extra + entry.data;
    }
    directory += "PK\1\2"s + little(3 << 8 | 20, 2) + little(20, 2) + fields +
                 little(entry.name.size(), 2) + little(entry.extra.size(), 2) + little(0, 2) +
                 little(0, 4) + little(std::uint64_t{entry.mode} << 16, 4) +
                 little(offsets.back(), 4) + entry.name + entry.extra;
  }
  const std::size_t at = archive.size();
  return archive + directory + "PK\5\6"s + little(0, 4) + little(entries.size(), 2) +
         little(entries.size(), 2) + little(directory.size(), 4) + little(at, 4) + little(0, 2);
}

std::string archive_bytes(const std::string& format, const std::string& filter,
                          const std::vector<TarEntry>& entries) {
  std::string bytes(1 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  REQUIRE(archive_write_set_format_by_name(writer, format.c_str()) == ARCHIVE_OK);
  if (filter != "none")
    REQUIRE(archive_write_add_filter_by_name(writer, filter.c_str()) == ARCHIVE_OK);
  REQUIRE(archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
  for (const TarEntry& entry : entries) {
    archive_entry* header = archive_entry_new();
    archive_entry_copy_pathname(header, entry.name.c_str());
    archive_entry_set_filetype(header, entry.kind);
    archive_entry_set_perm(header, 0644);
    if (entry.kind == AE_IFLNK)
      archive_entry_set_symlink(header, entry.data.c_str());
    else
      archive_entry_set_size(header, static_cast<la_int64_t>(entry.data.size()));
    REQUIRE(archive_write_header(writer, header) == ARCHIVE_OK);
    if (entry.kind == AE_IFREG)
      REQUIRE(archive_write_data(writer, entry.data.data(), entry.data.size()) >= 0);
    archive_entry_free(header);
  }
  REQUIRE(archive_write_close(writer) == ARCHIVE_OK);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

std::string rar4_bytes(const std::vector<RarEntry>& entries, RarFlag flag) {
  const std::uint32_t main = flag == RarFlag::volume              ? 1
                             : flag == RarFlag::encrypted_headers ? 0x80
                                                                  : 0;
  std::string archive = "Rar!\x1A\x07\x00"s + block4(0x73, main, std::string(6, '\0'));
  for (const RarEntry& entry : entries) {
    const std::string size = little(entry.data.size(), 4);
    archive += block4(0x74, 0x8000 | (entry.is_encrypted ? 4 : 0),
                      size + size + little(3, 1) + little(crc32_of(entry.data) + entry.wrong, 4) +
                          little(0x58B40000, 4) + little(29, 1) + little(0x30, 1) +
                          little(entry.name.size(), 2) + little(0100644, 4) + entry.name) +
               entry.data;
  }
  return archive + block4(0x7B, 0x4000, "");
}

std::string rar5_bytes(const std::vector<RarEntry>& entries, RarFlag flag) {
  std::string archive = "Rar!\x1A\x07\x01\x00"s;
  if (flag == RarFlag::encrypted_headers)
    return archive + block5(variable(4) + variable(0) + std::string(20, 'k')) + "nothing to read";
  archive += block5(variable(1) + variable(0) + variable(flag == RarFlag::volume ? 1 : 0));
  for (const RarEntry& entry : entries) {
    const std::string extra =
        entry.is_encrypted ? variable(36) + variable(1) + std::string(35, '\1') : "";
    archive += block5(variable(2) + variable(extra.empty() ? 2 : 3) +
                      (extra.empty() ? "" : variable(extra.size())) + variable(entry.data.size()) +
                      variable(4) + variable(entry.data.size()) + variable(0100644) +
                      little(crc32_of(entry.data) + entry.wrong, 4) + variable(0) + variable(1) +
                      variable(entry.name.size()) + entry.name + extra) +
               entry.data;
  }
  return archive + block5(variable(5) + variable(0) + variable(0));
}

}  // namespace biaoshen
