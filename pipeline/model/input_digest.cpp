#include "pipeline/model/input_digest.h"

#include <algorithm>

#include "pipeline/base/sha256.h"

namespace biaoshen {

namespace {

// A dossier that is one file: its path is the dossier's name.
bool is_single_file(const Dossier& dossier) {
  const auto is_own = [](const File& file) {
    return file.container.empty() && file.document.status != FileStatus::ignored;
  };
  const auto first = std::find_if(dossier.files.begin(), dossier.files.end(), is_own);
  return std::count_if(dossier.files.begin(), dossier.files.end(), is_own) == 1 &&
         first->path == dossier.name;
}

}  // namespace

std::string input_sha256(const Dossier& dossier) {
  const bool is_single = is_single_file(dossier);
  std::string lines;
  for (const File& file : dossier.files) {
    if (!file.container.empty()) continue;                      // its container's digest covers it
    if (file.document.status == FileStatus::ignored) continue;  // a Thumbs.db changes nothing
    const std::string path = is_single ? "" : file.path;
    // The length keeps a path with a line end from being taken for two files.
    lines += std::to_string(path.size()) + " " + path + " " + std::to_string(file.bytes) + " " +
             file.sha256 + "\n";
  }
  return sha256(lines);
}

}  // namespace biaoshen
