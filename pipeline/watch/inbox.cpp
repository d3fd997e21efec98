#include "pipeline/watch/inbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <string_view>

#include "pipeline/base/litter.h"
#include "pipeline/base/open_plain.h"
#include "pipeline/base/plain_path.h"

namespace biaoshen {
namespace {

namespace fs = std::filesystem;

bool is_name_of_output(std::string_view name) {
  constexpr std::array<std::string_view, 4> kOutputs = {"index.html", "register.xlsx", "batch.json",
                                                        "status.json"};
  return name.starts_with(".biaoshen") ||
         std::find(kOutputs.begin(), kOutputs.end(), name) != kOutputs.end();
}

std::string reason_to_refuse(const FolderEntry& entry) {
  if (entry.error != 0) return {};  // gone, or closed to us: what is wrong is told when it is read
  const mode_t mode = entry.status.st_mode;
  if (S_ISLNK(mode))
    return "a symbolic link is not followed; put the dossier itself into the inbox / "
           "不打开符号链接，请放入材料本身";
  if (!S_ISREG(mode) && !S_ISDIR(mode))
    return "neither a file nor a folder (a pipe, a socket or a device); remove it / "
           "既不是文件也不是文件夹（管道、套接字或设备），请移除";
  if (is_name_of_output(entry.name))
    return "its result would take the place of an output of the batch; rename it / "
           "与批次输出重名，请改名";
  return {};
}

// For the name that a file is to have, the temporary one that it has now.
std::map<std::string_view, std::string_view> files_under_way(
    const std::vector<FolderEntry>& entries) {
  std::map<std::string_view, std::string_view> found;
  for (const FolderEntry& entry : entries)
    if (const std::string_view name = name_to_be(entry.name); !name.empty())
      found.emplace(name, entry.name);
  return found;
}

}  // namespace

Result<void> check_disjoint(const fs::path& inbox, const fs::path& out) {
  const fs::path input = plain_path(inbox), target = plain_path(out);
  if (is_inside(target, input) || is_inside(input, target))
    return fail(ErrorCode::usage, "INBOX " + inbox.string() + " and OUT " + out.string() +
                                      " lie one inside the other; choose another OUT");
  return {};
}

InboxEntry inbox_entry(const fs::path& path) {
  FolderEntry entry;
  entry.name = path.filename().string();
  if (::lstat(path.c_str(), &entry.status) != 0) entry.error = errno;
  return {path, reason_to_refuse(entry), ""};
}

Result<std::vector<InboxEntry>> inbox_entries(const fs::path& inbox) {
  const fs::path folder = plain_path(inbox);
  const FolderListing listing = list_plain_folder(folder);
  if (listing.error != 0)
    return fail(ErrorCode::input, inbox.string() + ": not a folder that can be read (" +
                                      std::strerror(listing.error) + ") / 收件文件夹无法打开");
  const auto under_way = files_under_way(listing.entries);
  std::vector<InboxEntry> entries;
  for (const FolderEntry& entry : listing.entries) {
    if (is_system_litter(entry.name) || is_lock_name(entry.name)) continue;
    const auto other = under_way.find(entry.name);
    entries.push_back({folder / entry.name, reason_to_refuse(entry),
                       other == under_way.end() ? std::string() : std::string(other->second)});
  }
  return entries;
}

Result<std::vector<InboxEntry>> inbox_entries(const fs::path& inbox, const fs::path& out) {
  if (const auto disjoint = check_disjoint(inbox, out); !disjoint)
    return tl::unexpected(disjoint.error());
  return inbox_entries(inbox);
}

}  // namespace biaoshen
