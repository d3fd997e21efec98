#include "pipeline/app/panel_results.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "pipeline/batch/batch_entry.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

bool is_result(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "dossier.json", error);
}

// The result folders that `path` means: itself, or those directly in it.
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

}  // namespace

Result<std::vector<BatchEntry>> entries_in(const std::vector<std::string>& results) {
  std::set<fs::path> folders;
  for (const std::string& path : results) {
    auto found = result_folders(path);
    if (!found) return tl::unexpected(found.error());
    folders.merge(*found);
  }
  std::vector<BatchEntry> entries;
  for (const fs::path& folder : folders) {
    auto entry = batch_entry_in(folder);
    if (!entry) return tl::unexpected(entry.error());
    entries.push_back(std::move(*entry));
  }
  std::sort(entries.begin(), entries.end(),
            [](const BatchEntry& a, const BatchEntry& b) { return a.name < b.name; });
  const auto twice =
      std::adjacent_find(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.name == b.name; });
  if (twice != entries.end())
    return fail(ErrorCode::usage, "two results are called " + twice->name +
                                      "; check the panel against one OUT at a time");
  return entries;
}

}  // namespace biaoshen
