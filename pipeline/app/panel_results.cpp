#include "pipeline/app/panel_results.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "pipeline/app/result_folders.h"
#include "pipeline/batch/batch_entry.h"

namespace biaoshen {

Result<std::vector<BatchEntry>> entries_in(const std::vector<std::string>& results) {
  std::set<std::filesystem::path> folders;
  for (const std::string& path : results) {
    auto found = result_folders(path);
    if (!found) return tl::unexpected(found.error());
    folders.merge(*found);
  }
  std::vector<BatchEntry> entries;
  for (const std::filesystem::path& folder : folders) {
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
