#include "pipeline/watch/archive_end.h"

#include <utility>
#include <vector>

#include "pipeline/base/litter.h"
#include "pipeline/base/open_plain.h"
#include "pipeline/watch/archive_formats.h"

namespace biaoshen {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostReads = 100'000;  // a tenth of a second

bool has_end(const fs::path& plain, std::size_t& reads_left) {
  const auto opened = open_plain_file(plain);
  if (!opened) return true;
  const ArchiveBytes bytes(opened->value(), reads_left);
  const HasEnd has_its_end = end_of_format(bytes);
  return has_its_end == nullptr || has_its_end(bytes) || !bytes.may_read();
}

}  // namespace

bool has_archive_end(const fs::path& file) {
  std::size_t reads_left = kMostReads;
  return has_end(with_plain_parent(file), reads_left);
}

fs::path unended_archive(const fs::path& tree) {
  const fs::path root = with_plain_parent(tree);
  std::size_t reads_left = kMostReads;
  if (!has_end(root, reads_left)) return root.filename();
  struct Folder {
    fs::path path;  // from the root's name on
    std::size_t depth;
  };
  std::vector<Folder> folders = {{root.filename(), 0}};
  while (!folders.empty() && reads_left > 0) {
    const Folder folder = std::move(folders.back());
    folders.pop_back();
    for (const FolderEntry& entry : list_plain_folder(root.parent_path() / folder.path).entries) {
      if (is_litter(entry.name)) continue;
      fs::path path = folder.path / entry.name;
      if (S_ISREG(entry.status.st_mode) && !has_end(root.parent_path() / path, reads_left))
        return path;
      if (S_ISDIR(entry.status.st_mode) && folder.depth < kDeepestFolder)
        folders.push_back({std::move(path), folder.depth + 1});
    }
  }
  return {};
}

}  // namespace biaoshen
