// Opens files and folders of outsiders without following a link anywhere on the way: whoever can
// write in a dossier and swaps a file or a folder for a link while we look at it does not lead us
// out of it. Paths are absolute and may be longer than the kernel takes at once.
//
// It refuses what is not a regular file (a pipe, a device) without waiting for it.
// Tested by tests/base/open_plain_test.cpp.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace biaoshen {

// An open descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : value_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  int value() const { return value_; }
  int release();

 private:
  int value_ = -1;
};

// exhausted: this machine has no descriptor or memory left, which says nothing of the file.
enum class NotOpened : unsigned char { link, not_a_file, permission, gone, exhausted, failed };

// A regular file, for reading.
tl::expected<Descriptor, NotOpened> open_plain_file(const std::filesystem::path& path);

struct FolderEntry {
  std::string name;
  struct stat status {};  // of the entry itself, where it is a link
  int error = 0;          // errno where it has no status
};
struct FolderListing {
  std::vector<FolderEntry> entries;  // by the bytes of their names; without . and ..
  int error = 0;                     // errno where it could not be listed to its end
};
FolderListing list_plain_folder(const std::filesystem::path& path);

// Folders that lie deeper than this in a dossier are named, and not listed.
inline constexpr std::size_t kDeepestFolder = 500;

// `path` absolute, with no link above its last name. The last name stays what it is, even a link.
std::filesystem::path with_plain_parent(const std::filesystem::path& path);

}  // namespace biaoshen
