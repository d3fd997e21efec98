#include "extractors/readers/zip_package.h"

#include <algorithm>
#include <array>

#include "extractors/readers/archives/zip_open.h"
#include "pipeline/base/text.h"

namespace biaoshen {
namespace {

constexpr std::uint64_t kRatioFloor = 8ull << 20;
constexpr std::uint64_t kRatio = 200;
constexpr std::size_t kPiece = 16 << 10;

bool is_blown_up(std::uint64_t out, std::uint64_t in) {
  return out > kRatioFloor && out / kRatio > in;
}

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes >> 20) + " MiB";
}

// Some producers write '\' between folders, or a '/' in front.
std::string part_name(std::string_view stored) {
  std::string name(stored);
  std::replace(name.begin(), name.end(), '\\', '/');
  name.erase(0, std::min(name.find_first_not_of('/'), name.size()));
  return name;
}

std::string key_of(std::string_view part) {
  std::string key = part_name(part);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return key;
}

}  // namespace

struct ZipPackage::Archive {
  OpenZip opened;
  zip_t* zip = opened.get();
};

std::unique_ptr<ZipPackage> ZipPackage::open(const OpenFile& file, const Limits& limits) {
  OpenZip zip = open_zip(file).zip;
  if (zip == nullptr) return nullptr;
  auto archive = std::make_unique<Archive>(Archive{std::move(zip)});
  return std::unique_ptr<ZipPackage>(new ZipPackage(std::move(archive), limits));
}

ZipPackage::ZipPackage(std::unique_ptr<Archive> archive, const Limits& limits)
    : archive_(std::move(archive)), limits_(limits) {
  const zip_int64_t entries = zip_get_num_entries(archive_->zip, 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* stored = zip_get_name(archive_->zip, index, ZIP_FL_ENC_RAW);
    if (stored == nullptr) continue;
    names_.push_back(part_name(stored));
    indexes_.emplace(key_of(stored), index);  // of two parts with one name the first counts
  }
}

ZipPackage::~ZipPackage() = default;

const std::uint64_t* ZipPackage::find(std::string_view part) const {
  const auto found = indexes_.find(key_of(part));
  return found == indexes_.end() ? nullptr : &found->second;
}

bool ZipPackage::has(std::string_view part) const {
  return find(part) != nullptr;
}

std::uint64_t ZipPackage::stated_size(std::string_view part) const {
  const std::uint64_t* index = find(part);
  zip_stat_t stat;
  if (index == nullptr || zip_stat_index(archive_->zip, *index, 0, &stat) != 0) return 0;
  return stat.size;
}

PartEnd ZipPackage::read(std::string_view part, std::uint64_t most,
                         const std::function<bool(std::string_view)>& take) {
  const std::string name = clean_utf8(part);
  PartEnd damaged{FileStatus::partial, "damaged-office", "部件损坏：" + name};
  const std::uint64_t* index = find(part);
  zip_stat_t stat;
  if (index == nullptr || zip_stat_index(archive_->zip, *index, 0, &stat) != 0) {
    return {FileStatus::unreadable, "damaged-office", "缺少部件：" + name};
  }
  if (stat.encryption_method != ZIP_EM_NONE) {
    return {FileStatus::unreadable, "encrypted", "部件已加密：" + name};
  }
  const OpenZipEntry entry(zip_fopen_index(archive_->zip, *index, 0));
  if (entry == nullptr) return damaged;

  std::array<char, kPiece> piece{};
  std::uint64_t out = 0;
  while (true) {
    const zip_int64_t got = zip_fread(entry.get(), piece.data(), piece.size());
    if (got < 0) return damaged;
    if (got == 0) break;
    out += static_cast<std::uint64_t>(got);
    produced_ += static_cast<std::uint64_t>(got);
    if (is_blown_up(out, stat.comp_size)) {
      return {FileStatus::refused, "ratio-limit", name + "：解压后超过压缩前的 200 倍"};
    }
    if (out > most) return {FileStatus::partial, "size-limit", name + "：超过 " + mebibytes(most)};
    if (produced_ > limits_.unpacked_bytes) {
      return {FileStatus::partial, "size-limit",
              "解压后合计超过 " + mebibytes(limits_.unpacked_bytes)};
    }
    if (!take(std::string_view(piece.data(), static_cast<std::size_t>(got)))) return {};
  }
  // libzip does not mind an entry that is shorter or longer than it says; we do.
  return out == stat.size ? PartEnd{} : damaged;
}

std::string ZipPackage::beginning(std::string_view part, std::size_t count) {
  std::string bytes;
  read(part, limits_.unpacked_bytes, [&](std::string_view piece) {
    bytes.append(piece.substr(0, count - bytes.size()));
    return bytes.size() < count;
  });
  return bytes;
}

std::string ZipPackage::blown_up_part() const {
  const zip_int64_t entries = zip_get_num_entries(archive_->zip, 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive_->zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0) continue;
    if (is_blown_up(stat.size, stat.comp_size)) return clean_utf8(stat.name);
  }
  return {};
}

}  // namespace biaoshen
