#include "pipeline/model/input_digest.h"

#include "pipeline/base/sha256.h"

namespace biaoshen {

std::string input_sha256(const Dossier& dossier) {
  std::string lines;
  for (const File& file : dossier.files) {
    if (!file.container.empty()) continue;  // its container's digest covers it
    // The length keeps a path with a line end from being taken for two files.
    lines += std::to_string(file.path.size()) + " " + file.path + " " + std::to_string(file.bytes) +
             " " + file.sha256 + "\n";
  }
  return sha256(lines);
}

}  // namespace biaoshen
