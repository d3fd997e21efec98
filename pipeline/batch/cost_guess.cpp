#include "pipeline/batch/cost_guess.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pipeline/base/open_plain.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

constexpr double kOfDossier = 0.1, kOfFile = 0.03;  // what a start costs

struct Kind {
  std::string_view extension;
  double each, of_megabyte;  // seconds
};
// Recognition is nearly all of it: a picture is a page of it, and a megabyte of PDF a few scanned
// ones. An archive may hold anything.
constexpr std::array kKinds = {
    Kind{".png", 1.5, 0.2}, Kind{".jpg", 1.5, 0.2},   Kind{".jpeg", 1.5, 0.2},
    Kind{".bmp", 1.5, 0.1}, Kind{".tif", 1.5, 2},     Kind{".tiff", 1.5, 2},
    Kind{".heic", 2, 0.2},  Kind{".webp", 1.5, 0.5},  Kind{".pdf", 0.1, 4},
    Kind{".ofd", 0.1, 4},   Kind{".zip", 0.5, 3},     Kind{".rar", 0.5, 3},
    Kind{".7z", 0.5, 4},    Kind{".docx", 0.05, 0.5}, Kind{".doc", 3, 1},
    Kind{".xls", 3, 1},     Kind{".wps", 3, 1},       Kind{".rtf", 0.05, 0.5}};
constexpr Kind kOther = {"", 0, 0.2};

const Kind& kind_of(const std::string& name) {
  std::string extension = fs::path(name).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const Kind& kind) { return kind.extension == extension; });
  return found == kKinds.end() ? kOther : *found;
}

void add_file(TreeCost& cost, const std::string& name, const struct stat& status) {
  const Kind& kind = kind_of(name);
  const auto bytes = static_cast<std::uint64_t>(status.st_size);
  ++cost.files;
  cost.bytes += bytes;
  cost.seconds += kOfFile + kind.each + kind.of_megabyte * static_cast<double>(bytes) / 1e6;
}

void add_folder(TreeCost& cost, const fs::path& folder, std::size_t depth) {
  if (depth > kDeepestFolder) return;
  for (const FolderEntry& entry : list_plain_folder(folder).entries) {
    if (entry.error != 0) continue;
    if (S_ISREG(entry.status.st_mode)) add_file(cost, entry.name, entry.status);
    if (S_ISDIR(entry.status.st_mode)) add_folder(cost, folder / entry.name, depth + 1);
  }
}

}  // namespace

TreeCost guess_cost(const fs::path& path) {
  TreeCost cost;
  cost.seconds = kOfDossier;
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return cost;
  if (S_ISREG(status.st_mode)) add_file(cost, path.filename().string(), status);
  if (S_ISDIR(status.st_mode)) add_folder(cost, path, 1);
  return cost;
}

}  // namespace biaoshen
