#include "extractors/worker/recognition_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/open_plain.h"
#include "pipeline/base/sha256.h"
#include "pipeline/base/write_all.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "biaoshen recognised 1\n";
constexpr std::size_t kChecksum = 64, kHead = kMagic.size() + kChecksum;
constexpr std::size_t kMostEntry = 64u << 20;
constexpr std::uint64_t kReserve = 64ull << 20;  // of the disk, left to results
constexpr std::uint64_t kBlock = 4096;
constexpr std::uint64_t kShare = 16;  // of the bound, written between two times of trimming
constexpr std::time_t kSeldom = 3600;
constexpr std::string_view kUnfinished = ".new-";

std::uint64_t on_disk(std::uint64_t bytes) {
  return (bytes + kBlock - 1) / kBlock * kBlock;
}

// More than an hour from now, either way: clocks jump.
bool is_long_ago(std::time_t then) {
  const std::time_t now = std::time(nullptr);
  return now - then > kSeldom || then - now > kSeldom;
}

std::string read_all(int descriptor, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = ::read(descriptor, bytes.data() + done, size - done);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

bool has_room(const fs::path& folder) {
  struct statvfs disk {};
  return ::statvfs(folder.c_str(), &disk) == 0 &&
         std::uint64_t{disk.f_bavail} * disk.f_frsize > kReserve;
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct Kept {
  fs::path path;
  std::uint64_t bytes = 0;
  timespec used{};
  bool is_entry = false;  // else it is being written, or was when its program ended
};

bool was_used_before(const Kept& a, const Kept& b) {
  if (a.used.tv_sec != b.used.tv_sec) return a.used.tv_sec < b.used.tv_sec;
  return a.used.tv_nsec < b.used.tv_nsec;
}

std::optional<Kept> kept_at(const fs::path& path) {
  const std::string name = path.filename().string();
  const bool is_entry = name.size() == 62 && is_hex(name);
  struct stat about {};
  if ((!is_entry && !name.starts_with(kUnfinished)) || ::lstat(path.c_str(), &about) != 0 ||
      !S_ISREG(about.st_mode))
    return std::nullopt;
  return Kept{path, on_disk(static_cast<std::uint64_t>(about.st_size)), about.st_mtim, is_entry};
}

// Everything of a cache that lies in the folder; what else lies there is none of its business.
void each_kept(const fs::path& folder, const std::function<void(Kept&&)>& take) {
  std::error_code error;
  for (fs::directory_iterator sub(folder, error); !error && sub != fs::directory_iterator();
       sub.increment(error)) {
    const std::string name = sub->path().filename().string();
    if (name.size() != 2 || !is_hex(name) || sub->is_symlink()) continue;
    std::error_code gone;
    for (fs::directory_iterator file(sub->path(), gone); !gone && file != fs::directory_iterator();
         file.increment(gone))
      if (auto kept = kept_at(file->path())) take(*std::move(kept));
  }
}

}  // namespace

RecognitionCache::RecognitionCache(fs::path folder, std::uint64_t most_bytes,
                                   std::string parameters)
    : folder_(std::move(folder)), most_bytes_(most_bytes), parameters_(std::move(parameters)) {}

fs::path RecognitionCache::path_of(const std::string& contents, const std::string& key) const {
  std::string all;
  for (const std::string& part : {parameters_, contents, key})
    all += std::to_string(part.size()) + " " + part + "\n";
  const std::string name = sha256(all);
  return folder_ / name.substr(0, 2) / name.substr(2);
}

std::string RecognitionCache::recall(const std::string& contents, const std::string& key) const {
  const Descriptor file(
      ::open(path_of(contents, key).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat about {};
  if (file.value() < 0 || ::fstat(file.value(), &about) != 0 || !S_ISREG(about.st_mode) ||
      static_cast<std::uint64_t>(about.st_size) > kMostEntry)
    return {};
  std::string bytes = read_all(file.value(), static_cast<std::size_t>(about.st_size));
  const std::string_view all = bytes;
  if (all.size() <= kHead || !all.starts_with(kMagic) ||
      all.substr(kMagic.size(), kChecksum) != sha256(all.substr(kHead)))
    return {};
  if (is_long_ago(about.st_mtim.tv_sec)) ::futimens(file.value(), nullptr);
  return bytes.erase(0, kHead);
}

void RecognitionCache::remember(const std::string& contents, const std::string& key,
                                const std::string& recognised) {
  const std::uint64_t bytes = on_disk(kHead + recognised.size());
  if (recognised.empty() || bytes > kMostEntry || bytes > most_bytes_) return;
  const fs::path path = path_of(contents, key);
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error || !has_room(folder_)) return;
  // For its owner alone (mkstemp): what is in an applicant's papers is nobody else's business. Not
  // synced: what a power cut tears fails its checksum.
  std::string unfinished = (path.parent_path() / (std::string(kUnfinished) + "XXXXXX")).string();
  Descriptor file(::mkostemp(unfinished.data(), O_CLOEXEC));
  if (file.value() < 0) return;
  const bool is_written = write_all(file.value(), kMagic) &&
                          write_all(file.value(), sha256(recognised)) &&
                          write_all(file.value(), recognised) && ::close(file.release()) == 0;
  if (!is_written || ::rename(unfinished.c_str(), path.c_str()) != 0) {
    ::unlink(unfinished.c_str());
    return;
  }
  if ((written_ += bytes) <= most_bytes_ / kShare) return;
  written_ = 0;
  trim();
}

void RecognitionCache::trim() const {
  std::vector<Kept> entries;
  std::uint64_t bytes = 0;
  each_kept(folder_, [&](Kept&& kept) {
    if (!kept.is_entry && is_long_ago(kept.used.tv_sec)) {
      ::unlink(kept.path.c_str());
      return;
    }
    bytes += kept.bytes;
    if (kept.is_entry) entries.push_back(std::move(kept));
  });
  if (bytes <= most_bytes_) return;
  std::sort(entries.begin(), entries.end(), was_used_before);
  // What another process removes meanwhile counts as removed: two do not remove twice as much.
  for (const Kept& entry : entries) {
    if (bytes <= most_bytes_ / 10 * 9) return;
    if (::unlink(entry.path.c_str()) == 0 || errno == ENOENT) bytes -= entry.bytes;
  }
}

std::uint64_t RecognitionCache::bytes() const {
  std::uint64_t bytes = 0;
  each_kept(folder_, [&](const Kept& kept) { bytes += kept.bytes; });
  return bytes;
}

}  // namespace biaoshen
