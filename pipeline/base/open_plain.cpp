#include "pipeline/base/open_plain.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

// Name after name, each held open while the next is looked up in it.
Descriptor open_by_names(const fs::path& path, int flags) {
  Descriptor at(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
  const fs::path names = path.relative_path();
  for (auto name = names.begin(); name != names.end() && at.value() >= 0;) {
    const fs::path& here = *name;
    const bool is_last = ++name == names.end();
    const int how = is_last ? flags : O_PATH | O_DIRECTORY | O_CLOEXEC;
    at = Descriptor(::openat(at.value(), here.c_str(), how | O_NOFOLLOW));
  }
  return at;
}

// With errno where it is not open.
Descriptor open_plain(const fs::path& path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_NO_SYMLINKS;
  const long opened = ::syscall(SYS_openat2, AT_FDCWD, path.c_str(), &how, sizeof how);
  if (opened >= 0) return Descriptor(static_cast<int>(opened));
  // An old kernel, a sandbox that does not know the call, a path longer than PATH_MAX.
  if (errno == ENOSYS || errno == EPERM || errno == ENAMETOOLONG)
    return open_by_names(path, flags | O_CLOEXEC);
  return {};
}

NotOpened reason_of(int error) {
  if (error == ELOOP || error == EMLINK) return NotOpened::link;
  if (error == EACCES || error == EPERM) return NotOpened::permission;
  if (error == ENOENT || error == ENOTDIR) return NotOpened::gone;
  if (error == ENXIO || error == ENODEV) return NotOpened::not_a_file;  // a socket, a device
  if (error == EMFILE || error == ENFILE || error == ENOMEM) return NotOpened::exhausted;
  return NotOpened::failed;
}

void list_into(FolderListing& listing, DIR* folder) {
  for (errno = 0; const dirent* found = ::readdir(folder); errno = 0) {
    FolderEntry entry;
    entry.name = found->d_name;
    if (entry.name == "." || entry.name == "..") continue;
    if (::fstatat(::dirfd(folder), found->d_name, &entry.status, AT_SYMLINK_NOFOLLOW) != 0)
      entry.error = errno;
    listing.entries.push_back(std::move(entry));
  }
  listing.error = errno;
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
}

}  // namespace

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (value_ >= 0) ::close(value_);
    value_ = other.release();
  }
  return *this;
}

int Descriptor::release() {
  return std::exchange(value_, -1);
}

tl::expected<Descriptor, NotOpened> open_plain_file(const fs::path& path) {
  Descriptor file = open_plain(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  struct stat status {};
  if (file.value() < 0 || ::fstat(file.value(), &status) != 0)
    return tl::unexpected(reason_of(errno));
  if (!S_ISREG(status.st_mode)) return tl::unexpected(NotOpened::not_a_file);
  return file;
}

FolderListing list_plain_folder(const fs::path& path) {
  FolderListing listing;
  Descriptor opened = open_plain(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(
      opened.value() < 0 ? nullptr : ::fdopendir(opened.value()), ::closedir);
  if (folder) {
    opened.release();
    list_into(listing, folder.get());
  } else {
    listing.error = errno;
  }
  return listing;
}

fs::path with_plain_parent(const fs::path& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error);
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  const fs::path name = absolute.filename();
  if (name == "." || name == "..") return fs::weakly_canonical(absolute, error);
  return fs::weakly_canonical(absolute.parent_path(), error) / name;
}

}  // namespace biaoshen
