#include "pipeline/app/result_folders.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

bool is_result(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "dossier.json", error);
}

}  // namespace

Result<std::set<fs::path>> result_folders(const fs::path& path) {
  std::set<fs::path> found;
  std::error_code error;
  if (is_result(path)) return std::set<fs::path>{fs::canonical(path, error)};
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    const bool is_hidden = it->path().filename().string().starts_with(".");
    if (!is_hidden && is_result(it->path())) found.insert(fs::canonical(it->path(), error));
  }
  if (error) return fail(ErrorCode::input, path.string() + ": " + error.message());
  if (found.empty())
    return fail(ErrorCode::input, path.string() +
                                      ": no result in it; give OUT of `biaoshen batch` or review, "
                                      "or a folder with a dossier.json");
  return found;
}

}  // namespace biaoshen
