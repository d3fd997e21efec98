#include "pipeline/app/inbox.h"

#include <algorithm>
#include <system_error>

#include "pipeline/app/review_run.h"
#include "pipeline/base/untrusted_path.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

std::string reason_to_refuse(const fs::directory_entry& entry) {
  std::error_code error;
  const std::string name = entry.path().filename().string();
  if (entry.is_symlink(error))
    return "a symbolic link is not followed; put the dossier itself into the inbox / "
           "不打开符号链接，请放入材料本身";
  if (name == "index.html" || name == "register.xlsx" || name == "batch.json" ||
      name.starts_with(".biaoshen-"))
    return "its result would take the place of an output of the batch; rename it / "
           "与批次输出重名，请改名";
  return {};
}

Result<void> check_disjoint(const fs::path& inbox, const fs::path& out) {
  const fs::path input = plain_path(inbox), target = plain_path(out);
  if (is_inside(target, input) || is_inside(input, target))
    return fail(ErrorCode::usage, "INBOX " + inbox.string() + " and OUT " + out.string() +
                                      " lie one inside the other; choose another OUT");
  return {};
}

}  // namespace

Result<std::vector<InboxEntry>> inbox_entries(const fs::path& inbox, const fs::path& out) {
  if (const auto disjoint = check_disjoint(inbox, out); !disjoint)
    return tl::unexpected(disjoint.error());
  std::error_code error;
  fs::directory_iterator at(inbox, error);
  std::vector<InboxEntry> entries;
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    if (is_litter(at->path().filename().string())) continue;
    entries.push_back({at->path(), reason_to_refuse(*at)});
  }
  if (error)
    return fail(ErrorCode::input, inbox.string() + ": not a folder that can be read (" +
                                      error.message() + ") / 收件文件夹无法打开");
  std::sort(entries.begin(), entries.end(),
            [](const InboxEntry& a, const InboxEntry& b) { return a.path < b.path; });
  return entries;
}

}  // namespace biaoshen
