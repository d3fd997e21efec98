#include "extractors/worker/reader_state.h"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>
#include <vector>

#include "extractors/worker/reader_needs.h"
#include "pipeline/base/sha256.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

bool is_made_up(const fs::path& path) {
  return path.native().starts_with("/proc/") || path.native().starts_with("/sys/");
}

}  // namespace

std::string state_of(std::span<const std::filesystem::path> paths) {
  std::string all;
  for (const fs::path& path : paths) {
    struct stat about {};
    if (is_made_up(path) || ::stat(path.c_str(), &about) != 0) continue;
    const auto changed = about.st_mtim;
    all += std::to_string(path.native().size()) + " " + path.native();
    for (const long long number :
         {static_cast<long long>(about.st_size), static_cast<long long>(changed.tv_sec),
          static_cast<long long>(changed.tv_nsec)})
      all += " " + std::to_string(number);
    all += "\n";
  }
  return sha256(all);
}

std::string reader_state(const std::filesystem::path& program) {
  std::vector<fs::path> paths = reader_needs(program.parent_path() / "models");
  paths.push_back(program);
  std::error_code error;
  for (fs::directory_iterator version("/usr/share/tesseract-ocr", error);
       !error && version != fs::directory_iterator(); version.increment(error))
    paths.push_back(version->path() / "tessdata");
  std::sort(paths.begin(), paths.end());
  return state_of(paths);
}

}  // namespace biaoshen
