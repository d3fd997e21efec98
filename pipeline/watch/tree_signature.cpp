#include "pipeline/watch/tree_signature.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "pipeline/base/litter.h"
#include "pipeline/base/open_plain.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::int64_t kDay = std::int64_t{24} * 3600 * kNanoseconds;

std::int64_t nanoseconds(const timespec& time) {
  return time.tv_sec * kNanoseconds + time.tv_nsec;
}

class Walk {
 public:
  explicit Walk(const fs::path& root) : root_(root), name_(root.filename().string()) {}

  TreeState state() {
    FolderEntry itself;
    if (::lstat(root_.c_str(), &itself.status) != 0) itself.error = errno;
    if (itself.error == ENOENT || itself.error == ENOTDIR) return {};
    entry({}, itself, 0);
    signed_up();
    while (!folders_.empty()) {
      const Folder folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
      signed_up();
    }
    for (const Lock& lock : locks_)
      if (state_.locked.empty() && newest_ - lock.written < kDay) state_.locked = lock.path;
    return std::move(state_);
  }

 private:
  struct Folder {
    std::string path;  // below the root
    std::size_t depth;
  };
  struct Lock {
    std::string path;
    std::int64_t written;
  };

  void list(const Folder& folder) {
    const FolderListing listing = list_plain_folder(root_ / folder.path);
    for (const FolderEntry& found : listing.entries)
      entry(folder.path.empty() ? found.name : folder.path + "/" + found.name, found,
            folder.depth + 1);
    if (listing.error != 0) error(folder.path, listing.error);
  }

  void entry(const std::string& path, const FolderEntry& found, std::size_t depth) {
    if (is_system_litter(found.name)) return add(path, {});
    if (found.error != 0) return error(path, found.error);
    const struct stat& status = found.status;
    const std::int64_t written = nanoseconds(status.st_mtim), changed = nanoseconds(status.st_ctim);
    add(path, {status.st_mode, status.st_ino, static_cast<std::uint64_t>(status.st_size),
               static_cast<std::uint64_t>(written), static_cast<std::uint64_t>(changed)});
    newest_ = std::max({newest_, written, changed});
    const std::string& name = path.empty() ? name_ : found.name;
    if (is_temporary_name(name) && state_.unfinished.empty()) state_.unfinished = shown(path);
    if (is_lock_name(name)) locks_.push_back({shown(path), written});
    if (S_ISDIR(status.st_mode)) {
      if (depth <= kDeepestFolder) folders_.push_back({path, depth});
    } else {
      state_.bytes += static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
      ++state_.files;
    }
  }

  // One folder that is closed to us leaves the rest to be reviewed; all else may pass by itself.
  void error(const std::string& path, int number) {
    add(path, {static_cast<std::uint64_t>(number)});
    const bool is_closed = number == EACCES || number == EPERM;
    if (state_.unreadable.empty() && (path.empty() || !is_closed) && number != ENOENT)
      state_.unreadable = shown(path) + ": " + std::strerror(number);
  }

  std::string shown(const std::string& path) const {
    return path.empty() ? name_ : name_ + "/" + path;
  }

  void add(const std::string& path, std::initializer_list<std::uint64_t> values) {
    seen_ += path;
    seen_ += '\0';
    for (const std::uint64_t value : values) {
      seen_ += std::to_string(value);
      seen_ += ' ';
    }
    seen_ += '\n';
  }

  // What was seen since the last time goes into the signature.
  void signed_up() {
    state_.signature = sha256(state_.signature + seen_);
    seen_.clear();
  }

  const fs::path root_;
  const std::string name_;
  std::vector<Folder> folders_;
  std::vector<Lock> locks_;
  std::int64_t newest_ = 0;
  std::string seen_;
  TreeState state_;
};

}  // namespace

TreeState tree_state(const fs::path& path) {
  return Walk(with_plain_parent(path)).state();
}

}  // namespace biaoshen
