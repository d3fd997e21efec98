#include "extractors/readers/archives/zip_directory.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace biaoshen {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kEnd = 22, kLocator = 20, kEnd64 = 56, kRecord = 46, kHeader = 30;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;  // the field stands in an extra field
constexpr std::uint64_t kUtf8Flag = 1 << 11;
constexpr std::uint64_t kExtra64 = 1, kExtraUnicodePath = 0x7075;

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  return number_at(bytes, at, count, ByteOrder::little);
}

struct Directory {
  std::uint64_t count = 0, offset = 0;
};

// What the end record at `at` of the file says, with the one of large archives before it.
Directory directory_at(const ByteSource& file, std::uint64_t at) {
  const std::string end = file.read(at, kEnd);
  Directory directory{little(end, 10, 2), little(end, 16, 4)};
  if (at < kLocator) return directory;
  const std::string locator = file.read(at - kLocator, kLocator);
  if (!locator.starts_with("PK\6\7"sv)) return directory;
  const std::string end64 = file.read(little(locator, 8, 8), kEnd64);
  if (!end64.starts_with("PK\6\6"sv)) return directory;
  return {little(end64, 32, 8), little(end64, 48, 8)};
}

bool is_directory(const ByteSource& file, const Directory& directory) {
  return directory.count > 0 && file.read(directory.offset, 4) == "PK\1\2"sv;
}

// Offsets of end records, the last first: a comment may hold what looks like one.
std::vector<std::uint64_t> find_ends(const ByteSource& file) {
  const std::uint64_t tail_size = std::min<std::uint64_t>(file.size(), kEnd + 0xFFFF);
  const std::uint64_t begin = file.size() - tail_size;
  const std::string tail = file.read(begin, static_cast<std::size_t>(tail_size));
  std::vector<std::uint64_t> ends;
  for (std::size_t at = tail.size(); (at = tail.rfind("PK\5\6"sv, at)) != std::string::npos; --at) {
    if (at + kEnd <= tail.size()) ends.push_back(begin + at);
    if (at == 0) break;
  }
  return ends;
}

std::optional<Directory> find_directory(const ByteSource& file) {
  for (const std::uint64_t end : find_ends(file)) {
    const Directory directory = directory_at(file, end);
    if (is_directory(file, directory)) return directory;
  }
  return std::nullopt;
}

// Where the entry's header is; large archives say it in an extra field, after those sizes that do
// not fit their places.
std::uint64_t header_offset(std::string_view fixed, std::string_view extra64) {
  const std::uint64_t offset = little(fixed, 42, 4);
  if (offset != kIn64) return offset;
  const std::size_t at = (little(fixed, 24, 4) == kIn64 ? 8u : 0u) +  //
                         (little(fixed, 20, 4) == kIn64 ? 8u : 0u);
  return little(extra64, at, 8);
}

void read_header(const ByteSource& file, std::uint64_t offset, ZipRecord& record) {
  const std::string fixed = file.read(offset, kHeader);
  if (fixed.size() < kHeader || !fixed.starts_with("PK\3\4"sv)) return;
  record.has_header = true;
  record.header_name = file.read(offset + kHeader, static_cast<std::size_t>(little(fixed, 26, 2)));
}

// The record at `at`, which is moved past it; nothing where there is none.
std::optional<ZipRecord> read_record(const ByteSource& file, std::uint64_t& at) {
  const std::string fixed = file.read(at, kRecord);
  if (fixed.size() < kRecord || !fixed.starts_with("PK\1\2"sv)) return std::nullopt;
  const std::uint64_t name = little(fixed, 28, 2), extra = little(fixed, 30, 2);
  const std::string rest = file.read(at + kRecord, static_cast<std::size_t>(name + extra));
  at += kRecord + name + extra + little(fixed, 32, 2);

  ZipRecord record;
  record.name = rest.substr(0, static_cast<std::size_t>(name));
  record.is_utf8 = (little(fixed, 8, 2) & kUtf8Flag) != 0;
  std::string_view fields = slice(rest, record.name.size(), rest.size()), extra64;
  while (fields.size() >= 4) {
    const std::uint64_t id = little(fields, 0, 2);
    const auto size = static_cast<std::size_t>(little(fields, 2, 2));
    if (id == kExtra64) extra64 = slice(fields, 4, size);
    record.has_unicode_path = record.has_unicode_path || id == kExtraUnicodePath;
    fields = slice(fields, 4 + size, fields.size());
  }
  read_header(file, header_offset(fixed, extra64), record);
  return record;
}

}  // namespace

std::vector<ZipRecord> read_zip_directory(const ByteSource& file, std::size_t most) {
  std::vector<ZipRecord> records;
  const std::optional<Directory> directory = find_directory(file);
  if (!directory) return records;
  std::uint64_t at = directory->offset;
  while (records.size() < most) {
    std::optional<ZipRecord> record = read_record(file, at);
    if (!record) break;
    records.push_back(std::move(*record));
  }
  return records;
}

bool has_zip_end(const ByteSource& file) {
  return !find_ends(file).empty();
}

}  // namespace biaoshen
